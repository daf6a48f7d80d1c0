"""Nodes that stand for the same field brought together: elements of an array, keys of a map, several documents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.formats._nodes import Block, Node, path_of
from sphinx_contracts.formats._words import meaning_of_comment, types_of

__all__ = ["MISSING", "Slot", "slots_of", "tree_of"]

MISSING = object()
_PLACEHOLDER = re.compile(r"<.+>|\{.+\}|\[.+\]|\*|\$\w+")
_ID = re.compile(r"\d[\d.:T/-]*|(?=.*\d)(?=.*[.\-/: ])\S.*|.*/.*|[\w-]+(?:\.[\w-]+)+|.*@.*")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+|/\S+/\S*|\d{4}-\d\d-\d\d\S*")
_NUMERIC = re.compile(r"\d[\d.:T/-]*")
_NUMBERED = re.compile(r"(.*?[A-Za-z][_-]?)\d+")
_KEYED = re.compile(
    r"\b(?:keyed by|indexed by|keys? (?:is|are)|mapping (?:of|from)|maps? (?:of|from)|maps? .{1,40} to"
    r"|per[- ]\w+ (?:dict|map))\b",
    re.IGNORECASE,
)
_MAPPING = re.compile(r"(?:\w+\.)?(?:dict|mapping)\[\w+,\s*+(?!any\b|object\b)", re.IGNORECASE)
_MOST_VALUES = 20


@dataclass(slots=True)
class Slot:
    """What a block says of one field, or of the elements of an array."""

    path: str  # "recent_examples[].prompt"
    key: str | None  # the member's name, None for elements and the top value
    line: int  # 0-based line in the block
    group: str | None = None  # heading of the group it stands in
    nodes: list[Node] = field(default_factory=list)  # every node that stands for it
    members: dict[str, "Slot"] = field(default_factory=dict)  # fields of the objects that stand here
    items: "Slot | None" = None  # elements of the arrays that stand here
    values: "Slot | None" = None  # values of a map that stands here, under its first key
    closed: int = 0  # objects here that no ellipsis leaves open
    present: int = 0  # closed objects around it that have it
    example: Any = MISSING  # the first example value
    map_key: bool = False  # the name is an example key of a map

    def kinds(self) -> set[str]:
        """The kinds of its nodes: "object", "array", "scalar"."""
        return {node.kind for node in self.nodes}

    @property
    def open_ended(self) -> bool:
        """An ellipsis says that there may be more; ``{...}`` beside a full shape says nothing new."""
        full = bool(self.members or self.values)
        return any(node.open_ended and not (full and node.kind == "object" and node.elided) for node in self.nodes)


def slots_of(top: Slot) -> Iterator[tuple[Slot, Slot]]:
    """Every field below a slot with the slot around it, each before its own fields."""
    values = [top.values] if top.values is not None else []
    for member in sorted([*top.members.values(), *values], key=lambda slot: slot.line):
        yield member, top
        yield from slots_of(member)
    if top.items is not None:
        yield from slots_of(top.items)


def tree_of(block: Block) -> Slot:
    """Bring the nodes of a block together, in linear time; the depth is bounded by the reader."""
    nodes = block.nodes
    children: list[list[int]] = [[] for _ in nodes]
    for index, node in enumerate(nodes):
        if node.parent >= 0:
            children[node.parent].append(index)
    for index, node in enumerate(nodes):
        node.elided = node.open_ended and not children[index]
        node.skipped = node.skipped or (node.parent >= 0 and nodes[node.parent].skipped)
    keys = _map_keys(nodes, children)
    values = _values(nodes, children)
    top = Slot("", None, 0)
    slots: list[Slot] = []
    for index, node in enumerate(nodes):
        slot = top if node.parent < 0 or node.skipped else _slot_in(slots[node.parent], node, is_key=index in keys)
        slots.append(slot)
        if node.skipped:
            continue
        slot.nodes.append(node)
        if slot.example is MISSING:
            slot.example = values[index]
        if node.kind == "object" and not node.open_ended:
            slot.closed += 1
        if node.parent >= 0 and not nodes[node.parent].open_ended and not node.alternative:
            slot.present += 1
    return top


def _slot_in(around: Slot, node: Node, *, is_key: bool) -> Slot:
    if node.key is None:
        if around.items is None:
            around.items = Slot(f"{around.path}[]", None, node.line)
        return around.items
    if is_key:
        if around.values is None:
            around.values = Slot(path_of(around.path, node.key, 0), node.key, node.line, node.group, map_key=True)
        return around.values
    known = around.members.get(node.key)
    if known is None:
        known = Slot(path_of(around.path, node.key, 0), node.key, node.line, node.group)
        around.members[node.key] = known
    return known


def _map_keys(nodes: Sequence[Node], children: Sequence[Sequence[int]]) -> set[int]:
    """The members whose names are example keys of a map, not fields."""
    found: set[int] = set()
    for index, node in enumerate(nodes):
        if node.kind == "object" and children[index]:
            members = [member for member in children[index] if not nodes[member].skipped]
            names = [_names(nodes, children[member]) for member in members]
            if members and _is_map(node, [nodes[member] for member in members], names):
                found.update(members)
            else:
                found.update(member for member in members if _is_example_key(nodes[member]))
    return found


def _is_map(node: Node, members: Sequence[Node], names: Sequence[tuple[str, ...]]) -> bool:
    if any(_PLACEHOLDER.fullmatch(member.key or "") for member in members) and len(members) <= 3:
        return all(_PLACEHOLDER.fullmatch(member.key or "") or _ID.fullmatch(member.key or "") for member in members)
    if len(members) == 1 and members[0].bare_key and (types_of(members[0].key or "") or _is_word(members[0])):
        return True
    said = meaning_of_comment(node.comment)
    if _KEYED.search(said.description) or any(_MAPPING.match(name) for name in said.types):
        return True
    if any(all(kind.fullmatch(member.key or "") for member in members) for kind in (_NUMERIC, _ADDRESS)):
        return True
    shapes = [name for member, name in zip(members, names, strict=True) if member.kind == "object"]
    if len(shapes) < len(members):
        return False
    stems = {match[1] if (match := _NUMBERED.fullmatch(member.key or "")) else member.key for member in members}
    if len(stems) == 1 and _NUMBERED.fullmatch(members[0].key or ""):
        return True
    full = {name for name in shapes if name}
    return node.open_ended and len(full) == 1


def _is_word(node: Node) -> bool:
    """Both sides are words without quotes: ``{metadata: value}``."""
    return node.kind == "scalar" and not node.meaning.types and node.meaning.description.isidentifier()


def _names(nodes: Sequence[Node], members: Sequence[int]) -> tuple[str, ...]:
    return tuple(nodes[member].key or "" for member in members[:50])


def _is_example_key(node: Node) -> bool:
    if _PLACEHOLDER.fullmatch(node.key or ""):
        return True
    return node.kind != "scalar" and _ID.fullmatch(node.key or "") is not None


def _values(nodes: Sequence[Node], children: Sequence[Sequence[int]]) -> list[Any]:
    """The example value of each node: of scalars, of short arrays of them, of empty containers."""
    found: list[Any] = [MISSING] * len(nodes)
    for index in range(len(nodes) - 1, -1, -1):
        node = nodes[index]
        meaning = node.meaning
        if node.kind == "scalar":
            if meaning.example is not None:
                found[index] = meaning.example
            elif meaning.types == ("null",):
                found[index] = None
        elif not children[index] and not node.open_ended:
            found[index] = {} if node.kind == "object" else []
        elif node.kind == "array" and children[index]:
            values = [found[child] for child in children[index][:_MOST_VALUES]]
            odd = any(_is_odd(nodes[child]) for child in children[index][:_MOST_VALUES])
            if not odd and all(value is not MISSING for value in values) and len(children[index]) <= _MOST_VALUES:
                found[index] = values
    return found


def _is_odd(node: Node) -> bool:
    """A number that JSON cannot hold, kept as text."""
    return isinstance(node.meaning.example, str) and node.meaning.types in (("float",), ("int",))
