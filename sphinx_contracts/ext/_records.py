"""What reading a document leaves behind. Plain records: they are pickled with the environment."""

from dataclasses import dataclass, field

from sphinx_contracts.ext._state import Digests, Use

__all__ = ["Described", "Document", "Problem", "Target"]


@dataclass(frozen=True, slots=True)
class Target:
    """An object that a document describes."""

    type: str  # type in our domain; "" for what only the py domain knows, a field
    name: str  # qualified name
    docname: str
    anchor: str
    python: str | None = None  # type in the py domain, None for what is no Python object
    summary: str = ""
    on_page: bool = False  # it stands on its module's generated page
    depth: int = 0  # parts of the name that its directive gives: that of a module has fewer than that of a class


@dataclass(frozen=True, slots=True)
class Described:
    """A directive that describes an object for the whole site."""

    type: str  # type in our domain
    name: str  # qualified name
    location: str  # path:line of the document
    is_repeated: bool  # the document describes it above


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with what a document says; its message is made when it is reported, on every build."""

    kind: str  # the kind of object that a directive or role names, "text" or "markup" for a message that is complete
    text: str  # the name, or the message
    location: str  # path:line of the document; of the source where ``kind`` is "markup"
    is_role: bool = False  # the object must be described somewhere, existing is not enough


@dataclass(slots=True)
class Document:
    """What one document shows."""

    uses: dict[Use, Digests] = field(default_factory=dict)  # what it asks for -> digests of what it got
    targets: list[Target] = field(default_factory=list)  # the objects that it describes
    described: list[Described] = field(default_factory=list)  # the directives that do
    names: set[str] = field(default_factory=set)  # last parts of the names that it refers to
    homes: set[str] = field(default_factory=set)  # modules whose source it links to
    problems: list[Problem] = field(default_factory=list)
