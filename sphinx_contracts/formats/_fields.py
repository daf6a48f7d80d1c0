"""Nodes of a block as rows: types, descriptions and examples out of comments and values."""

import json
import re
from collections.abc import Sequence
from typing import Any

from sphinx_contracts.formats._reader import Block, Node
from sphinx_contracts.model.contract import FormatField

__all__ = ["fields_of", "types_in"]

_WORD = re.compile(
    r"(?:int|integer|float|number|str|string|bool|boolean|dict|list|array|object|any|null|none|tuple|set|bytes|datetime"
    r"|date|path|timestamp|(?:unix |iso[\s-]?(?:8601)?\s*)(?:string|timestamp|datetime|date|time|str|format)?)s?",
    re.IGNORECASE,
)
_GENERIC = re.compile(r"[A-Za-z_][\w.]*\[[^\n]*\]$")
_BRACKETED = re.compile(r"^(.*\S)?\s*\(([^()]*)\)\.?$", re.DOTALL)
_UNIT = re.compile(
    r"\b(?:in |\()(seconds|milliseconds|ms|minutes|hours|days|bytes|kb|mb|gb|kib|mib|gib|percent|tokens|steps)\b",
    re.IGNORECASE,
)
_MAP_KEY = re.compile(r"<.+>|\{.+\}|.*\d.*[.\-/].*|.*[./-].*\d.*|\d+")
_NULL = frozenset({"null", "none"})
_SEEN = {str: "str", bool: "bool", int: "int", float: "float", type(None): "null", list: "list", dict: "dict"}


def types_in(text: str) -> tuple[str, ...]:
    """The type names that a text consists of, none when it is anything else than types."""
    text = text.strip().strip("`<>").strip()
    if not text or len(text) > 200:
        return ()
    parts = [part.strip() for part in _alternatives(text)]
    return tuple(parts) if all(_WORD.fullmatch(part) or _is_generic(part) for part in parts) else ()


def _is_generic(text: str) -> bool:
    return _GENERIC.fullmatch(text) is not None and text.count("[") == text.count("]")


def _alternatives(text: str) -> list[str]:
    """Cut at ``|``, ``or`` and ``/`` outside brackets and quotes."""
    parts, depth, start = [], 0, 0
    for match in re.finditer(r'"[^"]*"|[\[({]|[\])}]|\s+or\s+|\s*[|/]\s*', text):
        if match[0] in ("[", "(", "{"):
            depth += 1
        elif match[0] in ("]", ")", "}"):
            depth -= 1
        elif depth == 0 and match[0][0] != '"':
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _described(comment: str) -> tuple[tuple[str, ...], tuple[Any, ...], str]:
    """Types, listed values and description of a comment."""
    whole = types_in(comment)
    if whole:
        return whole, (), ""
    listed = _listed(comment)
    if listed:
        return (), listed, ""
    head, colon, rest = _cut(comment)
    types = types_in(head) if colon else ()
    if types:
        return types, _listed(rest), rest
    match = _BRACKETED.match(comment)
    if match is not None and match[1]:
        types = types_in(match[2].split(",")[0])
        if types:
            return types, (), match[1]
        listed = _listed(match[2])
        if listed:
            return (), listed, match[1]
    return (), (), comment


def _cut(text: str) -> tuple[str, str, str]:
    depth = 0
    for position, char in enumerate(text[:200]):
        if char in "[(":
            depth += 1
        elif char in "])":
            depth -= 1
        elif depth <= 0 and text.startswith((": ", " - ", " — "), position):
            return text[:position], ":", text[position + 1 :].lstrip(" -—")
    return text, "", ""


def _listed(text: str) -> tuple[Any, ...]:
    """The values of ``"go" | "blocked"``, empty when the text is something else."""
    parts = [part.strip() for part in _alternatives(text)] if len(text) <= 2000 else []
    if len(parts) < 2 or not all(re.fullmatch(r'"[^"]*"|-?\d+(?:\.\d+)?|null|None|true|false', part) for part in parts):
        return ()
    if not any(part[0] == '"' for part in parts):
        return ()
    return tuple(json.loads("null" if part == "None" else part) for part in parts)


def fields_of(block: Block, numbers: Sequence[int]) -> tuple[FormatField, ...]:
    """The rows of a block; a path that occurs again adds its types to the first row."""
    rows: dict[str, tuple[Node, list[str]]] = {}
    members: dict[str, set[int]] = {}
    for node in block.nodes:
        if not node.key:
            continue
        known = rows.get(node.path)
        members.setdefault(node.path, set()).add(node.parent)
        if known is None:
            rows[node.path] = node, [_seen(node)]
        elif _seen(node) not in known[1] and len(known[1]) < 10:
            known[1].append(_seen(node))
            known[0].comment = known[0].comment or node.comment
    parents: dict[str, int] = {}
    for node in block.nodes:
        if node.kind == "object":
            parents[node.path] = parents.get(node.path, 0) + 1
    examples = _examples(block)
    found: list[FormatField] = []
    for path, (node, seen) in rows.items():
        around = block.nodes[node.parent].path
        optional = len(members[path]) < parents.get(around, 1)
        found.append(_field(node, seen, examples.get(path), optional, numbers))
    return tuple(found)


def _seen(node: Node) -> str:
    if node.kind in ("object", "array"):
        return "dict" if node.kind == "object" else "list"
    return node.raw or _SEEN.get(type(node.value), "any")


def _field(node: Node, seen: list[str], example: Any, optional: bool, numbers: Sequence[int]) -> FormatField:
    types, enum, description = _described(node.comment)
    if node.kind == "type":
        bare = re.sub(r"\s*\([^()]*\)$", "", node.raw)
        listed = _listed(bare)
        enum = enum or listed
        if not listed:
            types = types or types_in(bare) or (bare.strip("<>"),)
    if not types:
        types = (_SEEN[type(enum[0])],) if enum else tuple(dict.fromkeys(seen))
    nullable = node.nullable or (None in enum) or any(name.lower() in _NULL or name.startswith("Optional[") for name in types)
    if "optional" in description.lower().split()[:1] or "(optional)" in description.lower():
        optional = True
    unit = _UNIT.search(description)
    return FormatField(
        path=node.path,
        types=tuple(name for name in types if name.lower() not in _NULL) or types,
        nullable=nullable,
        enum=enum,
        optional=optional,
        open_ended=node.open_ended,
        map_key=node.kind == "object" and _MAP_KEY.fullmatch(node.key) is not None,
        group=node.group,
        unit=unit[1] if unit is not None else None,
        description=description,
        example=example,
        line=numbers[min(node.line, len(numbers) - 1)] if numbers else 0,
    )


def _examples(block: Block) -> dict[str, Any]:
    """The example value of each path; that of an object is left to its members."""
    examples: dict[str, Any] = {}
    lists: dict[int, list[Any]] = {}
    for index, node in enumerate(block.nodes):
        if node.kind == "array":
            lists[index] = []
        if node.kind == "value" and not node.key and node.parent in lists and len(lists[node.parent]) < 20:
            lists[node.parent].append(node.value)
        elif node.kind == "value" and node.key:
            examples.setdefault(node.path, node.value)
    for index, values in lists.items():
        if values:
            examples.setdefault(block.nodes[index].path, values)
    return examples
