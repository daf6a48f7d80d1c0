"""A JSON Schema 2020-12 of a format."""

import re
from typing import Any

from sphinx_contracts.formats._cuts import items_of
from sphinx_contracts.formats._fields import is_optional, meaning_of_slot
from sphinx_contracts.formats._tree import MISSING, Slot
from sphinx_contracts.formats._words import Meaning, types_of

__all__ = ["schema_of"]

_NAMES = {
    "integer": "int integer uint long",
    "number": "float number double numeric decimal",
    "string": "str string uuid path text bytes",
    "boolean": "bool boolean",
    "object": "dict dictionary object mapping map",
    "array": "list array tuple set sequence iterable frozenset ndarray",
    "null": "null none",
}
_TYPES = {word: name for name, words in _NAMES.items() for word in words.split()}
_TIMES = re.compile(
    r"(?:iso[\s-]?(?:8601)?.*|datetime|(?:unix|epoch)?[\s-]?(?:timestamp|time|seconds)|date)", re.IGNORECASE
)
_ISO = re.compile(r"\bISO[\s-]?(?:8601)?\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SUBSCRIPT = re.compile(r"(?:\w+\.)*(\w+)\[(.*)\]", re.DOTALL)
_OF = re.compile(r"(\w+?)s? (?:of|with) (?:\w+ )?(\w+)", re.IGNORECASE)
_DEEPEST = 5
_SEEN = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}


def schema_of(top: Slot, title: str, description: str = "") -> dict[str, Any]:
    """The schema of the values that a block shows."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    if description:
        schema["description"] = description
    return schema | _shape(top, meaning_of_slot(top))


def _shape(slot: Slot, meaning: Meaning) -> dict[str, Any]:
    """The schema of one place; the recursion is as deep as the block, which its reader bounds."""
    kinds = slot.kinds()
    found: list[dict[str, Any]] = []
    if "object" in kinds:
        found.append(_object(slot, meaning))
    if "array" in kinds:
        found.append(_array(slot, meaning))
    if meaning.enum:
        found.append({"enum": list(meaning.enum)})
    elif meaning.types != ("null",):
        # null alone does not say what stands there at other times
        for name in meaning.types:
            schema = _of_type(name, slot.example, 0)
            if not schema and kinds == {"scalar"}:
                # a type that says nothing of JSON allows everything
                found = []
                break
            if schema and not any(_same_kind(schema, other) for other in found):
                found.append(schema)
    if found:
        found.extend(_of_example(slot, found))
    if meaning.nullable and found and not any(item.get("type") == "null" for item in found):
        found.append({"type": "null"})
    return _united(found) | _annotations(slot, meaning)


def _same_kind(schema: dict[str, Any], other: dict[str, Any]) -> bool:
    """A shape that the block shows says more than the name of its type."""
    return schema == other or (schema.get("type") in ("object", "array") and schema["type"] == other.get("type"))


def _object(slot: Slot, meaning: Meaning) -> dict[str, Any]:
    if not slot.members and slot.values is None:
        return _said(meaning, "additionalProperties") or {"type": "object"}
    schema: dict[str, Any] = {"type": "object"}
    required: list[str] = []
    for member in slot.members.values():
        meaning = meaning_of_slot(member)
        schema.setdefault("properties", {})[member.key or ""] = _shape(member, meaning)
        if not is_optional(member, slot, meaning):
            required.append(member.key or "")
    if required:
        schema["required"] = required
    if slot.values is not None:
        schema["additionalProperties"] = _shape(slot.values, meaning_of_slot(slot.values))
    elif slot.members and not slot.open_ended:
        schema["additionalProperties"] = False
    return schema


def _array(slot: Slot, meaning: Meaning) -> dict[str, Any]:
    said = _said(meaning, "items")
    if slot.items is None or (said is not None and slot.items.kinds() == {"scalar"}):
        return said if said is not None else {"type": "array"}
    return {"type": "array", "items": _shape(slot.items, meaning_of_slot(slot.items))}


def _said(meaning: Meaning, keyword: str) -> dict[str, Any] | None:
    """The schema of a type's name that says what is inside."""
    return next((found for name in meaning.types if keyword in (found := _of_type(name, MISSING, 0))), None)


