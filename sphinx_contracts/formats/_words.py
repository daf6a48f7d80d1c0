"""Type names, listed values and remarks in the text of values and comments.

A text is taken for types only when nothing else stands in it; what is not understood stays a description.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sphinx_contracts.formats._cuts import alternatives, items_of, shielded
from sphinx_contracts.model.fast_init import fast_init, replace

__all__ = ["Meaning", "literal", "meaning_of_comment", "meaning_of_value", "types_of"]

_LONGEST = 600
_PLAIN = (
    r"(?:u?int(?:8|16|32|64)?|integer|float(?:16|32|64)?|double|number|numeric|str|string|bool|boolean|dict|dictionary"
    r"|mapping|map|list|array|object|any|tuple|set|sequence|bytes|datetime|date|path|timestamp|uuid|decimal"
    r"|(?:unix|epoch)[\s-]?(?:time|timestamp|seconds)|iso(?:[\s-]?8601)?[\s-](?:string|str|timestamp|datetime|date|time|format)"
    r"(?:[\s-](?:string|str))?|iso[\s-]?8601)"
)
_WORD = re.compile(_PLAIN, re.IGNORECASE)
_PLURAL = re.compile(
    rf"(?:list|array|sequence|set|tuple|dict|map)s? (?:of|with) (?:\w+ )?(?:{_PLAIN}|float|tuple)s?", re.IGNORECASE
)
_GENERIC = re.compile(r"([A-Za-z_][\w.]*)\[([^\n]*)\]")
_CONTAINER = re.compile(
    r"list|dict|tuple|set|sequence|mapping|iterable|any|array|tensor|ndarray|frozenset|annotated", re.IGNORECASE
)
_CLASS = re.compile(r"(?:[A-Za-z_]\w*\.)+[A-Za-z_]\w*|[A-Z][a-z]\w*")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_NUMBER = re.compile(r"[-+]?\d[\d_]{0,300}(?:\.\d{0,300})?(?:[eE][-+]?\d{1,6})?")
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "True": True, "False": False}
_NULL = frozenset({"null", "none", "nil"})
_BARE_WORDS = re.compile(r"\w[\w.+-]{0,39}(?:\s*\|\s*\w[\w.+-]{0,39})+")
_SEPARATOR = re.compile(r":\s+| - | [–—] |,\s+|\s+\((?=[^()]*\)\.?$)")
_LAST_BRACKET = re.compile(r"\(([^()]*)\)\.?$")
_OPTIONAL = re.compile(
    r"^optional(?:\s*[:,;.-]\s*|\s+-\s+|$)|\s*[(\[]optional[)\]]\s*|,\s*optional\b\.?", re.IGNORECASE
)
_NULLABLE = re.compile(
    r"\b(?:null|None)\b (?:if|when|until|for|before|unless|while)\b|\b(?:or|be) (?:null|None)\b|\bnullable\b"
)
_EXAMPLE = re.compile(
    r"\b(?:e\.g\.?|example:|for example)[:,]?\s*(\"[^\"]*\"|'[^']*'|-?\d+(?:\.\d+)?\b)", re.IGNORECASE
)
_ONE_OF = re.compile(r"\b(?:one of|either|values?|options?|choices)\b[:\s]+(.*)$", re.IGNORECASE)
_DEFAULT = re.compile(r"(.*?[\w\])\"'])\s*=\s*(\"[^\"]*\"|'[^']*'|[\w.+-]+)$")


@fast_init
@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says of a value."""

    types: tuple[str, ...] = ()  # type names as written, without null
    enum: tuple[Any, ...] = ()  # the values allowed, without null
    nullable: bool = False  # null is allowed
    optional: bool = False  # the field may be absent
    open_ended: bool = False  # an ellipsis stands for the value
    description: str = ""  # what is neither type nor listed value
    example: Any = None  # an example that the text gives


