"""The index of modules: all modules in one table, with what it is filtered and sorted by.

Every row carries the criteria that a reader may ask for, so that a script needs nothing but the page.

Key Components:
    - INDEX_COLUMNS: the columns that there are
    - index_table: the table

Usage:
    from sphinx_contracts.tables.index import index_table
    from sphinx_contracts.tables.overview import Selection
    from sphinx_contracts.tables.view import View

    block = index_table(View(project, findings), Selection())
"""

from collections.abc import Callable, Iterator

from sphinx_contracts.effects.catalogue import TRAVELLING
from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables._cells import badge, cell, module_ref, note
from sphinx_contracts.tables.glance import effects_of, exceptions_of
from sphinx_contracts.tables.overview import Selection, score_badge
from sphinx_contracts.tables.told import summary_cell
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["INDEX_COLUMNS", "index_table"]

INDEX_COLUMNS = ("module", "summary", "effects", "score", "errors", "notes", "phase")
"""The columns of the index, by the names that ``:columns:`` takes."""

# what a module does to others than itself: worth a column where modules are compared
_TELLING = frozenset({*TRAVELLING, "import-state", "stdout", "stdin", "thread"})


def index_table(view: View, selection: Selection) -> Block:
    """Lay out modules with their summary, score, findings and phase.

    Args:
        view: The project
        selection: Which modules and columns

    Returns:
        The table, or a line that says that there is nothing to show

    Example:
        block = index_table(view, Selection(columns=("module", "score")))
    """
    modules = selection.of(view.project.modules)
    if not modules:
        return Paragraph((Text(Label("No modules.")),), "note")
    names = selection.columns
    if not names:
        # one column less: the effects stand below the summary
        absent = {"effects"} if any(module.phase for module in modules) else {"effects", "phase"}
        names = tuple(name for name in INDEX_COLUMNS if name not in absent)
    columns = [_SUMMARY if name == "summary" and "effects" not in names else _INDEX[name] for name in names]
    rows = [
        Row(tuple(make(view, module) for _, make in columns), data=tuple(_criteria(view, module))) for module in modules
    ]
    return Table("modules", "", tuple(title for title, _ in columns), tuple(rows), tuple(names))


def _count(view: View, module: Module, severity: str) -> Cell:
    number = _number_of(view, module, severity)
    return cell(badge(str(number), severity)) if number else cell(Text("0"))


def _number_of(view: View, module: Module, severity: str) -> int:
    findings = view.findings.get(module.name, ())
    return sum(1 for item in findings if item.suppressed is None and item.severity == severity)


_INDEX: dict[str, tuple[str, Callable[[View, Module], Cell]]] = {
    "module": (Label("Module"), lambda view, module: cell(module_ref(module))),
    "summary": (Label("Summary"), lambda view, module: summary_cell(module, view.scope(module.name))),
    "effects": (Label("Effects"), lambda view, module: cell(*_effects(module))),
    "score": (Label("Score"), lambda view, module: cell(score_badge(module.score))),
    "errors": (Label("Errors"), lambda view, module: _count(view, module, "error")),
    "notes": (Label("Notes"), lambda view, module: _count(view, module, "note")),
    "phase": (Label("Phase"), lambda view, module: cell(Text(visible(module.phase))) if module.phase else Cell()),
}


def _summary_and_effects(view: View, module: Module) -> Cell:
    effects = tuple(_effects(module))
    summary = summary_cell(module, view.scope(module.name))
    return Cell((*summary.blocks, *((note(*effects),) if effects else ())))


_SUMMARY = (Label("Summary"), _summary_and_effects)


def _effects(module: Module) -> Iterator[Span]:
    """The categories that concern others than the module itself."""
    for category in effects_of(module):
        if category in _TELLING:
            yield badge(category, f"effect-{category}")


def _criteria(view: View, module: Module) -> Iterator[tuple[str, str]]:
    """What an index is filtered and sorted by; words are separated by spaces."""
    yield "module", visible(module.name)
    yield "score", f"{module.score:.1f}"
    for name, severity in (("errors", "error"), ("notes", "note")):
        yield name, str(_number_of(view, module, severity))
    yield "phase", visible(module.phase or "")
    missing = (item for item, counts in module.checklist.items() if counts["passed"] < counts["applicable"])
    yield "missing", " ".join(missing)
    yield "effect", " ".join(effects_of(module))
    yield "raises", " ".join(exceptions_of(module))
