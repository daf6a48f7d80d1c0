"""The tables of a class.

What a class is for, what it holds, and how it is used; its methods are shown by themselves.

Key Components:
    - class_entry: the whole contract of a class

Usage:
    from sphinx_contracts.tables.classes import class_entry
    from sphinx_contracts.tables.view import View

    entry = class_entry(contract, View(project, findings))
"""

from collections.abc import Iterator, Sequence

from sphinx_contracts.model.blocks import Block, Cell, Prose, Row, Span, Table, Text
from sphinx_contracts.model.contract import Class, Module
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import Field
from sphinx_contracts.tables._cells import (
    cell,
    code,
    example_blocks,
    group_row,
    list_block,
    note,
    prose_cell,
    table,
)
from sphinx_contracts.tables.annotations import Scope, code_spans, type_spans
from sphinx_contracts.tables.callables import callable_entry
from sphinx_contracts.tables.connections import callable_lines
from sphinx_contracts.tables.entry import Entry, Signature
from sphinx_contracts.tables.told import blank_note, lead_blocks, section_blocks
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["class_entry"]

_PREFIXES = {
    "abstract": Label("abstract class"),
    "typeddict": Label("typed dict"),
    "namedtuple": Label("named tuple"),
}
_ATTRIBUTES = Label("Attributes")
_FIELD_TITLES = dict.fromkeys(("class", "abstract", "protocol", "exception"), _ATTRIBUTES)
_FIELD_COLUMNS = (Label("Name"), Label("Type"), Label("Default"), Label("Description"))
_MEMBER_COLUMNS = (Label("Name"), Label("Type"), Label("Value"), Label("Description"))


def class_entry(contract: Class, view: View) -> Entry:
    """Lay out the contract of a class, with its methods and the classes inside it.

    Args:
        contract: The contract
        view: The project around it

    Returns:
        The entry; its children are the classes inside it and its methods

    Example:
        entry = class_entry(contract, view)
    """
    scope = view.scope(contract.facts.home)
    return Entry(
        kind="exception" if contract.kind == "exception" else "class",
        name=contract.qualname,
        label=contract.name,
        home=contract.facts.home,
        line=contract.line,
        signature=_signature(contract),
        blocks=(*_blocks(contract, scope, view.home(contract.facts.home)), *_connected(contract, view)),
        children=(
            *(class_entry(item, view) for item in contract.classes),
            *(callable_entry(item, view) for item in contract.methods),
        ),
    )


def _signature(contract: Class) -> Signature:
    prefix = _PREFIXES.get(contract.kind, contract.kind)
    holder = contract.qualname.removesuffix(contract.name)
    return Signature(prefix, visible(holder), visible(contract.name))


def _blocks(contract: Class, scope: Scope, home: Module | None) -> Iterator[Block | Prose]:
    if contract.bases:
        yield note(Text(Label("Bases:")), Text(" "), *_bases(contract.bases, scope))
    yield from blank_note(contract, home)
    yield from lead_blocks(contract, scope)
    yield from list_block(Label("Responsibilities"), contract.responsibilities, scope)
    yield from list_block(Label("Data flow"), contract.data_flow, scope, ordered=True)
    if contract.fields:
        yield _fields_table(contract, scope)
    yield from list_block(Label("Guarantees"), contract.guarantees, scope)
    yield from section_blocks(contract, scope)
    yield from example_blocks(Label("Example"), contract.examples, scope)


def _connected(contract: Class, view: View) -> Iterator[Block]:
    located = view.objects.get(contract.qualname)
    if located is not None:
        yield from callable_lines(contract.qualname, located.module.name, view.connections)


def _bases(bases: Sequence[str], scope: Scope) -> Iterator[Span]:
    for index, base in enumerate(bases):
        if index:
            yield Text(", ")
        yield from code_spans(base, scope)


def _fields_table(contract: Class, scope: Scope) -> Table:
    rows: list[Row] = []
    group: str | None = None
    for item in contract.fields:
        if item.group != group and item.group is not None:
            rows.append(group_row(item.group))
        group = item.group
        rows.append(_field_row(item, contract.qualname, scope))
    if contract.kind == "enum":
        return table("members", Label("Members"), _MEMBER_COLUMNS, rows, optional=("Type", "Value"))
    title = _FIELD_TITLES.get(contract.kind, Label("Fields"))
    return table("fields", title, _FIELD_COLUMNS, rows, optional=("Type", "Default"))


def _field_row(item: Field, owner: str, scope: Scope) -> Row:
    name = f"{owner}.{item.name}"
    return Row(
        (
            cell(code(item.name)),
            cell(*type_spans(item.type, scope)),
            cell(code(item.default)) if item.default is not None else Cell(),
            prose_cell(item.description, scope),
        ),
        anchor=name if item.name.isidentifier() else None,
    )
