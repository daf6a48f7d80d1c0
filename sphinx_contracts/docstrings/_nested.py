"""The text of an entry, and the items in it that describe the fields of the value."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sphinx_contracts.docstrings._described import comma_parts, described_type, reads_as_type
from sphinx_contracts.docstrings._heads import closing_bracket, head_of
from sphinx_contracts.docstrings._marks import bullet, is_bullet, without_bullet
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.docstrings.types import is_likely_type, typed
from sphinx_contracts.model.docstring import Entry

_VALUES = re.compile(
    r"(^|\b)(one of|how|which|what|whether|method|either|choices|options?|allowed|supported|possible|accepted|valid"
    r"|available|must be|can be|may be|should be|could be|values|modes?|levels|strategies|if|when|depending)\b[^.]*:$",
    re.IGNORECASE,
)
_KEYS = re.compile(
    r"\b(keys?|fields?|containing|contains|with|attributes|elements|columns|entries|properties|items|where|having|has|have"
    r"|including|structure|of)\b[^.]*:?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"""`{0,2}(["'])([^"'\s]{1,80})\1`{0,2}\s*(?=[:(]|--?\s|[–—])""")
_CONSTANTS = frozenset({"True", "False", "None", "true", "false", "null", "Ellipsis"})
_NO_FIELDS = _CONSTANTS | {"int", "float", "str", "bool", "bytes", "dict", "list", "tuple"}
_PLAIN_TYPE = re.compile(
    r"(str|string|int|integer|float|bool|boolean|bytes|number)\b(?!.*\b(dict|mapping)\b)|\{|(typing\.)?Literal\["
)
_TUPLE = re.compile(r"(?:an?\s+|the\s+)?(?:tuples?\s*(?:of|containing|with|:|-)?\s*)?(?=\()", re.IGNORECASE)
_BEHIND_TUPLE = re.compile(r"\s*(?:$|[-:.,;–—]|\bwhere\b|\bwith\b|\btuples?\b)", re.IGNORECASE)
_POSITION = re.compile(r"([^\W\d]\w*)(?:\s*:\s*(\S.*))?$")
_LONGEST_TUPLE = 300
_SENTENCE = re.compile(r"[.!?]['\"`)]?$")


class Described(NamedTuple):
    """An entry's text and the fields that are described in it."""

    text: str  # the text without the items that are fields
    fields: tuple[Entry, ...]  # the fields in order


def described(body: Sequence[Line], type_: str | None) -> Described:
    """Separate a parameter's text from the items that describe its fields.

    Items are fields when a list of them has only names in front of its texts, and is not about allowed values.

    Args:
        body: The entry's lines; the first holds the text behind the head and may be blank
        type_: The type that the head gives; a value of a plain type has no fields

    Returns:
        The text and the fields

    Example:
        text, fields = described(lines)
    """
    return _described(body, _is_field_of_parameter, type_ is not None and _PLAIN_TYPE.match(type_) is not None)


def described_value(body: Sequence[Line]) -> Described:
    """Separate the text on a returned value from the items that describe its parts.

    Args:
        body: The lines; the first holds the text behind the type and may be blank

    Returns:
        The text and the fields

    Example:
        text, fields = described_value(lines)
    """
    return _described(body, _is_part_of_value, False)


def _described(body: Sequence[Line], accepts: Callable[[str, str], bool], plain: bool) -> Described:
    first, rest = body[0], body[1:]
    if not rest or plain:
        return Described(_text(first.text, rest), ())
    start = _fields_start(first, rest, accepts)
    if start is not None:
        fields, left = _fields(rest, start)
        if fields:
            gap = [Line("", 0, left[0].number)] if left else []
            return Described(_text(first.text, [*rest[:start], *gap, *left]), tuple(fields))
    return Described(_text(first.text, rest), ())


def listed_fields(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Read lines that are nothing but items with names.

    Args:
        lines: The lines, the first not blank

    Returns:
        The fields, none when one of the items is none

    Example:
        fields = listed_fields(lines)
    """
    return tuple(_fields(lines, 0)[0])


def positions(text: str, line: Line) -> tuple[Entry, ...]:
    """Name the parts of a tuple: ``(is_valid, reason)``, ``(is_valid: bool, reason: str)``.

    Args:
        text: A description of what is returned
        line: Where it stands

    Returns:
        One field for each name at the start of the text, none where it starts otherwise

    Example:
        assert len(positions("(is_valid, reason)", line)) == 2
    """
    start = _TUPLE.match(text[:_LONGEST_TUPLE])
    if start is None:
        return ()
    inside = text[start.end() : _LONGEST_TUPLE]
    close = closing_bracket(inside)
    if close is None or _BEHIND_TUPLE.match(inside, close + 1) is None:
        return ()
    parts = comma_parts(inside[1:close])
    found = [match for match in map(_POSITION.match, parts) if match is not None]
    if len(found) < 2 or len(found) < len(parts) or any(is_likely_type(match[1]) for match in found):
        return ()  # prose, or a tuple of types
    return tuple(Entry(match[1], "", line.number, match[2], line.column) for match in found)


def _text(first: str, rest: Sequence[Line]) -> str:
    body = dedented(rest)
    if not body:
        return first
    return f"{first}\n\n{body}".strip("\n") if not rest[0].text else f"{first}\n{body}".strip("\n")


def _fields_start(first: Line, rest: Sequence[Line], accepts: Callable[[str, str], bool]) -> int | None:
    """The index of the first item that may be a field."""
    opener = first.text
    for index, line in enumerate(rest):
        if not line.text:
            continue
        if is_bullet(line.text):
            return index if accepts(opener, without_bullet(line.text)) else None
        leads = opener.endswith(":") and not opener.endswith("::")
        if leads and not _SENTENCE.search(line.text[-3:]) and accepts(opener, line.text):
            return index
        opener = line.text
    return None


def _is_part_of_value(opener: str, item: str) -> bool:
    return _field_head(item) is not None and not _VALUES.search(opener[-200:])


def _is_field_of_parameter(opener: str, item: str) -> bool:
    """Names in quotes, and names without a type below a full sentence, are more often the values allowed."""
    head = _field_head(item)
    if head is None or _VALUES.search(opener[-200:]):
        return False
    if _KEYS.search(opener[-200:]):
        return True
    if _QUOTED.match(item) is not None:
        return False
    return opener.endswith(":") or head[1] is not None or typed(head[2])[0] is not None


def _field_head(text: str) -> tuple[str, str | None, str] | None:
    """The name, the type in brackets and the text of an item; None when it is no field."""
    quoted = _QUOTED.match(text)
    if quoted is not None:
        text = quoted[2] + text[quoted.end() :]
    head = head_of(text)
    if head is None or len(head.names) != 1 or head.names[0] in _NO_FIELDS or "." in head.names[0]:
        return None
    kind, rest = head.kind, head.rest
    if kind is not None and not reads_as_type(kind):
        kind, rest = None, f"({kind}) {rest}"
    return head.names[0], kind, rest


def _fields(lines: Sequence[Line], start: int) -> tuple[list[Entry], list[Line]]:
    """Read items into fields; no fields when one of the items is none. The lines of no item come second."""
    base = lines[start].indent
    bulleted = is_bullet(lines[start].text)
    fields: list[Entry] = []
    index = start
    while index < len(lines):
        line = lines[index]
        if not line.text:
            index += 1
            continue
        if line.indent < base or (bulleted and line.indent == base and not is_bullet(line.text)):
            break
        end = index + 1
        while end < len(lines) and _belongs(lines, end, base, bulleted):
            end += 1
        field = _field(line, lines[index + 1 : end])
        if field is None:
            return [], []
        fields.append(field)
        index = end
    return fields, list(lines[index:])


def _belongs(lines: Sequence[Line], index: int, base: int, bulleted: bool) -> bool:
    """Deeper lines belong to an item, and so does the second line of a bullet that stands as far left as it."""
    line = lines[index]
    if not line.text or line.indent > base:
        return True
    return bulleted and line.indent == base and bool(lines[index - 1].text) and line.text[0].islower()


def _field(line: Line, deeper: Sequence[Line]) -> Entry | None:
    found = _field_head(without_bullet(line.text))
    if found is None:
        return None
    name, kind, text = found
    count = 0
    while count < len(deeper) and deeper[count].text and not is_bullet(deeper[count].text):
        count += 1
    numpy = " : " in line.text and reads_as_type(text) and deeper[:1] and not deeper[0].text[:1].islower()
    if count and kind is None and text and (numpy or is_likely_type(text)):
        kind, text = text, ""  # the NumPy style: the type stands alone, the text below it
    whole = " ".join([text, *(item.text for item in deeper[:count])]).strip()
    type_, optional, default = described_type(kind)
    if type_ is None and kind is None:
        type_, whole = typed(whole)
        type_, optional, default = described_type(type_)
    mark = bullet(line.text)
    column = line.column + (mark.end() if mark is not None else 0)
    return Entry(name, _text(whole, deeper[count:]), line.number, type_, column, (), optional, default)
