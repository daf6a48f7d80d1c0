"""JSON, strict or as people write it in docstrings, read into nodes in one pass without recursion.

The reader keeps what a parser of values throws away: the line of each member, its comment, the text of values
that are no JSON (a bare type, a union of literals) and ellipses.
"""

from sphinx_contracts.formats._comments import Comments, Frame
from sphinx_contracts.formats._nodes import DEEPEST, Block, Node, Remark, UnreadableError, path_of
from sphinx_contracts.formats._scalars import Scalar, read_scalar, unquoted
from sphinx_contracts.formats._tokens import (
    ASIDE,
    COMMENT,
    ELLIPSIS,
    KEY,
    NAME_ALONE,
    NULL_SUFFIX,
    PLACEHOLDER,
    PROSE,
    REMARK_SUFFIX,
    SHAPE_SUFFIX,
    SKIP,
    SPACE,
    TUPLE,
    TYPE_SUFFIX,
)
from sphinx_contracts.formats._words import types_of

__all__ = ["read_block"]

_LONGEST_KEY = 200


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
        self._stack: list[Frame] = []
        self._comments = Comments(self.nodes)

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
                self._comments.end_line(self._stack[-1] if self._stack else None)
                self._line += 1
                self._at += 1
            elif char.isspace():
                match = SKIP.match(self._text, self._at)
                self._at = match.end() if match is not None else self._at + 1
            elif char in "/#←<" and (match := COMMENT.match(self._text, self._at)) is not None:
                block = match[1] is None
                self._comment((match[2] if block else match[1]).strip())
                self._line += match[0].count("\n")
                self._at = match.end()
            else:
                return

    def _comment(self, text: str) -> None:
        column = self._at - self._text.rfind("\n", max(0, self._at - 500), self._at)
        self._comments.take(text, column, self._stack[-1] if self._stack else None)

    def _top(self) -> None:
        char = self._peek()
        if char in "{[":
            self.documents += 1
            self._open("", None, -1, self._line)
        elif self.documents and (match := ELLIPSIS.match(self._text, self._at)) is not None:
            self._at = match.end()
        elif self.documents and (char == "," or self._comments.used):
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
        self.trailing = self.trailing or not ASIDE.match(self._text, self._at, end)
        self._at = end

    def _member(self) -> None:
        frame = self._stack[-1]
        parent = self.nodes[frame.node]
        char = self._peek()
        self._comments.used = True
        if char in "}])":
            self._close(frame, char)
        elif char in ",;":
            self._at += 1
        elif (ellipsis := ELLIPSIS.match(self._text, self._at)) is not None:
            parent.open_ended = True
            self._at = ellipsis.end()
            if ellipsis["colon"] and self._peek() in "\"'{[":
                self._elided(frame)
        elif parent.kind == "array":
            self._value(f"{parent.path}[]", None, frame, self._line)
        else:
            self._pair(frame, parent)

    def _elided(self, frame: Frame) -> None:
        """Skip the value of a ``...`` key: it says no more than the ellipsis."""
        count = len(self.nodes)
        self._value("", "...", frame, self._line)
        self.nodes[count].skipped = True
        self._comments.started = [index for index in self._comments.started if index < count]

    def _pair(self, frame: Frame, parent: Node) -> None:
        match = KEY.match(self._text, self._at)
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
        if key in frame.keys and raw[0] not in "<{[":
            self.remarks.append(Remark(line, f'the key "{key}" stands twice in one object', frame.keys[key]))
        frame.keys.setdefault(key, line)
        optional = match["mark"] is not None or (raw[-1] not in "\"'" and raw.endswith("?"))
        index = len(self.nodes)
        self._value(path, key, frame, line, optional=optional)
        self.nodes[index].bare_key = raw[-1] not in "\"'"

    def _prose(self) -> None:
        """Words in the place of a key: a name alone, words for all fields, or a remark on the line's member."""
        parent = self.nodes[self._stack[-1].node]
        if (name := NAME_ALONE.match(self._text, self._at)) is not None and len(self._stack) > 1:
            self._name(name[0])
            return
        if (words := PLACEHOLDER.match(self._text, self._at)) is not None:
            parent.open_ended = True
            parent.comment = f"{parent.comment} {words[1].strip()}".strip()
            self._at = words.end()
            return
        match = PROSE.match(self._text, self._at)
        if match is None or not self._comments.started:
            raise self._fail("a key is missing")
        self._comment(match[0].strip(" -–—"))
        self._at = match.end()

    def _name(self, name: str) -> None:
        """A field of which only the name is given: ``{severity, line}``."""
        frame = self._stack[-1]
        path = path_of(self.nodes[frame.node].path, name, self._line)
        self._comments.started.append(len(self.nodes))
        self.nodes.append(Node(path, name, frame.node, self._line, group=frame.group))
        self._at += len(name)

    def _spaces(self) -> None:
        """Skip blanks behind a key; a value may stand on the next line."""
        match = SPACE.match(self._text, self._at)
        if match is not None:
            self._line += match[0].count("\n")
            self._at = match.end()

    def _value(self, path: str, key: str | None, frame: Frame, line: int, *, optional: bool = False) -> None:
        index = len(self.nodes)
        char = self._peek()
        if char and (char in "{[" or TUPLE.match(self._text, self._at)):
            self._open(path, key, frame.node, line, optional=optional)
        else:
            scalar = self._scalar(key, line)
            self._add(Node(path, key, frame.node, line, group=frame.group, optional=optional), scalar)
            if scalar.opens:
                self._open(path, key, frame.node, line, alternative=True)
        if key is not None:
            self._comments.started.append(index)

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
        self._comments.used = True
        self._at += 1
        self.nodes.append(Node(path, key, parent, line, kind, group=group, optional=optional, alternative=alternative))
        self._stack.append(Frame(len(self.nodes) - 1, {"{": "}", "[": "]", "(": ")"}[char], {}))

    def _close(self, frame: Frame, char: str) -> None:
        if char != frame.closer:
            raise self._fail(f"'{char}' stands where '{frame.closer}' is expected")
        self._at += 1
        self._stack.pop()
        if not self._comments.started:
            self._comments.closed = frame.node
        self._suffix(frame.node)

    def _suffix(self, index: int) -> None:
        """Read ``| null``, ``or str``, ``| {...}`` or a remark in brackets behind a closing bracket."""
        node = self.nodes[index]
        while True:
            if (match := NULL_SUFFIX.match(self._text, self._at)) is not None:
                node.nullable = True
            elif (match := TYPE_SUFFIX.match(self._text, self._at)) is not None and types_of(match[1], classes=True):
                node.others = (*node.others, match[1])
            elif (match := REMARK_SUFFIX.match(self._text, self._at)) is not None:
                node.comment = f"{node.comment} ({match[1]})".strip()
            elif node.parent >= 0 and (match := SHAPE_SUFFIX.match(self._text, self._at)) is not None:
                self._line += match[0].count("\n")
                self._at = match.end()
                self._open(node.path, node.key, node.parent, self._line, alternative=True)
                return
            else:
                return
            self._at = match.end()
