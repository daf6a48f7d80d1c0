"""The JSON Schema of the exported model, from the records themselves.

The package ships the result as ``contracts.schema.json``; a test holds the two together.

Key Components:
    - model_schema: the schema of ``contracts.json``

Usage:
    from sphinx_contracts.reports.schema import model_schema

    schema = model_schema()
"""

import collections.abc
import dataclasses
import types
import typing
from typing import Any

from sphinx_contracts.model import contract
from sphinx_contracts.model.finding import Finding

__all__ = ["model_schema"]

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Any: {},
}
_COUNTS = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}


def model_schema() -> dict[str, Any]:
    """Build the JSON Schema of the exported model.

    Returns:
        A schema of draft 2020-12

    Example:
        schema = model_schema()
    """
    definitions: dict[str, Any] = {}
    module, finding = _reference(contract.Module, definitions), _reference(Finding, definitions)
    text = {"type": "string"}
    summary = {"modules": {"type": "integer"}, "score": {"type": "number"}, "findings": _COUNTS}
    properties = {
        "schema_version": {"const": 1},
        "tool": _object({"name": {"const": "sphinx-contracts"}, "version": text}),
        "modules": {"type": "array", "items": module},
        "findings": {"type": "array", "items": finding},
        "summary": _object(summary),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Contracts of Python modules",
        **_object(properties),
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = typing.get_type_hints(kind)
        shown = [item.name for item in dataclasses.fields(kind) if not item.metadata.get("internal")]
        definitions[name] = _object({field: _schema(hints[field], definitions) for field in shown})
    return {"$ref": f"#/$defs/{name}"}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if dataclasses.is_dataclass(hint):
        return _reference(hint, definitions)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is collections.abc.Mapping:
        inner = _schema(arguments[1], definitions)
        return {"type": "object", "additionalProperties": inner} if inner else {"type": "object"}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_schema(item, definitions) for item in arguments]}
    raise TypeError(f"no schema for {hint!r}")
