"""JSON, strict or as people write it in docstrings, read into nodes in one pass without recursion.

The reader keeps what a parser of values throws away: the line of each member, its comment, the text of values
that are no JSON (a bare type, a union of literals) and ellipses.
"""

import re
from dataclasses import dataclass

from sphinx_contracts.formats._nodes import DEEPEST, Block, Node, Remark, UnreadableError, path_of
from sphinx_contracts.formats._scalars import Scalar, read_scalar, unquoted
from sphinx_contracts.formats._words import types_of

__all__ = ["read_block"]

_SKIP = re.compile(r"[^\S\n]+")
_COMMENT = re.compile(r"(?://|#|←|<-+(?=\s))[^\S\n]*([^\n]*)|/\*(.{0,5000}?)\*/", re.DOTALL)
_KEY = re.compile(
    r"(?P<key>[rbu]?\"(?:[^\"\\\n]|\\.)*\"|[rbu]?'(?:[^'\\\n]|\\.)*'|[^\W\d][\w.-]*|-?\d[\w.-]*|<[^<>\n]{1,80}>|\{[^{}\n\"':]{1,80}\}"
    r"|\[[^\[\]\n\"':]{1,80}\])(?P<mark>\?)?\s*:(?!:)"
)
_ELLIPSIS = re.compile(r"(?:\"\.{3}\"|'\.{3}'|\.{3}|…|\betc\b\.?)(?P<colon>\s*:)?[^\n,}\])/#←\"'{\[]*")
_NULL_SUFFIX = re.compile(r"[^\S\n]*(?:\||\bor\b|/)[^\S\n]*(?:null|None)\b")
_TYPE_SUFFIX = re.compile(r"[^\S\n]*(?:\||\bor\b)[^\S\n]*([A-Za-z_][\w.]*(?:\[[^\]\n]{0,100}\])?)(?=[^\S\n]*(?:[,)}\]\n]|//|#|$|\|))")
_SHAPE_SUFFIX = re.compile(r"\s*(?:\||\bor\b)\s*(?=[{\[])")
_REMARK_SUFFIX = re.compile(r"[^\S\n]*\(([^()\n]{1,200})\)")
_TUPLE = re.compile(r"\(\s*(?:[\"'\d\[({<-]|\.\.\.|(?:True|False|None|str|int|float|bool|dict|list|bytes|Any)\b|[A-Za-z_][\w.]*\s*,)")
_PROSE = re.compile(r"[^\n\"'{}\[\]:]{1,300}")
_ASIDE = re.compile(r"\||or\b|if\b|when\b|[-–—(]")
_LONGEST_KEY = 200


@dataclass(slots=True)
class _Frame:
    """A bracket that is open."""

    node: int
    closer: str
    keys: dict[str, int]
    group: str | None = None


