"""The rows of a format: types, descriptions and examples out of values and comments."""

import re
from collections.abc import Sequence

from sphinx_contracts.formats._tree import MISSING, Slot, slots_of
from sphinx_contracts.formats._words import Meaning, meaning_of_comment
from sphinx_contracts.model.formats import FormatField

__all__ = ["fields_of", "is_optional", "meaning_of_slot"]

_UNITS = (
    r"seconds?|secs?|milliseconds|ms|microseconds|minutes|mins|hours|days|bytes|[kmgt]i?b|percent|tokens|steps|epochs|pixels|px"
    r"|tokens(?:/| per )(?:sec|second|s)|watts|hz|khz|mhz|ghz|celsius|degrees|radians|meters|metres|usd|%"
)
_UNIT = re.compile(rf"\bin ({_UNITS})(?![\w%])|\(({_UNITS})\)|^({_UNITS})$|,\s*({_UNITS})$", re.IGNORECASE)
_SUFFIX = re.compile(
    r"(?<!per)_(seconds|secs?|milliseconds|ms|minutes|mins|hours|days|bytes|kb|mb|gb|tb|kib|mib|gib|percent|pct)$",
    re.IGNORECASE,
)
_SUFFIXES = {
    "sec": "seconds",
    "secs": "seconds",
    "mins": "minutes",
    "pct": "percent",
    "kb": "KB",
    "mb": "MB",
    "gb": "GB",
    "tb": "TB",
}
_MOST_WORDS = 10
_NULLS = frozenset({"null", "none"})


def fields_of(top: Slot, numbers: Sequence[int]) -> tuple[FormatField, ...]:
    """The fields in order; ``numbers`` holds the source line of each line of the block."""
    return tuple(_field(slot, around, numbers) for slot, around in slots_of(top))


def meaning_of_slot(slot: Slot) -> Meaning:
    """What comments and values together say of a field; types are those seen where none are documented."""
    comment = next((node.comment for node in slot.nodes if node.comment), "")
    said = meaning_of_comment(comment) if comment else Meaning()
    seen = [node.meaning for node in slot.nodes if node.kind == "scalar"]
    shown = next((item for item in seen if item.types or item.description), Meaning())
    if said.types and not said.description and _is_word(said.types, shown):
        said = Meaning(description=comment)
    names = list(said.types) or _seen(slot)
    enum = said.enum or tuple({repr(value): value for item in seen for value in item.enum}.values())
    types = tuple(name for name in dict.fromkeys(names) if name.lower() not in _NULLS)
    nullable = (
        said.nullable
        or any(item.nullable for item in seen)
        or any(node.nullable for node in slot.nodes)
        or any(name.lower() in _NULLS for name in names)
    )
    description = _joined(said.description, shown.description or _of_items(slot))
    return Meaning(
        types=types or (("null",) if nullable else ()),
        enum=tuple(value for value in enum if value is not None),
        nullable=nullable,
        optional=said.optional or shown.optional or any(node.optional for node in slot.nodes),
        description=description,
        example=said.example,
    )


def _is_word(names: Sequence[str], shown: Meaning) -> bool:
    """A comment such as ``bytes`` or ``Path`` that is no type: the value is a number, or a type stands in its place."""
    if "str" in shown.types or shown.types in ((), ("null",)):
        return False
    return shown.example is None or (len(names) == 1 and names[0].lower() == "bytes")


def _of_items(slot: Slot) -> str:
    """What stands in the place of an array's elements and is neither type nor example."""
    if slot.items is None or slot.items.kinds() != {"scalar"}:
        return ""
    words = dict.fromkeys(
        node.meaning.description for node in slot.items.nodes[:_MOST_WORDS] if node.meaning.description
    )
    return ", ".join(words)


def _joined(said: str, shown: str) -> str:
    if said and shown and shown not in said:
        return f"{said} ({shown})"
    return said or shown


def _seen(slot: Slot) -> list[str]:
    """The types that values show."""
    whole = {"object": ("dict",), "array": (_list_name(slot),)}
    names: dict[str, None] = {}
    for node in slot.nodes:
        names.update(dict.fromkeys((*whole.get(node.kind, node.meaning.types), *node.others)))
    return list(names)


def _list_name(slot: Slot) -> str:
    """``list[float]`` where the elements are scalars of one type."""
    if slot.items is None or slot.items.kinds() != {"scalar"}:
        return "list"
    names = {name for node in slot.items.nodes for name in node.meaning.types}
    if names == {"int", "float"}:
        names = {"float"}
    return f"list[{names.pop()}]" if len(names) == 1 else "list"


def _field(slot: Slot, around: Slot, numbers: Sequence[int]) -> FormatField:
    meaning = meaning_of_slot(slot)
    unit = unit_of(slot.key or "", meaning.description)
    example = slot.example if slot.example is not MISSING else meaning.example
    return FormatField(
        path=slot.path,
        types=meaning.types,
        nullable=meaning.nullable,
        enum=meaning.enum,
        optional=is_optional(slot, around, meaning),
        open_ended=slot.open_ended,
        map_key=slot.map_key,
        group=slot.group,
        unit=unit,
        description="" if meaning.description == unit else meaning.description,
        example=None if slot.nodes[0].kind == "object" and example == {} else example,
        line=numbers[min(slot.line, len(numbers) - 1)] if numbers else 0,
        stated=any(node.comment and meaning_of_comment(node.comment).types for node in slot.nodes),
    )


def is_optional(slot: Slot, around: Slot, meaning: Meaning) -> bool:
    """The field may be absent: the text says so, or an object of the block lacks it."""
    return meaning.optional or (not slot.map_key and around.closed > slot.present)


def unit_of(key: str, description: str) -> str | None:
    match = _UNIT.search(description)
    if match is not None:
        return next(group for group in match.groups() if group)
    suffix = _SUFFIX.search(key)
    return _SUFFIXES.get(suffix[1].lower(), suffix[1].lower()) if suffix is not None else None
