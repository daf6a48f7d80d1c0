"""The domain ``contract``: directives, roles, the inventory and links."""

from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.domains import ObjType
from sphinx.environment import BuildEnvironment
from sphinx.locale import get_translation
from sphinx.util.nodes import make_refnode

from sphinx_contracts.ext._directives import DIRECTIVES
from sphinx_contracts.ext._labels import CATALOG
from sphinx_contracts.ext._roles import ROLES
from sphinx_contracts.ext._store import DocumentStore

__all__ = ["ContractDomain"]

_ = get_translation(CATALOG)


class ContractDomain(DocumentStore):
    """Contracts of modules, classes and functions, documented formats, and rules."""

    name = "contract"
    label = "Contract"
    object_types: ClassVar[dict[str, ObjType]] = {
        "module": ObjType(_("module"), "mod"),
        "class": ObjType(_("class"), "class"),
        "function": ObjType(_("function"), "func"),
        "format": ObjType(_("format"), "format"),
        "rule": ObjType(_("rule"), "rule"),
    }
    directives: ClassVar[dict[str, Any]] = dict(DIRECTIVES)
    roles: ClassVar[dict[str, Any]] = dict(ROLES)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """The objects for the inventory and the search; a module is found once, through the ``py`` domain."""
        filled = self.data["filled"].get("modules", ())
        for (type_, name), target in self.targets().items():
            if type_:
                priority = -1 if type_ == "module" and name in filled else 1
                yield name, name, type_, target.docname, target.anchor, priority

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Make the link of one of our roles."""
        found = self.lookup(typ, target)
        if found is None:
            return None
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode, target)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Links of the role ``any``: formats and rules only, everything else is in the ``py`` domain as well."""
        found = [(role, self.lookup(role, target)) for role in ("format", "rule")]
        return [
            (f"contract:{role}", make_refnode(builder, fromdocname, item.docname, item.anchor, contnode, target))
            for role, item in found
            if item is not None
        ]
