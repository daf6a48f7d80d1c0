"""The roles of the domain: links to modules, classes, functions, formats and rules."""

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole

from sphinx_contracts.ext._names import last_part
from sphinx_contracts.ext._records import Problem
from sphinx_contracts.ext._store import store_of

__all__ = ["ROLES"]


class ContractRole(XRefRole):
    """A link to an object by its full name; ``~`` shows its last part only.

    The link is noted while reading, so that one which leads nowhere is reported on every build.
    """

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        if not has_explicit_title and title.startswith("~"):
            title = title[1:].rpartition(".")[2]
        target = target.lstrip("~").removesuffix("()")
        refnode["contracts"] = True
        document = store_of(env).document(env.docname)
        document.problems.append(Problem(self.reftype, target, self.get_location(), is_role=True))
        document.names.add(last_part(target))
        return title, target


ROLES = {
    "mod": ContractRole(),
    "class": ContractRole(),
    "func": ContractRole(fix_parens=True),
    "format": ContractRole(),
    "rule": ContractRole(),
}
