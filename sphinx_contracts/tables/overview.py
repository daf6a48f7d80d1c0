"""Tables over many modules: the index, the checklist, the findings.

These are the tables that compare modules, so that a reader finds the one to look at.

Key Components:
    - Selection: which modules and columns a table shows
    - index_table: all modules with summary, score and findings
    - checklist_table: modules against the ten items of the checklist
    - findings_table: what the rules found in a module
    - item_label, score_badge, counted, number_of: pieces that other tables share

Usage:
    from sphinx_contracts.tables.overview import Selection, index_table
    from sphinx_contracts.tables.view import View

    block = index_table(View(project, findings), Selection())
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import reduce

from sphinx_contracts.effects.catalogue import TRAVELLING
from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import CHECKLIST, Finding, Item
from sphinx_contracts.model.label import Label
from sphinx_contracts.prose import spans_of, visible
from sphinx_contracts.tables._cells import badge, cell, note, prose, source_ref
from sphinx_contracts.tables.glance import effects_of, exceptions_of
from sphinx_contracts.tables.view import View

__all__ = [
    "INDEX_COLUMNS",
    "Selection",
    "checklist_table",
    "counted",
    "findings_table",
    "index_table",
    "item_label",
    "number_of",
    "score_badge",
]

INDEX_COLUMNS = ("module", "summary", "effects", "score", "errors", "notes", "phase")
"""The columns of the index, by the names that ``:columns:`` takes."""

_FINDING_COLUMNS = (Label("Severity"), Label("Object"), Label("Finding"), Label("Rule"), Label("Line"))
_WORDS: dict[str, str] = {
    "error": Label("error"),
    "note": Label("note"),
    "inline": Label("inline"),
    "baseline": Label("baseline"),
    "rollout": Label("rollout"),
}
# what a module does to others than itself: worth a column where modules are compared
_TELLING = frozenset({*TRAVELLING, "import-state", "stdout", "stdin", "thread"})
# headings of columns
_SHORT: dict[str, str] = {
    Item.MODULE_DOCSTRING: Label("Module"),
    Item.CLASS_DOCSTRING: Label("Classes"),
    Item.CALLABLE_DOCSTRING: Label("Methods"),
    Item.PARAM_TYPES: Label("Param types"),
    Item.RETURN_TYPES: Label("Return types"),
    Item.DATACLASS_FIELDS: Label("Fields"),
    Item.FILE_FORMATS: Label("Formats"),
    Item.SIDE_EFFECTS: Label("Side effects"),
    Item.EXAMPLE_USAGE: Label("Examples"),
    Item.ERROR_CONDITIONS: Label("Errors"),
}


@fast_init
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
    return CHECKLIST.get(item, item)


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


def counted(findings: Sequence[Finding]) -> Label:
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
    words = [number_of(count, severity) for count, severity in ((errors, "error"), (notes, "note")) if count]
    if len(findings) > len(standing):
        words.append(Label("{number} suppressed", number=len(findings) - len(standing)))
    return reduce(lambda first, more: Label("{first}, {more}", first=first, more=more), words or [Label("none")])


def number_of(count: int, severity: str) -> Label:
    """Count findings of one severity in words.

    Args:
        count: How many
        severity: "error" or "note"

    Returns:
        Text such as "1 error" or "3 notes"

    Example:
        assert number_of(2, "note") == "2 notes"
    """
    if severity == "error":
        return Label("1 error") if count == 1 else Label("{number} errors", number=count)
    return Label("1 note") if count == 1 else Label("{number} notes", number=count)


def _count(view: View, module: Module, severity: str) -> Cell:
    number = _number_of(view, module, severity)
    return cell(badge(str(number), severity)) if number else cell(Text("0"))


def _number_of(view: View, module: Module, severity: str) -> int:
    findings = view.findings.get(module.name, ())
    return sum(1 for item in findings if item.suppressed is None and item.severity == severity)


_INDEX: dict[str, tuple[str, Callable[[View, Module], Cell]]] = {
    "module": (Label("Module"), lambda view, module: cell(_module_ref(module))),
    "summary": (Label("Summary"), lambda view, module: Cell(_summary(view, module))),
    "effects": (Label("Effects"), lambda view, module: cell(*_effects(module))),
    "score": (Label("Score"), lambda view, module: cell(score_badge(module.score))),
    "errors": (Label("Errors"), lambda view, module: _count(view, module, "error")),
    "notes": (Label("Notes"), lambda view, module: _count(view, module, "note")),
    "phase": (Label("Phase"), lambda view, module: cell(Text(visible(module.phase))) if module.phase else Cell()),
}


def _summary(view: View, module: Module) -> tuple[Block, ...]:
    return prose(module.summary, view.scope(module.name))


def _summary_and_effects(view: View, module: Module) -> Cell:
    effects = tuple(_effects(module))
    return Cell((*_summary(view, module), *((note(*effects),) if effects else ())))


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
        return Paragraph((Text(Label("No modules.")),), "note")
    items = [item for item in Item if not selection.columns or item in selection.columns]
    rows = [
        Row((cell(_module_ref(module)), *(_mark(module, item) for item in items), cell(score_badge(module.score))))
        for module in modules
    ]
    return Table("checklists", "", (Label("Module"), *(_SHORT[item] for item in items), Label("Score")), tuple(rows))


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
                cell(_place(item, view)),
            )
        )
        for item in findings
        if item.module in view.modules
    ]
    return Table("findings", "", _FINDING_COLUMNS, tuple(rows))


def _place(item: Finding, view: View) -> Span:
    """The line as a link to the source, or the place in a data file, which has no page."""
    home = view.home_of(item.object, view.modules[item.module])
    if item.path != view.path_of(home):
        return Text(visible(f"{item.path}:{item.line}"))
    return source_ref(str(item.line), home, item.line)


def _severity(item: Finding) -> Iterator[Span]:
    yield badge(_WORDS.get(item.severity, item.severity), item.severity if item.suppressed is None else "suppressed")
    if item.suppressed is not None:
        yield badge(_WORDS.get(item.suppressed, item.suppressed), "suppressed")


def _object_ref(item: Finding) -> Ref:
    shown = visible(item.object.removeprefix(f"{item.module}."))
    return Ref(shown, item.object)
