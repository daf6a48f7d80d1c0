"""Tables over many modules: the checklist, the findings, and what they share with the index.

These are the tables that compare modules, so that a reader finds the one to look at.

Key Components:
    - Selection: which modules and columns a table shows
    - checklist_table: modules against the ten items of the checklist
    - findings_table: what the rules found in a module
    - item_label, score_badge, counted, number_of: pieces that other tables share

Usage:
    from sphinx_contracts.tables.overview import Selection, checklist_table
    from sphinx_contracts.tables.view import View

    block = checklist_table(View(project, findings), Selection())
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import reduce

from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import CHECKLIST, Finding, Item
from sphinx_contracts.model.label import Label
from sphinx_contracts.prose import spans_of
from sphinx_contracts.tables._cells import badge, cell, module_ref, source_ref
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = [
    "Selection",
    "checklist_table",
    "counted",
    "findings_table",
    "item_label",
    "number_of",
    "score_badge",
]

_FINDING_COLUMNS = (Label("Severity"), Label("Object"), Label("Finding"), Label("Rule"), Label("Line"))
_WORDS: dict[str, str] = {
    "error": Label("error"),
    "note": Label("note"),
    "inline": Label("inline"),
    "baseline": Label("baseline"),
    "rollout": Label("rollout"),
}
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
        Row((cell(module_ref(module)), *(_mark(module, item) for item in items), cell(score_badge(module.score))))
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
