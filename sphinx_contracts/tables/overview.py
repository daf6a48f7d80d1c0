"""Tables over many modules: the index, the checklist, the findings.

These are the tables that compare modules, so that a reader finds the one to look at.

Key Components:
    - Selection: which modules and columns a table shows
    - index_table: all modules with summary, score and findings
    - checklist_table: modules against the ten items of the checklist
    - findings_table: what the rules found in a module
    - item_label, score_badge, counted: pieces that other tables share

Usage:
    from sphinx_contracts.tables.overview import Selection, index_table
    from sphinx_contracts.tables.view import View

    block = index_table(View(project, findings), Selection())
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.finding import Finding, Item
from sphinx_contracts.prose import spans_of, visible
from sphinx_contracts.tables._cells import badge, cell, prose_cell, source_ref, table
from sphinx_contracts.tables.view import View

__all__ = [
    "INDEX_COLUMNS",
    "Selection",
    "checklist_table",
    "counted",
    "findings_table",
    "index_table",
    "item_label",
    "score_badge",
]

INDEX_COLUMNS = ("module", "summary", "score", "errors", "notes", "phase")
"""The columns of the index, by the names that ``:columns:`` takes."""

_LABELS: dict[str, tuple[str, str]] = {
    Item.MODULE_DOCSTRING: ("Module", "Module docstring with purpose and usage"),
    Item.CLASS_DOCSTRING: ("Classes", "All classes have comprehensive docstrings"),
    Item.CALLABLE_DOCSTRING: ("Methods", "All public methods have docstrings (Args/Returns/Raises)"),
    Item.PARAM_TYPES: ("Param types", "All parameters have type hints"),
    Item.RETURN_TYPES: ("Return types", "All return values have type hints"),
    Item.DATACLASS_FIELDS: ("Fields", "Dataclasses have inline field comments"),
    Item.FILE_FORMATS: ("Formats", "File formats documented (if I/O module)"),
    Item.SIDE_EFFECTS: ("Side effects", "Side effects documented"),
    Item.EXAMPLE_USAGE: ("Examples", "Example usage provided"),
    Item.ERROR_CONDITIONS: ("Errors", "Error conditions explicit"),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which modules and columns a table shows."""

    modules: tuple[str, ...] = ()  # globs on module names, none for all
    columns: tuple[str, ...] = ()  # names of columns in order, none for all
    min_score: float = 0.0  # lowest score of a module that is shown

    def of(self, modules: Sequence[Module]) -> list[Module]:
        """Choose modules.

        Args:
            modules: The modules

        Returns:
            Those that the selection keeps, in the same order

        Example:
            chosen = Selection(("core.*",)).of(project.modules)
        """
        return [
            module
            for module in modules
            if module.score >= self.min_score
            and (not self.modules or any(fnmatchcase(module.name, glob) for glob in self.modules))
        ]


def item_label(item: str) -> str:
    """Write an item of the checklist as the standard does.

    Args:
        item: The item's slug

    Returns:
        The line of the checklist, the slug itself for an unknown one

    Example:
        assert item_label("param-types") == "All parameters have type hints"
    """
    return _LABELS[item][1] if item in _LABELS else item


def score_badge(score: float) -> Text:
    """Write a score as a label.

    Args:
        score: 0 to 10

    Returns:
        The label, its style one of pass, fair and fail

    Example:
        assert score_badge(9.51).text == "9.5"
    """
    kind = "pass" if score >= 9.0 else "fair" if score >= 7.0 else "fail"
    return badge(f"{score:.1f}", kind)


