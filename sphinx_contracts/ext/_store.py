"""What each document shows, kept with the environment, and which document describes which object.

Reading a document only collects; which of several documents describes an object is decided afterwards, in the main
process, so neither the order of reading nor the number of workers matters.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._records import Document, Target
from sphinx_contracts.ext._state import State

__all__ = ["DocumentStore", "store_of"]

_TYPE_OF_ROLE = {"mod": "module", "class": "class", "func": "function", "format": "format", "rule": "rule"}


def _precedence(target: Target) -> tuple[bool, int]:
    return not target.on_page, target.depth


@dataclass(slots=True)
class _Objects:
    targets: dict[tuple[str, str], Target] = field(default_factory=dict)  # type and name -> where
    formats: dict[str, list[str]] = field(default_factory=dict)  # short name -> qualified names


class DocumentStore(Domain):
    """The part of the domain that remembers."""

    initial_data: ClassVar[dict[str, Any]] = {
        "documents": {},  # docname -> Document
        "filled": {},  # what was put into other domains, to be taken out before the next build
        "targets": {},  # name -> (docname, anchor) as of the last build
        "relations": {},  # docname -> parent, previous and next document as of the last build
        "pages": None,  # folder of the generated pages as of the last build
    }
    data_version = 4

    state: State | None = None
    output_format: str = ""  # format of the builder
    is_translated: bool = True  # the builder shows the language of the project
    writes_catalogs: bool = False  # the builder collects messages for translators
    _settled: _Objects | None = None

    @property
    def documents(self) -> dict[str, Document]:
        """What each document shows."""
        documents: dict[str, Document] = self.data["documents"]
        return documents

    def document(self, docname: str) -> Document:
        """The record of the document that is being read."""
        return self.documents.setdefault(docname, Document())

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        self.documents.pop(docname, None)
        self._settled = None

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a worker read."""
        for docname in docnames:
            if docname in otherdata["documents"]:
                self.documents[docname] = otherdata["documents"][docname]

    def settle(self) -> None:
        """All documents are read: from here on objects can be looked up."""
        found = _Objects()
        for docname in sorted(self.documents):
            for target in self.documents[docname].targets:
                key = (target.type, target.name)
                known = found.targets.get(key)
                # the page of its module describes an object, else the directive of what holds it, else the first
                if known is None or _precedence(target) < _precedence(known):
                    found.targets[key] = target
        for type_, name in found.targets:
            if type_ == "format":
                found.formats.setdefault(name.rpartition(":")[2], []).append(name)
        self._settled = found

    def _objects(self) -> _Objects:
        if self._settled is None:
            self.settle()
        assert self._settled is not None
        return self._settled

    def targets(self) -> Mapping[tuple[str, str], Target]:
        """Every object, by type and name, with the document that describes it."""
        return self._objects().targets

    def object_named(self, name: str) -> Target | None:
        """The module, class, callable or field of a qualified name."""
        targets = self._objects().targets
        found = (targets.get((type_, name)) for type_ in ("function", "class", "module", ""))
        return next((target for target in found if target is not None), None)

    def lookup(self, role: str, name: str) -> Target | None:
        """The object that a role names."""
        if role == "object":
            return self.object_named(name)
        objects = self._objects()
        type_ = _TYPE_OF_ROLE.get(role, role)
        target = objects.targets.get((type_, name))
        if target is None and type_ == "format" and len(objects.formats.get(name, ())) == 1:
            target = objects.targets.get((type_, objects.formats[name][0]))
        return target


def store_of(env: BuildEnvironment) -> DocumentStore:
    """The domain of an environment."""
    return cast(DocumentStore, env.get_domain("contract"))
