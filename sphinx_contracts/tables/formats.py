"""The table of a documented data format.

Fields are shown as a tree by their depth, with the original text behind a line that opens it.

Key Components:
    - format_entry: the format with its fields and the block as written
    - format_name: the qualified name of a format

Usage:
    from sphinx_contracts.tables.formats import format_entry
    from sphinx_contracts.tables.view import View

    entry = format_entry(module.formats[0], module, View(project, findings))
"""

import json
import re
from collections.abc import Iterator

from sphinx_contracts.model.blocks import Block, Cell, CodeBlock, Details, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.formats import Format, FormatField
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables._cells import badge, cell, code, group_row, note, prose, table
from sphinx_contracts.tables.annotations import Scope, type_spans
from sphinx_contracts.tables.connections import format_lines
from sphinx_contracts.tables.entry import Entry, Signature
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["format_entry", "format_name"]

_COLUMNS = (Label("Field"), Label("Type"), Label("Description"), Label("Example"))
_LONGEST_EXAMPLE = 60
# the highlighter warns of a language that it does not know
_LEXERS = {"json": "json", "jsonl": "json", "yaml": "yaml", "toml": "toml"}


def format_name(item: Format, module: Module) -> str:
    """Write the qualified name of a format, which is its name in the site.

    Args:
        item: The format
        module: The public module that shows it

    Returns:
        The name as ``module:name``

    Example:
        name = format_name(module.formats[0], module)  # "core.status:status.json"
    """
    return f"{module.name}:{item.name}"


def format_entry(item: Format, module: Module, view: View) -> Entry:
    """Lay out a documented data format.

    Args:
        item: The format
        module: The public module that shows it
        view: The project around it

    Returns:
        The entry: a table of the fields and the block as written, or the block alone where it could not be read

    Example:
        entry = format_entry(module.formats[0], module, view)
    """
    home = view.home_of(item.object, module)
    return Entry(
        kind="format",
        name=format_name(item, module),
        label=visible(item.name),
        home=home,
        line=item.line,
        signature=Signature(Label("format"), visible(f"{module.name}:"), visible(item.name)),
        blocks=(*_blocks(item, module, view.scope(home)), *format_lines(item, module, view.connections)),
    )


def _blocks(item: Format, module: Module, scope: Scope) -> Iterator[Block]:
    yield note(*_facts(item, module))
    yield from prose(item.description, scope)
    original = CodeBlock(item.text, "python" if item.declared_by else _LEXERS.get(item.language, "text"))
    if not item.fields:
        yield original
        return
    yield _fields_table(item, scope)
    yield Details(Label("As declared") if item.declared_by else Label("As documented"), (original,))


def _facts(item: Format, module: Module) -> Iterator[Span]:
    yield badge(item.language, "language")
    if item.version:
        yield badge(Label("version {version}", version=item.version), "version")
    if not item.fields:
        yield badge(Label("shown as it is"), "unparsed")
    if item.object != module.name:
        yield from (Text(" "), Text(Label("documented by")), Text(" "))
        yield Ref(visible(item.object), item.object)
    if item.declared_by:
        yield from (Text(" "), Text(Label("declared by")), Text(" "))
        yield Ref(visible(item.declared_by), item.declared_by)
    if item.schema is not None:
        yield Text(" ")
        yield Ref(Label("JSON Schema"), format_name(item, module), "contract:schema")


def _fields_table(item: Format, scope: Scope) -> Table:
    rows: list[Row] = []
    group: str | None = None
    shown: dict[str, int] = {}
    for field in item.fields:
        if field.group != group and field.group is not None:
            rows.append(group_row(field.group))
        group = field.group
        depth, name = _place(field.path, shown)
        shown[field.path] = depth
        rows.append(Row((_name(field, name), _type(field, scope), _meaning(field, scope), _example(field)), depth))
    return table("format", Label("Fields"), _COLUMNS, rows, optional=("Type", "Example"))


def _place(path: str, shown: dict[str, int]) -> tuple[int, str]:
    """Nesting below the nearest row that holds the field, and the rest of its path."""
    for cut in range(len(path) - 1, 0, -1):
        if path[cut] not in ".[":
            continue
        parent = path[:cut]
        if parent in shown:
            rest = path[cut:]
            return min(shown[parent] + 1, 9), rest.removeprefix("[]").removeprefix(".") or rest
    return 0, path


def _name(field: FormatField, name: str) -> Cell:
    marks = (
        (Label("map key"), field.map_key),
        (Label("optional"), field.optional),
        (Label("more"), field.open_ended),
    )
    return cell(code(name), *(badge(text, "mark") for text, holds in marks if holds))


def _type(field: FormatField, scope: Scope) -> Cell:
    spans: list[Span] = []
    for name in (*field.types, *(("null",) if field.nullable and "null" not in field.types else ())):
        if spans:
            spans.append(code(" | "))
        spans.extend(type_spans(name, scope))
    return cell(*spans)


def _meaning(field: FormatField, scope: Scope) -> Cell:
    blocks = prose(field.description, scope)
    extra: list[Span] = []
    if field.unit and not _says(field.description, field.unit):
        extra += [Text(Label("in {unit}", unit=field.unit)), Text(" ")]
    if field.enum:
        extra += [Text(Label("one of")), Text(" ")]
        for index, value in enumerate(field.enum):
            extra += [Text(", ")] if index else []
            extra.append(code(_shown(value)))
    return Cell((*blocks, note(*extra))) if extra else Cell(blocks)


def _says(description: str, unit: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", description, re.IGNORECASE) is not None


def _example(field: FormatField) -> Cell:
    return cell(code(_shown(field.example))) if field.example is not None else Cell()


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1]}…"