def literal(text: str) -> tuple[Any] | None:
    """The value of a quoted string, a number or a truth value; None when the text is something else."""
    if text in _CONSTANTS:
        return (_CONSTANTS[text],)
    match = _STRING.fullmatch(text)
    if match is not None:
        try:
            return (json.loads(text, strict=False),) if text[0] == '"' else (_unescaped(match[2]),)
        except ValueError:
            return (match[1] if match[1] is not None else match[2],)
    if _NUMBER.fullmatch(text) is None:
        return None
    plain = text.replace("_", "").lstrip("+")
    try:
        number = int(plain) if re.fullmatch(r"-?\d+", plain) else float(plain)
    except ValueError:
        return None
    return (number,) if abs(number) <= 1.7e308 else None


def _unescaped(text: str) -> str:
    return text.replace("\\'", "'").replace("\\\\", "\\")


def types_of(text: str, *, classes: bool = False) -> Meaning | None:
    """Read a text that consists of types, listed values and null alone.

    ``classes`` takes any class name for a type, where the text stands in the place of a value.
    """
    text = text.strip().strip("`").strip()
    if not text or len(text) > _LONGEST:
        return None
    if text[0] == "<" and text[-1] == ">":
        text = text[1:-1].strip()
    types: list[str] = []
    values: list[Any] = []
    nullable = open_ended = False
    parts = alternatives(text)
    for part in parts:
        if part.lower() in _NULL:
            nullable = True
        elif part.endswith("?") and (found := types_of(part[:-1], classes=classes)) is not None:
            types.extend(found.types)
            nullable = True
        elif (value := literal(part)) is not None:
            values.append(value[0])
        elif part in ("{...}", "{…}", "[...]", "[…]"):
            types.append("dict" if part[0] == "{" else "list")
            open_ended = True
        elif (inner := _unwrapped(part, classes)) is not None:
            types.extend(() if inner.enum else inner.types)
            values.extend(inner.enum)
            nullable = nullable or inner.nullable
        else:
            return None
    if len(parts) > 1 and values and all(isinstance(value, bool) for value in values):
        types, values = [*types, "bool"], []
    if not types and (len(values) < 2 if len(parts) == len(values) else not values):
        return Meaning(types=("null",), nullable=True) if nullable and not values and classes else None
    if not types and len(values) == 1 and nullable and not any("[" in part for part in parts):
        # one value beside null is an example
        return Meaning(_names_of(values), nullable=True, example=values[0])
    if types and values:
        # the values are some of many; they stay readable as a remark
        types += [_name_of(value) for value in values]
        return Meaning(tuple(dict.fromkeys(types)), (), nullable, open_ended=open_ended, description=text)
    return Meaning(tuple(dict.fromkeys(types)) or _names_of(values), _distinct(values), nullable, open_ended=open_ended)


def _unwrapped(part: str, classes: bool) -> Meaning | None:
    """One type; Optional, Union and Literal are opened."""
    part = part.strip("`")
    if _WORD.fullmatch(part) or _PLURAL.fullmatch(part) or (classes and _CLASS.fullmatch(part)):
        return Meaning((part,))
    match = _GENERIC.fullmatch(part)
    if match is None or part.count("[") != part.count("]"):
        return None
    outer = match[1].rpartition(".")[2].lower()
    if outer == "optional":
        found = types_of(match[2], classes=True)
        return replace(found, nullable=True) if found is not None else None
    if outer == "union":
        return types_of(" | ".join(items_of(match[2])), classes=True)
    if outer == "literal":
        values = [literal(item) for item in items_of(match[2]) if item.lower() not in _NULL]
        if not values or None in values:
            return None
        plain = [value[0] for value in values if value is not None]
        return Meaning(_names_of(plain), _distinct(plain), len(plain) < len(items_of(match[2])))
    known = _CONTAINER.fullmatch(outer) is not None or "." in match[1] or match[1][0].isupper()
    return Meaning((part,)) if known else None


def _name_of(value: Any) -> str:
    return {str: "str", bool: "bool", int: "int", float: "float"}.get(type(value), "any")


