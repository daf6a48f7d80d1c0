"""One value that is neither object nor array: a literal, a type, a union, a placeholder or prose."""

import json
import re
from dataclasses import dataclass
from typing import Any

from sphinx_contracts.formats._nodes import UnreadableError
from sphinx_contracts.formats._words import Meaning, literal, meaning_of_value, types_of
from sphinx_contracts.model.fast_init import fast_init, replace

__all__ = ["Scalar", "meaning_of_text", "read_scalar", "unquoted"]

_PIECE = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|(?<![\w'])'(?:[^'\\\n]|\\.)*'(?!\w)|[(\[{]|[)\]}]|,|;|(?<!:)//|/\*|(?<=\s)#|←|(?<=\s)<-+(?=\s)|\n"
    r"|[^\"'()\[\]{},;/\s#←<\n]+|."
)
_LONG_STRING = re.compile(r"([\"'])(?:(?!\1)[^\\]|\\.){0,2000}?\1(?=[^\S\n]*(?:[,}\])]|\n|$|//|#))", re.DOTALL)
_UNION_GOES_ON = re.compile(r"\n\s*\|(?!\|)")
_UNION_OPEN = re.compile(r"(?:\||\bor)\s*$")
_PREFIXED = re.compile(r"\A[rbuf]{1,2}(?=[\"'])", re.IGNORECASE)
_ODD_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|NaN|nan|[Ii]nf(?:inity)?|Infinity)")
_COMPREHENSION = re.compile(r"\bfor\b.{1,80}\bin\b|^\s*(?:lambda|return|yield|import)\b|:=|=>|->")
_QUOTED_TYPE = re.compile(
    r"(?:string|str|integer|int|float|number|boolean|bool|datetime|(?:unix )?timestamp|iso[\s-]?(?:8601)?.*)",
    re.IGNORECASE,
)
_QUOTED_UNION = re.compile(r"[\w.+-]{1,40}(?:\s?\|\s?[\w.+-]{1,40})+")
# a member's value, `list of (host, port) tuples`; as the one element of an array such words tell of the array
_COLLECTION = re.compile(r"(list|array|sequence|set|tuple|dict|dictionary|mapping) of \S", re.IGNORECASE)
_TYPE_KEYS = frozenset({"type", "dtype", "kind", "format", "$ref", "data_type", "datatype"})
_NULL = frozenset({"null", "None", "nil", "undefined"})
_PYTHON = frozenset({"None", "True", "False"})
_ENDS = frozenset({",", ";", "//", "/*", "←", "#", ")", "]", "}"})
_LONGEST = 2000
_PROSE = 300


@fast_init
@dataclass(frozen=True, slots=True)
class Scalar:
    """A value and where it ends."""

    end: int  # position behind it
    lines: int  # line ends inside it
    meaning: Meaning  # what it is
    python: bool = False  # written as Python does
    opens: bool = False  # a bracket follows that is another shape of the same value


def unquoted(text: str) -> str:
    """The characters of a key."""
    text = _PREFIXED.sub("", text, count=1)
    if text[0] in "\"'":
        value = literal(text)
        return str(value[0]) if value is not None else text[1:-1]
    return text


def read_scalar(text: str, at: int, key: str, line: int) -> Scalar:
    """Read the value that starts at a position.

    Raises:
        UnreadableError: If no value stands there
    """
    end, lines = _end(text, at)
    raw = " ".join(text[at:end].split()) if lines and text[at] not in "\"'" else text[at:end].strip()
    opens = _UNION_OPEN.search(raw[-8:]) is not None and text[end : end + 1] in ("{", "[")
    if opens:
        raw = _UNION_OPEN.sub("", raw).rstrip()
    if not raw:
        raise UnreadableError("a value is missing", line)
    if _COMPREHENSION.search(raw) and raw[0] not in "\"'":
        raise UnreadableError("it is program code", line)
    bare = _PREFIXED.sub("", raw, count=1)
    if bare[:1] == '"' and '"' not in bare[1:]:
        raise UnreadableError("a string is not closed", line)
    python = raw in _PYTHON or bare[0] == "'" or bare != raw
    return Scalar(end, lines, meaning_of_text(bare, key), python, opens)


def _end(text: str, at: int) -> tuple[int, int]:
    """Where a value ends: at a comma, comment, line end or closing bracket outside brackets and strings."""
    start, depth, lines = at, 0, 0
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            break
        piece = match[0]
        if piece == "\n":
            goes_on = _UNION_GOES_ON.match(text, at) or _UNION_OPEN.search(text[max(start, at - 8) : at]) or depth > 0
            if not goes_on or lines >= 20 or not text[at + 1 : at + 2]:
                break
            lines += 1
        elif piece in ('"', "'") and (long := _LONG_STRING.match(text, at)) is not None:
            lines += long[0].count("\n")
            at = long.end()
            continue
        elif depth == 0 and (piece in _ENDS or (piece[0] == "<" and "-" in piece)):
            break
        elif piece in ("{", "[") and depth == 0 and _UNION_OPEN.search(text[max(start, at - 8) : at]):
            if not re.match(r"[{\[]\s*(?:\.{3}|…)\s*[}\]]", text[at : at + 20]):
                break
            depth += 1
        elif piece in ("(", "[", "{"):
            depth += 1
        elif piece in (")", "]", "}"):
            depth -= 1
        at = match.end()
    return at, lines


def meaning_of_text(raw: str, key: str) -> Meaning:
    """What the text of a value is: an example, a type, listed values, or words about it."""
    if raw in _NULL:
        return Meaning(("null",), nullable=True)
    value = literal(raw) if len(raw) <= _LONGEST or raw[0] in "\"'" else None
    if value is not None:
        return _of_string(value[0], key) if isinstance(value[0], str) else _example(value[0])
    if _ODD_NUMBER.fullmatch(raw[:400]):
        kind = "float" if re.search(r"[.eEnN]", raw) else "int"
        return Meaning((kind,), example=raw[:200])
    if raw in ("...", "…"):
        return Meaning()
    if len(raw) > _PROSE and raw[0] not in "\"'":
        found = types_of(raw)
        return found if found is not None else Meaning(description=raw[:_PROSE] + "…")
    found = meaning_of_value(raw)
    collection = _COLLECTION.match(found.description) if key and not found.types else None
    return replace(found, types=(collection[1],)) if collection is not None else found


def _example(value: Any) -> Meaning:
    name = {bool: "bool", int: "int", float: "float"}[type(value)]
    return Meaning((name,), example=value)


def _of_string(value: str, key: str) -> Meaning:
    """A string is an example, unless its words are types, listed values or an ellipsis."""
    inner = value.strip()
    if inner in ("...", "…"):
        return Meaning(("str",))
    if inner.startswith("<") and inner.endswith(">") and 2 < len(inner) <= _PROSE and inner.count("<") == 1:
        found = types_of(inner) or types_of(inner[1:-1].split(":")[-1])
        return found if found is not None else Meaning(("str",), description=inner[1:-1].strip())
    if key.lower() not in _TYPE_KEYS and len(inner) <= _PROSE:
        if _QUOTED_UNION.fullmatch(inner):
            union = types_of(inner) or types_of(" | ".join(json.dumps(word.strip()) for word in inner.split("|")))
            if union is not None:
                return union
        head = re.split(r"\s*(?::\s|\s-\s|,\s|\s\()", inner, maxsplit=1)
        if _QUOTED_TYPE.fullmatch(head[0]) and (typed := types_of(head[0])) is not None:
            if len(head) == 1:
                return typed
            return replace(meaning_of_value(inner), example=None)
    return Meaning(("str",), example=value[:_LONGEST])
