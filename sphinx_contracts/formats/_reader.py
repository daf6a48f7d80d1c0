"""JSON, strict or with comments, read into nodes in one pass without recursion.

The reader keeps what a parser of values throws away: the line of each member, its comment, the text of values
that are no JSON (a bare type, a union of literals) and ellipses.
"""

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Block", "Node", "read_block"]

_DEEPEST = 60
_SKIP = re.compile(r"[^\S\n]+")
_COMMENT = re.compile(r"(?://|#|←)[^\S\n]*([^\n]*)|/\*(.*?)\*/", re.DOTALL)
_KEY = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[^\W\d][\w-]*|<[^<>\n]{1,80}>)\s*:""")
_ELLIPSIS = re.compile(r"\.\.\.|…")
_RAW = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[(\[{]|[)\]}]|,|//|[^\S\n]#|←|\n|[^"'()\[\]{},/\s#←]+|.)""")
_CLOSED = {"}": "object", "]": "array"}
_LITERALS: dict[str, Any] = {"True": True, "False": False, "None": None, "true/false": True}
_BARE = re.compile(r"<?[^\W\d][\w.]*(?:\[.*\])?>?(?:\s*(?:\||\bor\b|/)\s*(?:[\w.]+(?:\[.*\])?|\"[^\"]*\"))*(?:\s*\([^()]*\))?$")
_TYPE_WORDS = re.compile(
    r"(?:int|integer|float|number|str|string|bool|boolean|dict|list|array|object|any|null|none|tuple|set|bytes|datetime|date"
    r"|timestamp|path|iso|optional|true|false)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Node:
    """A member of an object, an element of an array or the top value."""

    path: str  # "recent_examples[].prompt"; "" for the top value
    key: str  # the member's name, "" for elements and the top value
    parent: int  # index of the node around it, -1 for the top value
    line: int  # 0-based line in the block
    kind: str = "value"  # "object", "array", "value" or "type" (``raw`` is no value but names types)
    value: Any = None  # the value of kind "value"
    raw: str = ""  # the text of kind "type"
    comment: str = ""  # the comment on its line
    group: str | None = None  # heading of the group it stands in
    nullable: bool = False  # "| null" follows
    open_ended: bool = False  # an ellipsis stands in it
    first: bool = True  # False in the second and later elements of an array
    seen: list[Any] = field(default_factory=list)  # further values of the same path


@dataclass(slots=True)
class Block:
    """A block that was read."""

    nodes: list[Node]  # all nodes, each after the node around it
    documents: int = 1  # how many top values it holds


@dataclass(slots=True)
class _Frame:
    node: int
    group: str | None = None
    count: int = 0


class _Unreadable(Exception):
    """The text is no data that this reader knows."""


def read_block(text: str) -> Block | None:
    """Read a block of JSON with or without comments; None when it is something else."""
    reader = _Reader(text)
    try:
        reader.read()
    except _Unreadable:
        return None
    return Block(reader.nodes, reader.documents) if reader.nodes else None


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 0
        self.nodes: list[Node] = []
        self.documents = 0
        self._stack: list[_Frame] = []
        self._line_nodes: list[int] = []  # members that started on this line
        self._line_closed = -1  # node closed on this line before any member started
        self._line_used = False  # something other than blanks and comments stands on this line
        self._group_open = False  # the line before was a comment on its own

    def read(self) -> None:
        while True:
            self._blank()
            if self._at >= len(self._text):
                break
            if not self._stack:
                self._top()
            else:
                self._member()
        if self._stack:
            raise _Unreadable

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _blank(self) -> None:
        """Skip blanks, line ends and comments; comments go where they belong."""
        while self._at < len(self._text):
            char = self._text[self._at]
            if char == "\n":
                self._end_line()
                self._at += 1
            elif char.isspace():
                match = _SKIP.match(self._text, self._at)
                self._at = match.end() if match is not None else self._at + 1
            elif char in "/#←" and (match := _COMMENT.match(self._text, self._at)) is not None:
                self._comment((match[1] if match[1] is not None else match[2]).strip())
                self._line += match[0].count("\n")
                self._at = match.end()
            else:
                return

    def _end_line(self) -> None:
        if not self._line_used and not self._group_open and self._stack:
            self._stack[-1].group = None
        self._line += 1
        self._group_open = False
        self._line_used = False
        self._line_nodes.clear()
        self._line_closed = -1

    def _comment(self, text: str) -> None:
        owner = self._line_closed
        if self._line_nodes:
            depth = min(self.nodes[index].path.count(".") for index in self._line_nodes)
            owner = [index for index in self._line_nodes if self.nodes[index].path.count(".") == depth][-1]
        if owner >= 0:
            node = self.nodes[owner]
            node.comment = f"{node.comment} {text}".strip() if node.comment else text
        elif not self._line_used and self._stack:
            self._stack[-1].group = text.strip("-=# ") or None
            self._group_open = True

    def _top(self) -> None:
        if self._peek() not in "{[":
            raise _Unreadable
        self.documents += 1
        self._open("", "", -1, first=self.documents == 1)

    def _member(self) -> None:
        frame = self._stack[-1]
        parent = self.nodes[frame.node]
        char = self._peek()
        self._line_used = True
        if char in "}]":
            if _CLOSED[char] != parent.kind:
                raise _Unreadable
            self._at += 1
            self._stack.pop()
            if not self._line_nodes:
                self._line_closed = frame.node
            self._suffix(parent)
            return
        if char == ",":
            if not frame.count:
                raise _Unreadable
            self._at += 1
            return
        ellipsis = _ELLIPSIS.match(self._text, self._at)
        if ellipsis is not None:
            parent.open_ended = True
            frame.count += 1
            self._at = ellipsis.end()
            return
        if parent.kind == "array":
            self._value(f"{parent.path}[]", "", frame)
            return
        match = _KEY.match(self._text, self._at)
        if match is None:
            raise _Unreadable
        key = _unquoted(match[1])
        self._at = match.end()
        skipped = _SKIP.match(self._text, self._at)
        self._at = skipped.end() if skipped is not None else self._at
        name = key if re.fullmatch(r"[^.\[\]]+", key) else json.dumps(key, ensure_ascii=False)
        self._value(f"{parent.path}.{name}" if parent.path else name, key, frame)

    def _value(self, path: str, key: str, frame: _Frame) -> None:
        first = self.nodes[frame.node].first and (bool(key) or frame.count == 0)
        frame.count += 1
        index = len(self.nodes)
        if self._peek() and self._peek() in "{[":
            self._open(path, key, frame.node, first=first)
        else:
            node = Node(path, key, frame.node, self._line, group=frame.group, first=first)
            self._scalar(node)
            self.nodes.append(node)
        if key:
            self._line_nodes.append(index)

    def _open(self, path: str, key: str, parent: int, *, first: bool) -> None:
        if len(self._stack) >= _DEEPEST:
            raise _Unreadable
        group = self._stack[-1].group if self._stack else None
        kind = "object" if self._peek() == "{" else "array"
        self._line_used = True
        self._at += 1
        self.nodes.append(Node(path, key, parent, self._line, kind, group=group, first=first))
        self._stack.append(_Frame(len(self.nodes) - 1))

    def _suffix(self, node: Node) -> None:
        """Read ``| null`` or ``or None`` behind a closing bracket."""
        match = re.compile(r"[^\S\n]*(?:\||or\b)[^\S\n]*(?:null|None)\b").match(self._text, self._at)
        if match is not None:
            node.nullable = True
            self._at = match.end()

    def _scalar(self, node: Node) -> None:
        raw = self._raw()
        if not raw:
            raise _Unreadable
        quoted = raw[0] == raw[-1] == "'" and len(raw) > 1
        try:
            node.value = _LITERALS[raw] if raw in _LITERALS else _loaded(_double(raw) if quoted else raw)
        except (ValueError, RecursionError):
            if re.fullmatch(r"[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|NaN|Infinity|inf|nan)", raw):
                node.value = raw[:200]
                node.raw = "float" if re.search(r"[.eEn]", raw) else "int"
            elif _TYPE_WORDS.search(raw) or _BARE.match(raw[:300]) or _is_union(raw):
                node.kind, node.raw = "type", raw
            else:
                raise _Unreadable from None
        if raw == "true/false":
            node.kind, node.raw = "type", "bool"

    def _raw(self) -> str:
        """The text up to the comma, comment, line end or closing bracket that ends a value."""
        start, depth = self._at, 0
        while self._at < len(self._text):
            match = _RAW.match(self._text, self._at)
            piece = match[0] if match is not None else self._text[self._at]
            if piece == "\n" or (depth == 0 and (piece in (",", "//", "←") or piece in (")", "]", "}"))):
                break
            if len(piece) > 1 and piece[0].isspace() and piece[-1] == "#":
                break
            if piece in ("(", "[", "{"):
                depth += 1
            elif piece in (")", "]", "}"):
                depth -= 1
            self._at += len(piece)
        return self._text[start : self._at].strip()


def _unquoted(text: str) -> str:
    if text[0] == '"':
        try:
            return str(json.loads(text))
        except ValueError:
            return text[1:-1]
    return text[1:-1] if text[0] == "'" else text


def _double(text: str) -> str:
    return json.dumps(text[1:-1])


def _loaded(text: str) -> Any:
    value = json.loads(text, parse_constant=_refused)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(text)
    return value


def _refused(name: str) -> Any:
    raise ValueError(name)


def _is_union(text: str) -> bool:
    parts = re.split(r"\s*\|\s*|\s+or\s+", text)
    return len(parts) > 1 and all(re.fullmatch(r'"[^"]*"|[\w.\-]+', part) for part in parts)