def read_block(text: str) -> Block:
    """Read a block of JSON with or without comments.

    Raises:
        UnreadableError: If the text is something else
    """
    reader = _Reader(text)
    reader.read()
    return Block(
        reader.nodes, reader.documents, reader.quoted, reader.python, reader.trailing, remarks=tuple(reader.remarks)
    )


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 0
        self.nodes: list[Node] = []
        self.documents = 0
        self.quoted = False
        self.python = False
        self.trailing = False  # prose goes on behind the closing bracket
        self.remarks: list[Remark] = []
        self._stack: list[_Frame] = []
        self._line_nodes: list[int] = []  # members that started on this line
        self._line_closed = -1  # node closed on this line before any member started
        self._line_used = False  # something other than blanks and comments stands on this line
        self._group_open = False  # the line before was a comment on its own
        self._commented: tuple[int, int] = (-1, -1)  # node and column of the line before's comment

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
            raise UnreadableError("a bracket is not closed", self.nodes[self._stack[-1].node].line)
        if not self.nodes:
            raise UnreadableError("there is no data in it", 0)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _fail(self, message: str) -> UnreadableError:
        return UnreadableError(message, self._line)

    # ---- blanks and comments

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
            elif char in "/#←<" and (match := _COMMENT.match(self._text, self._at)) is not None:
                block = match[1] is None
                self._comment((match[2] if block else match[1]).strip())
                self._line += match[0].count("\n")
                self._at = match.end()
            else:
                return

    def _end_line(self) -> None:
        if not self._line_used:
            if not self._group_open and self._stack:
                self._stack[-1].group = None
            if self._commented[0] < 0 or not self._group_open:
                self._commented = (-1, -1)
        self._line += 1
        self._group_open = False
        if self._line_used and not self._line_nodes and self._line_closed < 0:
            self._commented = (-1, -1)
        self._line_used = False
        self._line_nodes.clear()
        self._line_closed = -1

    def _comment(self, text: str) -> None:
        column = self._at - self._text.rfind("\n", max(0, self._at - 500), self._at)
        owner = self._line_closed
        if self._line_nodes:
            depth = min(self._depth(index) for index in self._line_nodes)
            owner = [index for index in self._line_nodes if self._depth(index) == depth][-1]
        if owner < 0 and not self._line_used and self._commented[1] == column:
            # a second line under a comment continues it
            self.nodes[self._commented[0]].comment += f" {text}"
            self._group_open = True
        elif owner >= 0:
            node = self.nodes[owner]
            node.comment = f"{node.comment} {text}".strip()
            self._commented = (owner, column)
        elif not self._line_used and self._stack:
            if _ELLIPSIS.match(text):
                self.nodes[self._stack[-1].node].open_ended = True
                return
            self._stack[-1].group = text.strip("-=# *").rstrip(":") or None
            self._group_open = True

    def _depth(self, index: int) -> int:
        return self.nodes[index].path.count(".") + self.nodes[index].path.count("[]")

    # ---- structure

    def _top(self) -> None:
        char = self._peek()
        if char in "{[":
            self.documents += 1
            self._open("", None, -1, self._line)
        elif self.documents and (match := _ELLIPSIS.match(self._text, self._at)) is not None:
            self._at = match.end()
        elif self.documents and (char == "," or self._line_used):
            # a remark behind the closing bracket
            self._behind(char)
        else:
            raise self._fail("no data starts here")

    def _behind(self, char: str) -> None:
        """Skip what stands behind the closing bracket on its line."""
        if char in ",.;":
            self._at += 1
            return
        end = self._text.find("\n", self._at)
        end = end if end >= 0 else len(self._text)
        self.trailing = self.trailing or not _ASIDE.match(self._text, self._at, end)
        self._at = end

    def _member(self) -> None:
        frame = self._stack[-1]
        parent = self.nodes[frame.node]
        char = self._peek()
        self._line_used = True
        if char in "}])":
            self._close(frame, char)
        elif char in ",;":
            self._at += 1
        elif (ellipsis := _ELLIPSIS.match(self._text, self._at)) is not None:
            parent.open_ended = True
            self._at = ellipsis.end()
            if ellipsis["colon"] and self._peek() in "\"'{[":
                self._elided(frame)
        elif parent.kind == "array":
            self._value(f"{parent.path}[]", None, frame, self._line)
        else:
            self._pair(frame, parent)

    def _elided(self, frame: _Frame) -> None:
        """Skip the value of a ``...`` key: it says no more than the ellipsis."""
        count = len(self.nodes)
        self._value("", "...", frame, self._line)
        self.nodes[count].skipped = True
        self._line_nodes = [index for index in self._line_nodes if index < count]

    def _pair(self, frame: _Frame, parent: Node) -> None:
        match = _KEY.match(self._text, self._at)
        if match is None:
            self._prose()
            return
        raw = match["key"]
        key = unquoted(raw)
        if len(key) > _LONGEST_KEY:
            raise UnreadableError("a key is too long", self._line, complex_=True)
        self.quoted = self.quoted or raw[-1] in "\"'"
        self.python = self.python or raw[-1] == "'"
        line = self._line
        self._line += match[0].count("\n")
        self._at = match.end()
        self._spaces()
        path = path_of(parent.path, key, line)
        if key in frame.keys and not (raw[0] in "<{["):
            self.remarks.append(Remark(line, f'the key "{key}" stands twice in one object', frame.keys[key]))
        frame.keys.setdefault(key, line)
        optional = match["mark"] is not None or (raw[-1] not in "\"'" and raw.endswith("?"))
        index = len(self.nodes)
        self._value(path, key, frame, line, optional=optional)
        self.nodes[index].bare_key = raw[-1] not in "\"'"

    def _prose(self) -> None:
        """Words behind a member, on its line, are a remark about it; anywhere else they make no sense."""
        match = _PROSE.match(self._text, self._at)
        if match is None or not self._line_nodes:
            raise self._fail("a key is missing")
        self._comment(match[0].strip(" -–—"))
        self._at = match.end()

    def _spaces(self) -> None:
        """Skip blanks behind a key; a value may stand on the next line."""
        match = re.compile(r"\s*").match(self._text, self._at)
        if match is not None:
            self._line += match[0].count("\n")
            self._at = match.end()

    def _value(self, path: str, key: str | None, frame: _Frame, line: int, *, optional: bool = False) -> None:
        index = len(self.nodes)
        char = self._peek()
        if char and (char in "{[" or _TUPLE.match(self._text, self._at)):
            self._open(path, key, frame.node, line, optional=optional)
        else:
            scalar = self._scalar(key, line)
            self._add(Node(path, key, frame.node, line, group=frame.group, optional=optional), scalar)
            if scalar.opens:
                self._open(path, key, frame.node, line, alternative=True)
        if key is not None:
            self._line_nodes.append(index)

    def _scalar(self, key: str | None, line: int) -> Scalar:
        scalar = read_scalar(self._text, self._at, key or "", line)
        self._at = scalar.end
        self._line += scalar.lines
        self.python = self.python or scalar.python
        return scalar

    def _add(self, node: Node, scalar: Scalar) -> None:
        node.meaning = scalar.meaning
        node.open_ended = scalar.meaning.open_ended
        self.nodes.append(node)

    def _open(
        self, path: str, key: str | None, parent: int, line: int, *, optional: bool = False, alternative: bool = False
    ) -> None:
        if len(self._stack) >= DEEPEST:
            raise UnreadableError(f"it is nested more than {DEEPEST} levels deep", line, complex_=True)
        group = self._stack[-1].group if self._stack else None
        char = self._peek()
        kind = "object" if char == "{" else "array"
        self.python = self.python or char == "("
        self._line_used = True
        self._at += 1
        self.nodes.append(Node(path, key, parent, line, kind, group=group, optional=optional, alternative=alternative))
        self._stack.append(_Frame(len(self.nodes) - 1, {"{": "}", "[": "]", "(": ")"}[char], {}))

    def _close(self, frame: _Frame, char: str) -> None:
        if char != frame.closer:
            raise self._fail(f"'{char}' stands where '{frame.closer}' is expected")
        self._at += 1
        self._stack.pop()
        if not self._line_nodes:
            self._line_closed = frame.node
        self._suffix(frame.node)

    def _suffix(self, index: int) -> None:
        """Read ``| null``, ``or str``, ``| {...}`` or a remark in brackets behind a closing bracket."""
        node = self.nodes[index]
        while True:
            if (match := _NULL_SUFFIX.match(self._text, self._at)) is not None:
                node.nullable = True
            elif (match := _TYPE_SUFFIX.match(self._text, self._at)) is not None and types_of(match[1], classes=True):
                node.others = (*node.others, match[1])
            elif (match := _REMARK_SUFFIX.match(self._text, self._at)) is not None:
                node.comment = f"{node.comment} ({match[1]})".strip()
            elif node.parent >= 0 and (match := _SHAPE_SUFFIX.match(self._text, self._at)) is not None:
                self._line += match[0].count("\n")
                self._at = match.end()
                self._open(node.path, node.key, node.parent, self._line, alternative=True)
                return
            else:
                return
            self._at = match.end()


