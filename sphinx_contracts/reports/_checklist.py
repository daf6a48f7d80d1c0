"""Modules against the standard's checklist, as the reports for reviews show it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import CHECKLIST, Finding, Severity
from sphinx_contracts.reports.report import Report, standing

__all__ = ["Checked", "Line", "checked_modules"]

_UNREAD = frozenset({"source-unreadable", "source-unparsable"})


@fast_init
@dataclass(frozen=True, slots=True)
class Line:
    """A line of the checklist for one module."""

    text: str  # the line, as the standard has it
    ticked: bool  # False when an error stands, or the module could not be read
    applies: bool  # False when the module holds nothing that the line is about
    findings: Sequence[Finding]  # the errors that belong to it


@fast_init
@dataclass(frozen=True, slots=True)
class Checked:
    """A module with its checklist."""

    name: str  # dotted name
    path: str  # posix path of its file
    score: float | None  # 0 to 10, None for a file that another one hides
    lines: tuple[Line, ...]  # the ten lines in order
    others: Sequence[Finding]  # errors that belong to no line


def checked_modules(report: Report) -> Iterator[Checked]:
    """Go through the modules that the standard is about, by name; test modules are none of them."""
    by_module: dict[str, list[Finding]] = defaultdict(list)
    for item in standing(report.findings):
        if item.severity == Severity.ERROR:
            by_module[item.module].append(item)
    modules = {module.name: module for module in report.project.modules}
    for name in sorted({*modules, *by_module}):
        module = modules.get(name)
        if module is None or not module.facts.is_test:
            yield _checked(name, module, by_module[name])


def _checked(name: str, module: Module | None, errors: Sequence[Finding]) -> Checked:
    # nothing is known of a file that could not be read, so nothing can be ticked
    unread = module is None or any(problem.rule in _UNREAD for problem in module.facts.problems)
    counts = module.checklist if module is not None else {}
    lines = []
    for item, text in CHECKLIST.items():
        found = [finding for finding in errors if finding.item == item]
        applies = unread or bool(found) or counts.get(item, {}).get("applicable", 0) > 0
        lines.append(Line(text, not found and not unread, applies, found))
    path = module.path if module is not None else errors[0].path
    others = [finding for finding in errors if finding.item is None]
    return Checked(name, path, module.score if module is not None else None, tuple(lines), others)
