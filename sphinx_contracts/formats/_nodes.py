"""What a reader of a block hands on: its values in order, each with its place, meaning and remarks."""

from dataclasses import dataclass, field

from sphinx_contracts.formats._words import Meaning
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["DEEPEST", "Block", "Node", "Remark", "UnreadableError", "path_of"]

DEEPEST = 60
_LONGEST_PATH = 1000


class UnreadableError(Exception):
    """The text is no data that a reader knows; ``line`` is its 0-based line in the block."""

    def __init__(self, message: str, line: int, *, complex_: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.complex = complex_


@dataclass(slots=True)
class Node:
    """A member of an object, an element of an array or the top value."""

    path: str  # "recent_examples[].prompt"; "" for the top value
    key: str | None  # the member's name, None for elements and the top value
    parent: int  # index of the node around it, -1 for the top value
    line: int  # 0-based line in the block
    kind: str = "scalar"  # "object", "array" or "scalar"
    meaning: Meaning = field(default=Meaning())  # what a scalar is, or says that it is
    comment: str = ""  # the comment on its line
    group: str | None = None  # heading of the group it stands in
    nullable: bool = False  # "| null" follows
    open_ended: bool = False  # an ellipsis stands in it
    optional: bool = False  # its key has a question mark
    alternative: bool = False  # a further shape of the node before it
    bare_key: bool = False  # its key stands without quotes
    others: tuple[str, ...] = ()  # types that "| str" names behind a bracket
    elided: bool = False  # it holds nothing but an ellipsis
    skipped: bool = False  # it stands under an ellipsis and says nothing of its own


@fast_init
@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is wrong with a block that was read."""

    line: int  # 0-based line in the block
    message: str  # what is wrong, one line
    first: int | None = None  # 0-based line of what it contradicts


@dataclass(slots=True)
class Block:
    """A block that was read."""

    nodes: list[Node]  # all nodes, each after the node around it
    documents: int = 1  # how many top values it holds
    quoted: bool = True  # at least one key stands in quotes, or the language needs none
    python: bool = False  # written with Python's literals
    trailing: bool = False  # prose goes on behind it
    remarks: tuple[Remark, ...] = ()  # what is wrong with it


def path_of(around: str, key: str, line: int) -> str:
    """The path of a member; a key that would not read as one name is put in quotes."""
    plain = not any(char in key for char in '.[]" ') and key
    path = f"{around}.{key if plain else _quoted(key)}" if around else key if plain else _quoted(key)
    if len(path) > _LONGEST_PATH:
        raise UnreadableError("the path of a field is too long", line, complex_=True)
    return path


def _quoted(key: str) -> str:
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'
