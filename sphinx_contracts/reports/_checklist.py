"""Modules against the standard's checklist, as the reports for reviews show it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import CHECKLIST, Finding, Severity
from sphinx_contracts.reports.report import Report, standing
from sphinx_contracts.rules.registry import RULES

__all__ = ["Checked", "Line", "checked_modules"]

_UNREAD = frozenset({"source-unreadable", "source-unparsable"})


@fast_init
@dataclass(frozen=True, slots=True)
class Line:
    """A line of the checklist for one module."""

    text: str  # the line, as the standard has it
    fails: bool  # True when an error stands, or the module could not be read
    applies: bool  # False when the module holds nothing that the line is about
    findings: Sequence[Finding]  # the errors that belong to it
    suppressed: int  # how many errors of it something suppresses
    passed: int  # checks that passed, as the pages count them
    applicable: int  # checks that there were

    @property
    def holds(self) -> bool:
        """Was there something to check, and is all of it as it should be?"""
        checked = self.passed == self.applicable > 0
        return checked and not self.fails and not self.suppressed


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
    suppressed = Counter((item.module, item.item) for item in report.findings if _is_suppressed_error(item))
    for item in standing(report.findings):
        if item.severity == Severity.ERROR:
            by_module[item.module].append(item)
    modules = {module.name: module for module in report.project.modules}
    for name in sorted({*modules, *by_module}):
        module = modules.get(name)
        if module is None or not module.facts.is_test:
            yield _checked(name, module, by_module[name], suppressed)


def _is_suppressed_error(item: Finding) -> bool:
    """Would it be an error? The baseline and the rollout make notes of errors, of what a comment suppresses too."""
    if item.suppressed is None:
        return False
    rule = RULES.get(item.rule)
    by_default = rule is not None and rule.severity is Severity.ERROR
    return item.suppressed != "inline" or item.severity == Severity.ERROR or by_default


def _checked(
    name: str, module: Module | None, errors: Sequence[Finding], suppressed: Mapping[tuple[str, str | None], int]
) -> Checked:
    # nothing is known of a file that could not be read, so nothing can be ticked
    unread = module is None or any(problem.rule in _UNREAD for problem in module.facts.problems)
    counts = module.checklist if module is not None else {}
    lines = []
    for item, text in CHECKLIST.items():
        found = [finding for finding in errors if finding.item == item]
        count = counts.get(item, {})
        passed, applicable = count.get("passed", 0), count.get("applicable", 0)
        applies = unread or bool(found) or applicable > 0
        held = suppressed.get((name, item), 0)
        lines.append(Line(text, bool(found) or unread, applies, found, held, passed, applicable))
    path = module.path if module is not None else errors[0].path
    others = [finding for finding in errors if finding.item is None]
    return Checked(name, path, module.score if module is not None else None, tuple(lines), others)
