"""Strict JSON gone through token by token: the first thing that is wrong, and where values stand.

The standard library decodes far faster, but tells no positions of values and says of some mistakes only that it
expected something else. This pass is made for texts with an error in them. It needs no recursion and is linear.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinx_contracts.formats.validation._document import DEEPEST, BadDataError, Path, Place, Remark, quoted

__all__ = ["locate", "problems"]

_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\w.])")
_WORD = re.compile(r"-?[^\W\d]\w*")
_ODD_NUMBER = re.compile(r"[-+.]?\d[\w.+-]*")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[^u])")
_CONSTANTS = frozenset({"true", "false", "null"})
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})
_PYTHON = {"True": "true", "False": "false", "None": "null", "undefined": "null", "nan": "null"}
_MOST_DIGITS = 4300  # Python refuses to read longer integers
_HERE = object()


def problems(text: str) -> tuple[Remark, ...]:
    """What is wrong with a text that can be decoded all the same: keys that stand twice, NaN.

    Raises:
        BadDataError: If the text is no JSON, or nested too deeply
    """
    scan = _Scan(text, {}, DEEPEST)
    scan.run()
    return tuple(scan.remarks)


def locate(text: str, paths: Iterable[Path]) -> Mapping[Path, Place]:
    """Find where values stand in a text that can be decoded."""
    wanted: dict[Any, Any] = {}
    for path in paths:
        node = wanted
        for step in path:
            node = node.setdefault(step, {})
        node[_HERE] = path
    scan = _Scan(text, wanted, None)
    scan.run()
    return scan.places


@dataclass(slots=True)
class _Frame:
    """An object or array that is open."""

    closer: str  # the bracket that closes it
    wanted: Mapping[Any, Any]  # what is looked for inside it
    step: str | int = -1  # key or index of the member that is read
    keys: dict[str, int] = field(default_factory=dict)  # the keys read so far and their offsets


class _Scan:
    def __init__(self, text: str, wanted: Mapping[Any, Any], deepest: int | None) -> None:
        self._text = text
        self._at = 0
        self._key = 0
        self._wanted = wanted
        self._deepest = deepest
        self._stack: list[_Frame] = []
        self.places: dict[Path, Place] = {}
        self.remarks: list[Remark] = []

    def run(self) -> None:
        state: Callable[[], Any] | None = self._value
        while state is not None:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            state = state()

    def _path(self) -> Path:
        return tuple(frame.step for frame in self._stack)

    def _bad(self, message: str, at: int | None = None) -> BadDataError:
        return BadDataError(self._at if at is None else at, message, self._path()[:-1])

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    # ---- states: each takes what stands here and gives what comes next

    def _value(self) -> Any:
        char = self._peek()
        frame = self._stack[-1] if self._stack else None
        wanted: Mapping[Any, Any] = frame.wanted.get(frame.step, {}) if frame is not None else self._wanted
        if _HERE in wanted:
            in_object = frame is not None and frame.closer == "}"
            # the last of several members with one key is the one that counts
            self.places[wanted[_HERE]] = Place(self._key if in_object else self._at, self._at)
        if char in ("{", "["):
            if self._deepest is not None and len(self._stack) >= self._deepest:
                raise self._bad(f"the data is nested more than {self._deepest} levels deep")
            self._stack.append(_Frame("}" if char == "{" else "]", wanted))
            self._at += 1
            return self._first_key if char == "{" else self._first_element
        if char == '"':
            self._at = self._string_end()
            return self._after_value
        match = _NUMBER.match(self._text, self._at)
        if match is not None:
            if len(match[0]) > _MOST_DIGITS and match[0].lstrip("-").isdigit():
                raise self._bad(f"the number has more than {_MOST_DIGITS} digits")
            self._at = match.end()
            return self._after_value
        word = _WORD.match(self._text, self._at)
        if word is not None and word[0] in _CONSTANTS:
            self._at = word.end()
            return self._after_value
        if word is not None and word[0] in _NOT_FINITE:
            self.remarks.append(Remark(self._at, f"{word[0]} is no number in JSON; write null", self._path()))
            self._at = word.end()
            return self._after_value
        raise self._bad(self._no_value(char, word[0] if word is not None else ""))

    def _first_key(self) -> Any:
        return self._close() if self._peek() == "}" else self._key_of_member()

    def _next_key(self) -> Any:
        if self._peek() == "}":
            raise self._bad("a comma stands before the closing brace", self._text.rindex(",", 0, self._at))
        return self._key_of_member()

    def _key_of_member(self) -> Any:
        char = self._peek()
        if char != '"':
            raise self._bad(self._no_key(char))
        self._key = self._at
        end = self._string_end()
        key = _unescaped(self._text[self._at + 1 : end - 1])
        self._at = end
        frame = self._stack[-1]
        frame.step = key
        if key in frame.keys:
            self.remarks.append(Remark(self._key, f"the key {quoted(key)} stands twice in one object", self._path()))
        frame.keys[key] = self._key
        return self._colon

    def _colon(self) -> Any:
        if self._peek() != ":":
            key = quoted(str(self._stack[-1].step))
            raise self._bad(f"a colon is missing behind the key {key}{self._found()}")
        self._at += 1
        return self._value

    def _first_element(self) -> Any:
        return self._close() if self._peek() == "]" else self._element()

    def _next_element(self) -> Any:
        if self._peek() == "]":
            raise self._bad("a comma stands before the closing bracket", self._text.rindex(",", 0, self._at))
        return self._element()

    def _element(self) -> Any:
        frame = self._stack[-1]
        frame.step = int(frame.step) + 1
        return self._value()

    def _after_value(self) -> Any:
        char = self._peek()
        if not self._stack:
            if char:
                hint = "; name a file with one value on each line .jsonl" if char in ("{", "[") else ""
                raise self._bad(f"something stands behind the end of the document{hint}")
            return None
        closer = self._stack[-1].closer
        if char == ",":
            self._at += 1
            return self._next_key if closer == "}" else self._next_element
        if char == closer:
            return self._close()
        raise self._bad(self._ends() if not char else f"a comma or {closer} is missing{self._found()}")

    def _close(self) -> Any:
        self._stack.pop()
        self._at += 1
        return self._after_value

    # ---- what is wrong

    def _string_end(self) -> int:
        """The offset behind the string that starts here."""
        end = _STRING.match(self._text, self._at).end()  # type: ignore[union-attr]
        char = self._text[end : end + 1]
        if char == '"':
            return end + 1
        if char in ("\n", "\r"):
            raise self._bad("the line ends inside a string", end)
        if not char:
            raise self._bad("the text ends inside a string", end)
        if char == "\\":
            escape = _ESCAPE.match(self._text, end)
            raise self._bad(f"{escape[0] if escape is not None else char} is no escape of JSON", end)
        raise self._bad(f"the control character U+{ord(char):04X} stands in a string", end)

    def _found(self) -> str:
        char = self._peek()
        if self._text.startswith(("//", "/*", "#"), self._at):
            return "; JSON has no comments"
        return f"; {quoted(char)} stands there" if char and char != '"' else ""

    def _ends(self) -> str:
        frame = self._stack[-1]
        return f"the text ends inside an {'object' if frame.closer == '}' else 'array'}"

    def _no_value(self, char: str, word: str) -> str:
        if not char:
            return self._ends() if self._stack else "the text holds no value"
        if self._text.startswith(("//", "/*", "#"), self._at):
            return "JSON has no comments"
        if char == "'":
            return "a string of JSON stands in double quotes"
        if word in _PYTHON:
            return f"{word} is no value of JSON; write {_PYTHON[word]}"
        if word:
            return f"{quoted(word)} is no value of JSON; a string stands in double quotes"
        odd = _ODD_NUMBER.match(self._text, self._at)
        if odd is not None:
            return f"{quoted(odd[0])} is no number of JSON"
        return f"a value is missing; {quoted(char)} stands there"

    def _no_key(self, char: str) -> str:
        if not char:
            return self._ends()
        if self._text.startswith(("//", "/*", "#"), self._at):
            return "JSON has no comments"
        return f"a key in double quotes is missing; {quoted(char)} stands there"


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    import json

    key: str = json.loads(f'"{text}"')
    return key
