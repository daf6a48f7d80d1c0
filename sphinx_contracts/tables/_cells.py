"""Cells, rows and lists as the tables of this package share them."""

from collections.abc import Sequence

from sphinx_contracts.effects.catalogue import REQUIRED
from sphinx_contracts.effects.wording import is_denial
from sphinx_contracts.model.blocks import (
    Block,
    Cell,
    CodeBlock,
    Details,
    ListBlock,
    Paragraph,
    Ref,
    Row,
    Span,
    Table,
    Text,
)
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import Example, SideEffect
from sphinx_contracts.prose import blocks_of
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.visible import visible

__all__ = [
    "badge",
    "cell",
    "code",
    "example_blocks",
    "group_row",
    "is_promise",
    "is_undocumented",
    "list_block",
    "module_ref",
    "note",
    "prose",
    "prose_cell",
    "rubric",
    "source_ref",
    "table",
]


def cell(*spans: Span) -> Cell:
    return Cell((Paragraph(spans),)) if spans else Cell()


def code(text: str) -> Text:
    return Text(visible(text), "code")


def badge(text: str, kind: str) -> Text:
    return Text(_kept(text), f"badge-{kind}")


def rubric(title: str) -> Paragraph:
    return Paragraph((Text(_kept(title)),), "rubric")


def _kept(text: str) -> str:
    """A label stays one, so that it can be translated."""
    return text if isinstance(text, Label) else visible(text)


def module_ref(module: Module) -> Ref:
    return Ref(visible(module.name), module.name, "contract:mod")


def note(*spans: Span) -> Paragraph:
    return Paragraph(spans, "note")


def is_promise(effect: SideEffect) -> bool:
    """Does the docstring promise that there is no such effect, and nothing speaks against it?"""
    return effect.documented and not effect.detected and is_denial(effect.description)


def is_undocumented(effect: SideEffect) -> bool:
    """Is it an effect that readers must know of, surely there, of which the documentation says nothing?"""
    return not effect.documented and effect.category in _TOLD and any(item.sure for item in effect.evidence)


def source_ref(text: str, module: str, line: int) -> Ref:
    return Ref(_kept(text), f"{module}:{line}", "contract:source")


def prose(text: str, scope: Scope) -> tuple[Block, ...]:
    """Docstring prose, its Python references resolved as the module would resolve them."""
    return tuple(_resolved(block, scope) for block in blocks_of(text)) if text else ()


def prose_cell(text: str, scope: Scope) -> Cell:
    return Cell(prose(text, scope))


def list_block(title: str, items: Sequence[str], scope: Scope, *, ordered: bool = False) -> tuple[Block, ...]:
    if not items:
        return ()
    return rubric(title), ListBlock(tuple(prose(item, scope) for item in items), ordered and len(items) > 1)


def example_blocks(title: str, examples: Sequence[Example], scope: Scope) -> tuple[Block, ...]:
    """Examples under their title; a sentence that leads to one is prose."""
    if not examples:
        return ()
    blocks: list[Block] = []
    for item in examples:
        if _is_leading(item):
            blocks += prose(item.code, scope)
        else:
            blocks.append(CodeBlock(item.code, item.language))
    number = sum(1 for item in examples if not _is_leading(item))
    return rubric(title if number <= 1 else _PLURAL.get(title, title)), *blocks


def _is_leading(item: Example) -> bool:
    return item.language == "text" and not item.marked and item.code.endswith(":")


_TOLD = REQUIRED | {"exit"}
_PLURAL = {"Example": Label("Examples")}


def group_row(title: str) -> Row:
    return Row((cell(Text(visible(title))),), group=True)


def table(kind: str, title: str, columns: Sequence[str], rows: Sequence[Row], *, optional: Sequence[str] = ()) -> Table:
    """A table without those of its optional columns in which no row says anything."""
    plain = [row for row in rows if not row.group]
    kept = [
        index
        for index, name in enumerate(columns)
        if name not in optional or any(row.cells[index].blocks for row in plain)
    ]
    if len(kept) < len(columns):
        columns = [columns[index] for index in kept]
        rows = [row if row.group else replace(row, cells=tuple(row.cells[index] for index in kept)) for row in rows]
    return Table(kind, title, tuple(columns), tuple(rows))


def _resolved(block: Block, scope: Scope) -> Block:
    if isinstance(block, Paragraph):
        if any(isinstance(span, Ref) for span in block.spans):
            return replace(block, spans=tuple(_resolved_span(span, scope) for span in block.spans))
        return block
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(tuple(_resolved(inner, scope) for inner in item) for item in block.items))
    if isinstance(block, Details):
        return replace(block, blocks=tuple(_resolved(inner, scope) for inner in block.blocks))
    return block


def _resolved_span(span: Span, scope: Scope) -> Span:
    if isinstance(span, Ref) and span.role.startswith("py:"):
        target = scope.target(span.target)
        return span if target == span.target else replace(span, target=target)
    return span