def counted(findings: Sequence[Finding]) -> str:
    """Count findings in words.

    Args:
        findings: Findings, suppressed ones included

    Returns:
        Text such as "2 errors, 1 note, 1 suppressed"

    Example:
        assert counted([]) == "none"
    """
    standing = [item for item in findings if item.suppressed is None]
    errors = sum(1 for item in standing if item.severity == "error")
    notes = sum(1 for item in standing if item.severity == "note")
    words = [_number(count, word) for count, word in ((errors, "error"), (notes, "note")) if count]
    if len(findings) > len(standing):
        words.append(f"{len(findings) - len(standing)} suppressed")
    return ", ".join(words) or "none"


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _count(view: View, module: Module, severity: str) -> Cell:
    number = sum(
        1 for item in view.findings.get(module.name, ()) if item.suppressed is None and item.severity == severity
    )
    return cell(badge(str(number), severity)) if number else cell(Text("0"))


_INDEX: dict[str, tuple[str, Callable[[View, Module], Cell]]] = {
    "module": ("Module", lambda view, module: cell(_module_ref(module))),
    "summary": ("Summary", lambda view, module: prose_cell(module.summary, view.scope(module.name))),
    "score": ("Score", lambda view, module: cell(score_badge(module.score))),
    "errors": ("Errors", lambda view, module: _count(view, module, "error")),
    "notes": ("Notes", lambda view, module: _count(view, module, "note")),
    "phase": ("Phase", lambda view, module: cell(Text(visible(module.phase))) if module.phase else Cell()),
}


def _module_ref(module: Module) -> Ref:
    return Ref(visible(module.name), module.name, "contract:mod")


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
        return Paragraph((Text("No modules."),), "note")
    columns = [_INDEX[name] for name in selection.columns or INDEX_COLUMNS]
    rows = [Row(tuple(make(view, module) for _, make in columns)) for module in modules]
    optional = () if selection.columns else ("Phase",)
    return table("modules", "", [title for title, _ in columns], rows, optional=optional)


def checklist_table(view: View, selection: Selection) -> Block:
    """Lay out modules against the ten items of the checklist.

    Args:
        view: The project
        selection: Which modules, and which items as columns

    Returns:
        The table, or a line that says that there is nothing to show

    Example:
        block = checklist_table(view, Selection(("core.*",)))
    """
    modules = selection.of(view.project.modules)
    if not modules:
        return Paragraph((Text("No modules."),), "note")
    items = [item for item in Item if not selection.columns or item in selection.columns]
    rows = [
        Row((cell(_module_ref(module)), *(_mark(module, item) for item in items), cell(score_badge(module.score))))
        for module in modules
    ]
    return Table("checklists", "", ("Module", *(_LABELS[item][0] for item in items), "Score"), tuple(rows))


def _mark(module: Module, item: str) -> Cell:
    counts = module.checklist.get(item, {})
    passed, applicable = counts.get("passed", 0), counts.get("applicable", 0)
    if not applicable:
        return cell(badge("–", "none"))
    return cell(badge("✓", "pass") if passed == applicable else badge(f"{passed}/{applicable}", "fail"))


def findings_table(findings: Sequence[Finding], view: View) -> Table:
    """Lay out what the rules found in a module.

    Args:
        findings: The findings
        view: The project

    Returns:
        The table, each row linked to its object, its rule and its line of source

    Example:
        block = findings_table(view.findings["core.train"], view)
    """
    rows = [
        Row(
            (
                cell(*_severity(item)),
                cell(_object_ref(item)),
                cell(*spans_of(item.message)),
                cell(Ref(item.rule, item.rule, "contract:rule")),
                cell(source_ref(str(item.line), view.home_of(item.object, view.modules[item.module]), item.line)),
            )
        )
        for item in findings
        if item.module in view.modules
    ]
    return Table("findings", "", ("Severity", "Object", "Finding", "Rule", "Line"), tuple(rows))


def _severity(item: Finding) -> Iterator[Span]:
    yield badge(item.severity, item.severity if item.suppressed is None else "suppressed")
    if item.suppressed is not None:
        yield badge(item.suppressed, "suppressed")


def _object_ref(item: Finding) -> Ref:
    shown = visible(item.object.removeprefix(f"{item.module}."))
    return Ref(shown, item.object)