def _of_example(slot: Slot, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What lets the block's own example pass where it is of another type than the text says."""
    if slot.example is MISSING or slot.kinds() != {"scalar"}:
        return []
    seen = _seen(slot.example, slot)
    if seen is None or any(_allows(item, seen, slot.example) for item in found):
        return []
    return [{"type": seen}]


def _seen(example: Any, slot: Slot) -> str | None:
    odd = isinstance(example, str) and all(node.meaning.types in (("float",), ("int",)) for node in slot.nodes)
    return None if odd else _SEEN.get(type(example))


def _allows(schema: dict[str, Any], seen: str, example: Any) -> bool:
    if "enum" in schema:
        return example in schema["enum"]
    return "type" not in schema or schema["type"] == seen or (schema["type"] == "number" and seen == "integer")


def _united(found: list[dict[str, Any]]) -> dict[str, Any]:
    if len(found) < 2:
        return dict(found[0]) if found else {}
    if all(set(item) == {"type"} for item in found):
        return {"type": list(dict.fromkeys(item["type"] for item in found))}
    enums = [item for item in found if "enum" in item]
    if len(enums) == 1 and all(item in enums or item == {"type": "null"} for item in found):
        return {"enum": [*enums[0]["enum"], None]}
    shapes = [item for item in found if item.get("type") != "null"]
    if len(shapes) == 1 and isinstance(shapes[0].get("type"), str):
        return {**shapes[0], "type": [shapes[0]["type"], "null"]}
    return {"anyOf": found}


def _annotations(slot: Slot, meaning: Meaning) -> dict[str, Any]:
    notes: dict[str, Any] = {}
    if meaning.description:
        notes["description"] = meaning.description
    example = slot.example if slot.example is not MISSING else meaning.example
    if slot.key is not None and example is not MISSING and example is not None and _seen(example, slot) is not None:
        notes["examples"] = [example]
    if _ISO.search(meaning.description) and meaning.types == ("str",) and not meaning.enum:
        if isinstance(example, str) and _DATE.fullmatch(example):
            notes["format"] = "date"
        elif _dated(example):
            notes["format"] = "date-time"
    return notes


def _of_type(name: str, example: Any, depth: int) -> dict[str, Any]:
    """The schema of a type's name, empty for a name that says nothing of JSON."""
    name = name.strip().strip("`")
    if _TIMES.fullmatch(name):
        return _of_time(name, example)
    plain = _TYPES.get(re.sub(r"\d+$", "", name.rpartition(".")[2].lower()))
    if plain is not None:
        return {"type": plain}
    listed = _OF.fullmatch(name)
    if listed is not None and _TYPES.get(listed[1].lower()) == "array":
        return _listing(_of_type(listed[2].removesuffix("s"), MISSING, depth + 1))
    match = _SUBSCRIPT.fullmatch(name)
    if match is None or depth >= _DEEPEST:
        return {}
    kind, inner = _TYPES.get(match[1].lower()), match[2]
    if kind == "array":
        items = [item for item in items_of(inner) if item != "..."]
        return _listing(_inner(items[0], depth) if len(items) == 1 else {})
    if kind == "object":
        arguments = items_of(inner)
        values = _inner(arguments[1], depth) if len(arguments) == 2 else {}
        return {"type": "object", "additionalProperties": values} if values else {"type": "object"}
    return {}


def _listing(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items} if items else {"type": "array"}


def _inner(text: str, depth: int) -> dict[str, Any]:
    """The schema of a type inside brackets, unions and Optional included."""
    found = types_of(text, classes=True)
    if found is None or depth >= _DEEPEST:
        return {}
    if found.enum:
        return {"enum": [*found.enum, *([None] if found.nullable else [])]}
    schemas = [_of_type(name, MISSING, depth + 1) for name in found.types]
    if not all(schemas):
        return {}
    return _united([*schemas, *([{"type": "null"}] if found.nullable and {"type": "null"} not in schemas else [])])


def _of_time(name: str, example: Any) -> dict[str, Any]:
    if isinstance(example, int | float) and not isinstance(example, bool):
        return {"type": "number"}
    if re.match(r"unix|epoch", name, re.IGNORECASE):
        return {"type": "number"}
    if name.lower() in ("timestamp", "time", "seconds") and not isinstance(example, str):
        return {}
    if name.lower().endswith("date") and "time" not in name.lower():
        return {"type": "string", "format": "date"}
    return {"type": "string", "format": "date-time"} if _dated(example) else {"type": "string"}


def _dated(example: Any) -> bool:
    """An example that shows another notation than ISO 8601 is believed."""
    return not isinstance(example, str) or re.match(r"\d{4}-\d\d-\d\d[T ]", example) is not None
