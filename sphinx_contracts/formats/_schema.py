"""A JSON Schema 2020-12 of a block."""

import re
from typing import Any

from sphinx_contracts.formats._fields import fields_of
from sphinx_contracts.formats._reader import Block
from sphinx_contracts.model.contract import FormatField

__all__ = ["schema_of"]

_NAMES = {
    "int": "integer",
    "integer": "integer",
    "float": "number",
    "number": "number",
    "str": "string",
    "string": "string",
    "bool": "boolean",
    "boolean": "boolean",
    "dict": "object",
    "object": "object",
    "mapping": "object",
    "list": "array",
    "array": "array",
    "tuple": "array",
    "set": "array",
    "sequence": "array",
    "null": "null",
    "none": "null",
    "path": "string",
    "datetime": "string",
    "date": "string",
    "timestamp": "string",
}
_SUBSCRIPT = re.compile(r"(?:\w+\.)*(\w+)\[(.*)\]$", re.DOTALL)
_DEEPEST = 5


def schema_of(block: Block, title: str) -> dict[str, Any]:
    """The schema of the values that a block shows."""
    fields = {item.path: item for item in fields_of(block, ())}
    schemas: dict[str, dict[str, Any]] = {}
    for node in block.nodes:
        schema = schemas.get(node.path)
        if schema is None:
            schema = schemas[node.path] = _described(fields.get(node.path))
            if node.kind == "array" and "type" not in schema:
                schema["type"] = "array"
            elif node.kind == "object" and "type" not in schema:
                schema["type"] = "object"
            elif node.kind == "value" and not node.key:
                schema.update(_seen(node.value))
            if node.parent >= 0:
                _insert(schemas[block.nodes[node.parent].path], node.key, schema, fields.get(node.path))
        if node.open_ended and node.kind == "object":
            schema["additionalProperties"] = True
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schemas.get("", {})}


def _insert(parent: dict[str, Any], key: str, schema: dict[str, Any], field: FormatField | None) -> None:
    if not key:
        parent["items"] = schema
    elif field is not None and field.map_key:
        parent["additionalProperties"] = schema
    else:
        parent.setdefault("properties", {})[key] = schema
        if field is not None and not field.optional:
            parent.setdefault("required", []).append(key)


def _seen(value: Any) -> dict[str, Any]:
    name = {bool: "boolean", int: "number", float: "number", str: "string", type(None): "null"}.get(type(value))
    return {"type": name} if name is not None else {}


def _described(field: FormatField | None) -> dict[str, Any]:
    if field is None:
        return {}
    found = [_of_type(name, 0) for name in field.types]
    if field.nullable and {"type": "null"} not in found and all(found):
        found.append({"type": "null"})
    schema: dict[str, Any] = {}
    if len(found) == 1:
        schema = dict(found[0])
    elif found and all(set(item) == {"type"} and isinstance(item["type"], str) for item in found):
        names = list(dict.fromkeys(item["type"] for item in found))
        schema = {"type": names if len(names) > 1 else names[0]}
    elif found and all(found):
        schema = {"anyOf": found}
    if field.enum:
        schema = {"enum": [*field.enum, *([None] if field.nullable and None not in field.enum else [])]}
    if field.description:
        schema["description"] = field.description
    if field.example is not None:
        schema["examples"] = [field.example]
    return schema


def _of_type(name: str, depth: int) -> dict[str, Any]:
    """The schema of a type's name, empty for a name that says nothing of JSON."""
    name = name.strip()
    if name.lower().startswith("iso"):
        return {"type": "string", "format": "date-time"} if "date" != name.lower()[-4:] else {"type": "string"}
    plain = _NAMES.get(name.rpartition(".")[2].lower()) or _NAMES.get(name.lower().removesuffix("s"))
    if plain is not None:
        return {"type": plain}
    match = _SUBSCRIPT.match(name)
    if match is None or depth >= _DEEPEST:
        return {}
    outer, inner = match[1].lower(), match[2]
    if outer == "optional":
        item = _of_type(inner, depth + 1)
        return {"anyOf": [item, {"type": "null"}]} if item else {}
    kind = _NAMES.get(outer)
    if kind == "array":
        item = _of_type(inner.split(",")[0] if outer == "tuple" else inner, depth + 1)
        return {"type": "array", "items": item} if item and "," not in inner else {"type": "array"}
    if kind == "object":
        item = _of_type(inner.partition(",")[2], depth + 1)
        return {"type": "object", "additionalProperties": item} if item else {"type": "object"}
    return {}