def _names_of(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_name_of(value) for value in values))


def _distinct(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple({(type(value), value): value for value in values}.values())


def meaning_of_comment(text: str) -> Meaning:
    """Read a comment: ``TYPE: text``, ``text (TYPE or null)``, ``"a" | "b"``, or plain text."""
    return _read(text, classes=False)


def meaning_of_value(text: str) -> Meaning:
    """Read what stands in the place of a value and is no literal: ``int``, ``str (ISO timestamp)``, prose."""
    if len(text) <= _LONGEST and (match := _DEFAULT.fullmatch(text)) is not None:
        found, value = types_of(match[1], classes=True), literal(match[2])
        if found is not None:
            return replace(found, example=value[0] if value is not None else None)
    found = _read(text, classes=True)
    if not found.types and text[0] == "<" and text[-1] == ">":
        return replace(found, description=text[1:-1].strip())
    return found


def _read(text: str, *, classes: bool) -> Meaning:
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return Meaning(description=text)
    optional = _OPTIONAL.search(text) is not None
    if optional:
        text = " ".join(_OPTIONAL.sub(" ", text, count=1).split()).replace(" :", ":")
    found = _typed(text, classes)
    example = _EXAMPLE.search(found.description)
    value = literal(example[1]) if example is not None else None
    return replace(
        found,
        optional=found.optional or optional,
        nullable=found.nullable or _NULLABLE.search(found.description) is not None,
        example=value[0] if value is not None else found.example,
    )


def _typed(text: str, classes: bool) -> Meaning:
    whole = types_of(text, classes=classes) or _bare_words(text)
    if whole is not None:
        return whole
    cut = _SEPARATOR.search(shielded(text))
    if cut is not None:
        head = types_of(text[: cut.start()], classes=classes)
        if head is not None:
            rest = text[cut.end() :]
            if "(" in cut[0]:
                rest = rest.rstrip(".").removesuffix(")")
            return _with_rest(head, rest)
    match = _LAST_BRACKET.search(text)
    if match is not None and match.start() > 0:
        before = text[: match.start()].rstrip()
        first, *others = items_of(match[1])
        found = types_of(first) or _bare_words(first)
        if found is not None:
            rest = ", ".join(others)
            return replace(found, description=f"{before} ({rest})" if rest else before)
        listed = _listed(match[1])
        if listed is not None:
            return replace(listed, description=before)
    return replace(_listed(text) or Meaning(), description=text)


def _with_rest(head: Meaning, rest: str) -> Meaning:
    """A type and what is said after it: values that it lists, or a description."""
    whole = types_of(rest) or _bare_words(rest)
    if whole is not None and whole.enum and not head.enum:
        return replace(head, enum=whole.enum, nullable=head.nullable or whole.nullable)
    listed = _listed(rest)
    if listed is not None and not head.enum:
        return replace(head, enum=listed.enum)
    return replace(head, description=rest)


def _listed(text: str) -> Meaning | None:
    """The quoted values of ``one of "a", "b"``."""
    match = _ONE_OF.search(text)
    found = match[1] if match is not None else text
    values = [literal(item.strip().removeprefix("or ")) for item in items_of(found.rstrip("."))]
    plain = [value[0] for value in values if value is not None]
    if len(plain) < 2 or len(plain) < len(values) or not all(isinstance(value, str) for value in plain):
        return None
    return Meaning(("str",), _distinct(plain))


def _bare_words(text: str) -> Meaning | None:
    """``low | medium | high`` without quotes."""
    if not _BARE_WORDS.fullmatch(text):
        return None
    words = [word.strip() for word in text.split("|")]
    null = [word for word in words if word.lower() in _NULL]
    listed = tuple(dict.fromkeys(word for word in words if word not in null))
    if any(literal(word) is not None for word in listed):
        return None
    return Meaning(("str",), listed, bool(null)) if len(listed) > 1 else None
