"""The tables of a function, method or property.

What a function takes, gives, does and raises, in the order in which a reader asks.

Key Components:
    - callable_entry: the whole contract of a callable
    - side_effects_table, raises_table: the tables that other pages show too

Usage:
    from sphinx_contracts.tables.callables import callable_entry
    from sphinx_contracts.tables.view import View

    entry = callable_entry(function, View(project, findings))
"""

import re
from collections.abc import Iterator, Sequence

from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Prose, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import Evidence, Field, Input, Output, Raise, SideEffect
from sphinx_contracts.tables._cells import (
    badge,
    cell,
    code,
    example_blocks,
    is_promise,
    is_undocumented,
    list_block,
    note,
    prose,
    prose_cell,
    rubric,
    source_ref,
    table,
)
from sphinx_contracts.tables.annotations import Scope, code_spans, type_spans
from sphinx_contracts.tables.connections import callable_lines
from sphinx_contracts.tables.entry import Entry, Signature
from sphinx_contracts.tables.told import blank_note, lead_blocks, section_blocks
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["callable_entry", "raises_table", "side_effects_table"]

_STARS = {"var-positional": "*", "var-keyword": "**"}
_OUTPUT_NAMES = {"return": Label("returns"), "yield": Label("yields")}
_INPUT_COLUMNS = (Label("Name"), Label("Type"), Label("Default"), Label("Description"))
_OUTPUT_COLUMNS = (Label("Name"), Label("Type"), Label("Description"))
_EFFECT_COLUMNS = (Label("Category"), Label("Description"))
_RAISE_COLUMNS = (Label("Exception"), Label("Condition"), Label("Origin"))
_WARN_COLUMNS = (Label("Warning"), Label("Condition"))
_UNDOCUMENTED = Label("undocumented")
_ORIGINS = {"documented": Label("documented"), "detected": Label("detected"), "undocumented": _UNDOCUMENTED}
_ITERATOR = re.compile(r"(?:\w+\.)*(?:Async)?(?:Iterator|Iterable|Generator)\[(?=.*\]$)", re.DOTALL)
_NOTHING = {
    SectionKind.RAISES: (Label("Raises"), Label("No exceptions, says the docstring.")),
    SectionKind.SIDE_EFFECTS: (Label("Side effects"), Label("None, says the docstring.")),
}


def callable_entry(contract: Callable, view: View) -> Entry:
    """Lay out the contract of a function, method or property.

    Args:
        contract: The contract
        view: The project around it

    Returns:
        The entry, without children

    Example:
        entry = callable_entry(function, view)
    """
    scope = view.scope(contract.facts.home)
    kind = contract.kind
    return Entry(
        kind=kind,
        name=contract.qualname,
        label=contract.name if kind == "property" else f"{contract.name}()",
        home=contract.facts.home,
        line=contract.line,
        signature=_signature(contract, scope),
        blocks=(
            *blank_note(contract, view.home(contract.facts.home)),
            *_blocks(contract, scope),
            *_connected(contract, view),
        ),
    )


def _blocks(contract: Callable, scope: Scope) -> Iterator[Block | Prose]:
    if contract.inherited_from is not None:
        yield note(
            Text(Label("Contract of")), Text(" "), Ref(visible(contract.inherited_from), contract.inherited_from)
        )
    yield from lead_blocks(contract, scope)
    inputs = [row for item in contract.inputs for row in _input_rows(item, scope)]
    if inputs:
        yield table("inputs", Label("Inputs"), _INPUT_COLUMNS, inputs, optional=("Type", "Default"))
    outputs = [row for item in contract.outputs for row in _output_rows(item, scope)]
    if outputs:
        yield table("outputs", Label("Outputs"), _OUTPUT_COLUMNS, outputs, optional=("Type",))
    yield from _effects(contract, scope)
    yield from list_block(Label("Guarantees"), contract.guarantees, scope)
    yield from list_block(Label("Precedence"), contract.precedence, scope, ordered=True)
    yield from section_blocks(contract, scope)
    yield from example_blocks(Label("Example"), contract.examples, scope)


def _connected(contract: Callable, view: View) -> Iterator[Block]:
    located = view.objects.get(contract.qualname)
    if located is not None:
        yield from callable_lines(contract.qualname, located.module.name, view.connections)


def _effects(contract: Callable, scope: Scope) -> Iterator[Block]:
    if contract.side_effects:
        yield side_effects_table(contract.side_effects, scope)
    else:
        yield from _nothing(contract.doc, SectionKind.SIDE_EFFECTS)
    if contract.raises:
        yield raises_table(contract.raises, scope)
    else:
        yield from _nothing(contract.doc, SectionKind.RAISES)
    if contract.warns:
        rows = [Row((_exception(item, scope), prose_cell(item.condition, scope))) for item in contract.warns]
        yield table("warns", Label("Warns"), _WARN_COLUMNS, rows)


def _nothing(doc: Docstring, kind: SectionKind) -> Iterator[Block]:
    """An explicit "None" is a promise, so it is shown."""
    if any(section.kind is kind and section.explicit_none for section in doc.sections):
        title, text = _NOTHING[kind]
        yield rubric(title)
        yield Paragraph((Text(text),))


def _signature(contract: Callable, scope: Scope) -> Signature:
    words = [contract.kind if contract.kind in ("classmethod", "staticmethod", "property") else ""]
    words.insert(0, "abstract" if contract.facts.is_abstract else "")
    words.append("async" if contract.is_async else "")
    holder = contract.qualname.removesuffix(contract.name)
    parameters = None if contract.kind == "property" else tuple(_parameters(contract.inputs, scope))
    returns = type_spans(contract.facts.return_annotation, scope)
    return Signature(" ".join(filter(None, words)), visible(holder), visible(contract.name), parameters, returns)


