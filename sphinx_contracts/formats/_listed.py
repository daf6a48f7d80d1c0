"""A format given as a list of its fields: bullets, or lines of ``name: type``."""

import re
from collections.abc import Sequence

from sphinx_contracts.formats._claims import indent_of
from sphinx_contracts.formats._nodes import Block, Node, path_of
from sphinx_contracts.formats._words import Meaning, meaning_of_comment
from sphinx_contracts.model.fast_init import replace

__all__ = ["read_listed"]

_ITEM = re.compile(
    r"(?P<bullet>[-*•+]\s+|\d{1,3}[.)]\s+)?(?:``?|\*\*|[\"'])?"
    r"(?P<name>[A-Za-z_][\w-]{0,80}(?:\[\])?(?:\.[\w-]{1,80}(?:\[\])?){0,10})(?:``?|\*\*|[\"'])?"
    r"\s*(?:\((?P<type>[^()]{1,100})\))?\s*(?::(?!:)|\s[-–—]\s)\s*(?P<rest>.*)$"
)
_COMMENT = re.compile(r"\s+(?:#|//|←)\s*")
_MOST_LINES = 1000


def read_listed(lines: Sequence[str], index: int) -> tuple[Block, int] | None:
    """Read a list of at least two fields that all have a type; None when the lines are anything else."""
    found: list[tuple[int, int, str, Meaning]] = []
    margin = indent_of(lines[index])
    end = index
    bulleted = False
    while end < len(lines) and end - index < _MOST_LINES:
        text = lines[end].strip()
        indent = indent_of(lines[end])
        if not text or indent < margin:
            break
        match = _ITEM.match(text)
        if end == index:
            bulleted = match is not None and match["bullet"] is not None
        if match is None or (match["bullet"] is None) == bulleted:
            if indent <= margin or not found:
                return None
            line, level, name, meaning = found[-1]
            found[-1] = line, level, name, _more(meaning, text)
        else:
            meaning = _meaning(match)
            if not meaning.types:
                return None
            found.append((end - index, indent, match["name"], meaning))
        end += 1
    return (_block(found), end) if len(found) > 1 else None


def _meaning(match: re.Match[str]) -> Meaning:
    rest = _COMMENT.sub(": ", match["rest"].strip(), count=1)
    if match["type"]:
        return meaning_of_comment(f"{match['type']}: {rest}" if rest else match["type"])
    return meaning_of_comment(rest) if rest else Meaning()


def _more(meaning: Meaning, text: str) -> Meaning:
    return replace(meaning, description=f"{meaning.description} {text}".strip())


def _block(found: Sequence[tuple[int, int, str, Meaning]]) -> Block:
    tree = _Tree()
    stack: list[tuple[int, int]] = [(-1, 0)]  # indentation and node of the fields around
    for line, indent, name, meaning in found:
        while stack[-1][0] >= indent:
            stack.pop()
        index = stack[-1][1]
        *around, key = name.split(".")
        for part in around:
            index = tree.part(index, part, line)
        index = tree.add(index, key, line, meaning)
        if len(stack) < 20:
            stack.append((indent, index))
    return Block(tree.nodes)


class _Tree:
    """The fields that were listed so far, those that a path like ``recent[].step`` names included."""

    def __init__(self) -> None:
        self.nodes = [Node("", None, -1, 0, "object")]
        self._elements: dict[int, int] = {}  # an array -> its elements
        self._known: dict[tuple[int, str], int] = {}  # object and key -> field

    def add(self, around: int, key: str, line: int, meaning: Meaning) -> int:
        """Add a field to a field that holds it; ``key[]`` is a list of what is said."""
        parent = self._container(around, line)
        if key.endswith("[]"):
            key = key.removesuffix("[]")
            meaning = replace(meaning, types=(f"list[{' | '.join(meaning.types)}]",))
        path = path_of(self.nodes[parent].path, key, line)
        self.nodes.append(Node(path, key, parent, line, "scalar", meaning))
        self._known[parent, key] = len(self.nodes) - 1
        return len(self.nodes) - 1

    def part(self, around: int, key: str, line: int) -> int:
        """The field that a part of a path names, made where the list does not have it."""
        parent = self._container(around, line)
        known = self._known.get((parent, key.removesuffix("[]")))
        return known if known is not None else self.add(around, key, line, Meaning(("dict",)))

    def _container(self, index: int, line: int) -> int:
        """The object that holds the fields below a node: the node itself, or the elements of its list."""
        node = self.nodes[index]
        if node.kind == "object":
            return index
        if node.kind == "array":
            return self._elements[index]
        names = " ".join(node.meaning.types).lower()
        node.comment = _said(node.meaning)
        node.meaning = Meaning()
        if "list" in names or "array" in names:
            node.kind = "array"
            self.nodes.append(Node(f"{node.path}[]", None, index, line, "object"))
            self._elements[index] = len(self.nodes) - 1
            return len(self.nodes) - 1
        node.kind = "object"
        return index


def _said(meaning: Meaning) -> str:
    types = " | ".join([*meaning.types, *(["null"] if meaning.nullable else [])])
    return f"{types}: {meaning.description}" if meaning.description else types
