"""The directives of the domain. They work the same in reStructuredText and in MyST Markdown."""

import difflib
import re
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_contracts.ext._describe import Describer
from sphinx_contracts.ext._records import Problem
from sphinx_contracts.ext._state import Kind, Use
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.model.finding import Item
from sphinx_contracts.tables.index import INDEX_COLUMNS
from sphinx_contracts.tables.overview import Selection
from sphinx_contracts.visible import visible

__all__ = ["DIRECTIVES"]

_SEPARATOR = re.compile(r"[,\s]+")


def _words(argument: str | None) -> tuple[str, ...]:
    return tuple(filter(None, _SEPARATOR.split(argument or "")))


def _score(argument: str | None) -> float:
    try:
        score = float(argument or "")
    except ValueError:
        score = -1.0
    if not 0.0 <= score <= 10.0:
        raise ValueError("a score is a number from 0 to 10")
    return score


class _ContractDirective(SphinxDirective):
    """What all directives share: showing something, and noting what was shown."""

    kind: ClassVar[Kind]
    has_content = False

    def use(self) -> Use:
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        store = store_of(self.env)
        state = store.state
        if state is None:
            raise self.severe("the code base is analysed when a builder is initialised, and none was")
        use = self.use()
        document = store.document(self.env.docname)
        shown = state.shown(use)
        document.uses[use] = state.digests(use, shown)
        if shown is None:
            document.problems.append(Problem(use.kind, use.name, self.get_location()))
            return []
        describer = Describer(
            state, document, self, no_index="no-index" in self.options, leads="toctree" in self.options
        )
        return describer.nodes_of(shown)

    def complain(self, message: str) -> None:
        document = store_of(self.env).document(self.env.docname)
        document.problems.append(Problem("text", message, self.get_location()))


class _ObjectDirective(_ContractDirective):
    """The contract of one object."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"no-index": directives.flag}

    def use(self) -> Use:
        return Use(self.kind, self.arguments[0].strip())


class ModuleDirective(_ObjectDirective):
    """The contract of a module with everything in it."""

    kind = "module"


class ClassDirective(_ObjectDirective):
    """The contract of a class with its methods."""

    kind = "class"


class FunctionDirective(_ObjectDirective):
    """The contract of a function, method or property."""

    kind = "function"


class FormatDirective(_ObjectDirective):
    """The table of a documented data format."""

    kind = "format"


class _TableDirective(_ContractDirective):
    """A table over many modules."""

    known_columns: ClassVar[tuple[str, ...]]
    option_spec: ClassVar[dict[str, Any]] = {"columns": _words, "modules": _words, "min-score": _score}

    def use(self) -> Use:
        columns = [name for name in self.options.get("columns", ()) if self._is_known(name)]
        modules = self.options.get("modules", ())
        return Use(self.kind, "", Selection(modules, tuple(columns), self.options.get("min-score", 0.0)))

    def _is_known(self, name: str) -> bool:
        if name in self.known_columns:
            return True
        near = difflib.get_close_matches(name, self.known_columns, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(self.known_columns)}"
        self.complain(f"{self.name}: unknown column '{visible(name)}'; {hint}")
        return False


class IndexDirective(_TableDirective):
    """The table of all modules; with ``:toctree:`` the side navigation leads from here to their pages."""

    kind = "index"
    option_spec: ClassVar[dict[str, Any]] = {**_TableDirective.option_spec, "toctree": directives.flag}
    known_columns = INDEX_COLUMNS


class ChecklistDirective(_TableDirective):
    """Modules against the ten items of the checklist."""

    kind = "checklist"
    known_columns = tuple(Item)


class RolloutDirective(_ContractDirective):
    """The phases of the rollout and how far each has come."""

    kind = "rollout"
    option_spec: ClassVar[dict[str, Any]] = {"modules": _words, "min-score": _score}

    def use(self) -> Use:
        modules = self.options.get("modules", ())
        return Use("rollout", "", Selection(modules, min_score=self.options.get("min-score", 0.0)))


class RulesDirective(_ContractDirective):
    """The reference of the rules."""

    kind = "rules"
    option_spec: ClassVar[dict[str, Any]] = {"no-index": directives.flag}

    def use(self) -> Use:
        return Use("rules")


DIRECTIVES = {
    "module": ModuleDirective,
    "class": ClassDirective,
    "function": FunctionDirective,
    "format": FormatDirective,
    "index": IndexDirective,
    "checklist": ChecklistDirective,
    "rollout": RolloutDirective,
    "rules": RulesDirective,
}