def _parameters(inputs: Sequence[Input], scope: Scope) -> Iterator[tuple[Span, ...]]:
    before = ""
    for item in inputs:
        if before == "positional-only" and item.kind != before:
            yield (code("/"),)
        if item.kind == "keyword-only" and before not in ("keyword-only", "var-positional"):
            yield (code("*"),)
        yield _parameter(item, scope)
        before = item.kind
    if before == "positional-only":
        yield (code("/"),)


def _parameter(item: Input, scope: Scope) -> tuple[Span, ...]:
    spans: list[Span] = [code(f"{_STARS.get(item.kind, '')}{item.name}")]
    annotation = code_spans(item.annotation, scope) if item.annotation else ()
    if annotation:
        spans += [code(": "), *annotation]
    if item.default is not None and item.kind not in _STARS:
        spans.append(code(f" = {item.default}" if annotation else f"={item.default}"))
    return tuple(spans)


def _input_rows(item: Input, scope: Scope) -> Iterator[Row]:
    yield Row(
        (
            cell(code(f"{_STARS.get(item.kind, '')}{item.name}")),
            cell(*type_spans(item.type, scope)),
            _default(item.default),
            prose_cell(item.description, scope),
        )
    )
    for nested in item.fields:
        yield Row((cell(code(nested.name)), *_field_cells(nested, scope)), depth=1)


def _field_cells(nested: Field, scope: Scope) -> tuple[Cell, Cell, Cell]:
    return cell(*type_spans(nested.type, scope)), _default(nested.default), prose_cell(nested.description, scope)


def _default(text: str | None) -> Cell:
    return cell(code(text)) if text is not None else Cell()


def _output_rows(item: Output, scope: Scope) -> Iterator[Row]:
    """A row for what is returned; nothing for a plain ``None`` of which nothing is said."""
    if item.type in (None, "None") and not item.description and not item.fields:
        return
    yield Row(
        (
            cell(badge(_OUTPUT_NAMES.get(item.kind, item.kind), "output")),
            cell(*type_spans(_yielded(item), scope)),
            prose_cell(item.description, scope),
        )
    )
    for nested in item.fields:
        type_cell, _, description = _field_cells(nested, scope)
        yield Row((cell(code(nested.name)), type_cell, description), depth=1)


def _yielded(item: Output) -> str | None:
    """The type of one value: a generator's annotation is the type of all of them."""
    match = _ITERATOR.match(item.type) if item.kind == "yield" and item.type else None
    if match is None or item.type is None:
        return item.type
    arguments = item.type[match.end() : -1]
    depth = 0
    for index, char in enumerate(arguments):
        depth += (char in "[(") - (char in "])")
        if char == "," and not depth:
            return arguments[:index].strip()
    return arguments.strip() or item.type


def side_effects_table(effects: Sequence[SideEffect], scope: Scope) -> Table:
    """Lay out side effects: their category, what is said of them and where the code shows them.

    Args:
        effects: The side effects
        scope: What names mean in the module whose source has them

    Returns:
        The table

    Example:
        block = side_effects_table(function.side_effects, scope)
    """
    rows = [
        Row((_category(item), Cell((*prose(item.description, scope), *(_evidence(e, scope) for e in item.evidence)))))
        for item in effects
    ]
    return table("side-effects", Label("Side effects"), _EFFECT_COLUMNS, rows)


def _category(item: SideEffect) -> Cell:
    if is_promise(item):
        denied = Label("none") if item.category == "other" else Label("no {category}", category=item.category)
        return cell(badge(denied, "promise"), badge(_ORIGINS["documented"], "documented"))
    known = [name for name, holds in (("documented", item.documented), ("detected", item.detected)) if holds]
    if is_undocumented(item):
        known.append("undocumented")
    return cell(badge(item.category, f"effect-{item.category}"), *(badge(_ORIGINS[name], name) for name in known))


def _evidence(item: Evidence, scope: Scope) -> Paragraph:
    spans: list[Span] = [
        source_ref(Label("line {line}", line=item.line), scope.module, item.line),
        Text(": "),
        code(item.call),
    ]
    return note(*spans, *_via(item.via))


def _via(names: Sequence[str]) -> Iterator[Span]:
    for index, name in enumerate(names):
        yield from (Text(" → "),) if index else (Text(" "), Text(Label("via")), Text(" "))
        yield Ref(visible(f"{name.rpartition('.')[2]}()"), name, "py:func")


def raises_table(raises: Sequence[Raise], scope: Scope) -> Table:
    """Lay out exceptions: their name, their condition and, where it is not the docstring, where they come from.

    Args:
        raises: The exceptions
        scope: What names mean in the module whose source raises them

    Returns:
        The table

    Example:
        block = raises_table(function.raises, scope)
    """
    rows = [Row((_exception(item, scope), prose_cell(item.condition, scope), _origin(item, scope))) for item in raises]
    return table("raises", Label("Raises"), _RAISE_COLUMNS, rows, optional=("Origin",))


def _exception(item: Raise, scope: Scope) -> Cell:
    spans = type_spans(item.exception, scope)
    return cell(*(Ref(span.text, span.target, "py:exc") if isinstance(span, Ref) else span for span in spans))


def _origin(item: Raise, scope: Scope) -> Cell:
    if item.origin == "documented":
        return Cell()
    known = () if item.documented else (badge(_UNDOCUMENTED, "undocumented"),)
    if item.origin == "propagated":
        return cell(*known, *_via(item.via))
    return cell(*known, source_ref(Label("raised in line {line}", line=item.line), scope.module, item.line))
