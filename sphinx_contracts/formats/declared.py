"""Data declared in code, shown as a documented format: records with their fields, and JSON Schemas.

A docstring names what declares its format; the declaration is then read as a block would be, with the comments of its
fields as descriptions.

Key Components:
    - Member: one field of a declaration
    - format_of_members: a record as a format
    - format_of_schema: a JSON Schema as a format

Usage:
    from sphinx_contracts.formats.declared import Member, format_of_members
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sphinx_contracts.formats._fields import fields_of
from sphinx_contracts.formats._names import heading_name, language_of
from sphinx_contracts.formats._nodes import Block, Node, UnreadableError, path_of
from sphinx_contracts.formats._schema import schema_of
from sphinx_contracts.formats._tree import tree_of
from sphinx_contracts.formats._words import Meaning, meaning_of_comment, types_of
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.files import Declared, Mention
from sphinx_contracts.model.formats import Format

__all__ = ["Member", "format_of_members", "format_of_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAMES = {
    "integer": "int",
    "number": "float",
    "string": "str",
    "boolean": "bool",
    "object": "dict",
    "array": "list",
}
_DEEPEST = 12
_MOST_FIELDS = 2000


@fast_init
@dataclass(frozen=True, slots=True)
class Member:
    """One field of a declaration."""

    name: str  # the key
    annotation: str | None  # its type as written
    description: str  # what it means
    optional: bool  # it may be absent
    line: int  # source line, of the mention where it is declared in another file
    members: tuple["Member", ...] = ()  # the fields inside it
    around: str = ""  # what it holds of those: "list", "map", "" for one


def format_of_members(mention: Mention, name: str, members: Sequence[Member]) -> Format | None:
    """Show a record as a format.

    Args:
        mention: The docstring's words about it
        name: Dotted name of the record
        members: Its fields

    Returns:
        The format with its fields and schema; None where it has no field or is too deep

    Example:
        found = format_of_members(mention, "core.status.StatusDict", members)
    """
    if not members:
        return None
    nodes = [Node("", None, -1, 0, "object")]
    try:
        _add_members(nodes, 0, members)
    except UnreadableError:
        return None
    top = tree_of(Block(nodes))
    plain = _plain(mention, name)
    lines = {node.path: node.line for node in nodes}
    fields = tuple(replace(item, line=lines.get(item.path, mention.line)) for item in fields_of(top, ()))
    text = "\n".join(_written(members, 0))
    return replace(plain, fields=fields, schema=schema_of(top, plain.name), text=text)


def _add_members(nodes: list[Node], parent: int, members: Sequence[Member]) -> None:
    for item in members:
        path = path_of(nodes[parent].path, item.name, 0)
        meaning = _meaning(item)
        kind = "scalar" if not item.members else "array" if item.around == "list" else "object"
        nodes.append(
            Node(
                path,
                item.name,
                parent,
                item.line,
                kind,
                meaning,
                comment="" if kind == "scalar" else item.description,
                optional=meaning.optional,
                nullable=meaning.nullable,
            )
        )
        around = len(nodes) - 1
        if item.members and item.around:
            key = "<name>" if item.around == "map" else None
            nodes.append(Node(f"{path}[]" if key is None else f"{path}.{key}", key, around, item.line, "object"))
        if item.members:
            _add_members(nodes, len(nodes) - 1, item.members)


def _meaning(item: Member) -> Meaning:
    said = meaning_of_comment(item.description) if item.description else Meaning()
    text = item.annotation or ""
    optional = item.optional
    for wrapper in ("NotRequired", "Required", "ReadOnly", "Annotated", "Final"):
        head, bracket, rest = text.partition("[")
        if bracket and head.rpartition(".")[2] == wrapper:
            optional = optional or wrapper == "NotRequired"
            text = rest.removesuffix("]")
    found = types_of(text, classes=True) if text else None
    types = found.types if found is not None else ((text,) if text else said.types)
    return Meaning(
        types=types,
        enum=(found.enum if found is not None else ()) or said.enum,
        nullable=(found is not None and found.nullable) or said.nullable,
        optional=optional or said.optional,
        description=item.description,
        example=said.example,
    )


def _written(members: Sequence[Member], depth: int) -> list[str]:
    rows: list[str] = []
    for item in members:
        comment = f"  # {' '.join(item.description.split())}" if item.description else ""
        rows.append(f"{'    ' * depth}{item.name}: {item.annotation or 'object'}{comment}")
        rows += _written(item.members, depth + 1)
    return rows


def _plain(mention: Mention, name: str) -> Format:
    shown = heading_name(mention.title, mention.description) or name.rpartition(".")[2]
    return Format(
        name=shown,
        object=mention.object,
        description=mention.description,
        language=language_of(shown, f"{mention.title} {mention.description}") or "json",
        line=mention.line,
        declared_by=name,
    )


def format_of_schema(mention: Mention, name: str, declared: Declared, *, here: bool) -> Format | None:
    """Show a JSON Schema as a format.

    Args:
        mention: The docstring's words about it
        name: Dotted name of the variable that holds it
        declared: The schema
        here: True where it is declared in the file of the docstring, whose lines its fields then have

    Returns:
        The format with its fields; None where it is too deep or has no field

    Example:
        found = format_of_schema(mention, "core.status.STATUS_SCHEMA", declared, here=True)
    """
    nodes: list[Node] = []
    try:
        _add_schema(nodes, -1, None, declared.schema, declared.schema, "", required=True)
    except UnreadableError:
        return None
    if not any(node.key is not None for node in nodes):
        return None
    plain = _plain(mention, name)
    fields = tuple(
        replace(item, line=declared.lines.get(item.path, declared.line) if here else mention.line)
        for item in fields_of(tree_of(Block(nodes)), ())
    )
    schema = {"$schema": _DIALECT, "title": plain.name, **declared.schema}
    return replace(plain, fields=fields, schema={**schema, "$schema": _DIALECT}, text=declared.text)


def _add_schema(
    nodes: list[Node],
    parent: int,
    key: str | None,
    schema: Mapping[str, Any],
    whole: Mapping[str, Any],
    path: str,
    *,
    required: bool,
    depth: int = 0,
) -> None:
    """Add the node of a schema and those inside it."""
    if depth > _DEEPEST or len(nodes) > _MOST_FIELDS:
        raise UnreadableError("the schema is too deep or too large", 0, complex_=True)
    schema, nullable = _opened(schema, whole)
    meaning = _meaning_of_schema(schema, nullable=nullable, required=required)
    kind = "object" if "properties" in schema else "array" if "items" in schema else "scalar"
    comment = "" if kind == "scalar" else meaning.description
    node = Node(path, key, parent, 0, kind, meaning, comment=comment, optional=not required, nullable=meaning.nullable)
    node.open_ended = bool(schema.get("additionalProperties", False))
    nodes.append(node)
    index = len(nodes) - 1
    needed = schema.get("required")
    for name, inner in _members(schema.get("properties")):
        must = not isinstance(needed, list) or name in needed
        _add_schema(nodes, index, name, inner, whole, path_of(path, name, 0), required=must, depth=depth + 1)
    if isinstance(schema.get("items"), Mapping) and kind == "array":
        _add_schema(nodes, index, None, schema["items"], whole, f"{path}[]", required=True, depth=depth + 1)


def _members(properties: Any) -> list[tuple[str, Mapping[str, Any]]]:
    if not isinstance(properties, Mapping):
        return []
    return [(str(name), inner if isinstance(inner, Mapping) else {}) for name, inner in properties.items()]


def _opened(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """The schema that a reference or a union with null stands for, and whether null is allowed."""
    nullable = False
    for _ in range(_DEEPEST):
        target = schema.get("$ref")
        options = schema.get("anyOf") or schema.get("oneOf")
        if isinstance(target, str) and target.startswith("#/"):
            found: Any = whole
            for part in target[2:].split("/"):
                found = found.get(part) if isinstance(found, Mapping) else None
            if not isinstance(found, Mapping):
                break
            schema = {**found, **{name: value for name, value in schema.items() if name != "$ref"}}
        elif isinstance(options, list):
            plain = [item for item in options if isinstance(item, Mapping) and item.get("type") != "null"]
            nullable = nullable or len(plain) < len(options)
            if len(plain) != 1:
                break
            rest = {name: value for name, value in schema.items() if name not in ("anyOf", "oneOf")}
            schema = {**plain[0], **rest}
        else:
            break
    return schema, nullable


def _meaning_of_schema(schema: Mapping[str, Any], *, nullable: bool, required: bool) -> Meaning:
    written = schema.get("type")
    names = [item for item in (written if isinstance(written, list) else [written]) if isinstance(item, str)]
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    enum = (
        tuple(value for value in values if isinstance(value, str | int | float | bool))
        if isinstance(values, list)
        else ()
    )
    types = tuple(_NAMES.get(name, name) for name in names if name != "null")
    examples = schema.get("examples")
    description = schema.get("description")
    return Meaning(
        types=types or tuple(dict.fromkeys(type(value).__name__ for value in enum)),
        enum=enum,
        nullable=nullable or "null" in names or (isinstance(values, list) and None in values),
        optional=not required,
        description=" ".join(description.split()) if isinstance(description, str) else "",
        example=examples[0] if isinstance(examples, list) and examples else schema.get("default"),
    )
