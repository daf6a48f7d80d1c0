"""Findings as JUnit XML, which nearly every continuous integration service shows as test results.

Each module is a suite of ten cases, the lines of the standard's checklist. A case fails when an error stands that
belongs to its line, and is skipped when the module holds nothing that the line is about, or when comments suppress all
of it. Notes fail nothing and are left out, as is what is suppressed.

Key Components:
    - render_junit: the document

Usage:
    from sphinx_contracts.reports.junit import render_junit
    from sphinx_contracts.reports.report import Report

    text = render_junit(Report(project, findings))
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports._checklist import Checked, checked_modules
from sphinx_contracts.reports.report import Report
from sphinx_contracts.visible import visible, visible_line

__all__ = ["render_junit"]


@fast_init
@dataclass(frozen=True, slots=True)
class _Suite:
    """A suite with the numbers that its element has to bear."""

    name: str
    cases: list[str]
    failures: int
    errors: int
    skipped: int

    def written(self) -> str:
        numbers = f'tests="{len(self.cases)}" failures="{self.failures}" errors="{self.errors}"'
        head = f'  <testsuite name={_quoted(self.name)} {numbers} skipped="{self.skipped}" time="0">'
        return "\n".join((head, *self.cases, "  </testsuite>"))


def render_junit(report: Report) -> str:
    """Write findings as JUnit XML.

    Args:
        report: The report

    Returns:
        The document; characters that XML does not allow are written out, as ``\\x1b``

    Example:
        text = render_junit(Report(project, findings))
    """
    suites = [_suite(module) for module in checked_modules(report)]
    numbers = {
        "tests": sum(len(suite.cases) for suite in suites),
        "failures": sum(suite.failures for suite in suites),
        "errors": sum(suite.errors for suite in suites),
        "skipped": sum(suite.skipped for suite in suites),
    }
    shown = " ".join(f'{name}="{value}"' for name, value in numbers.items())
    head = f'<testsuites name="sphinx-contracts" {shown} time="0">'
    return "\n".join(
        ('<?xml version="1.0" encoding="UTF-8"?>', head, *(item.written() for item in suites), "</testsuites>")
    )


def _suite(module: Checked) -> _Suite:
    cases: list[str] = []
    failures = errors = skipped = 0
    for line in module.lines:
        if line.fails:
            failures += 1
            cases.append(_case(module, line.text, _failure("failure", line.findings)))
        elif line.applies:
            cases.append(_case(module, line.text))
        else:
            skipped += 1
            why = f"{line.suppressed} suppressed" if line.suppressed else "the module holds nothing of this kind"
            cases.append(_case(module, line.text, [f'      <skipped message="{why}"/>']))
    for rule in dict.fromkeys(item.rule for item in module.others):
        found = [item for item in module.others if item.rule == rule]
        broken = rule == "internal-error"
        errors, failures = errors + broken, failures + (not broken)
        cases.append(_case(module, rule, _failure("error" if broken else "failure", found)))
    return _Suite(module.name, cases, failures, errors, skipped)


def _case(module: Checked, name: str, inside: Sequence[str] = ()) -> str:
    head = f"    <testcase classname={_quoted(module.name)} name={_quoted(name)} file={_quoted(module.path)}"
    return "\n".join((f'{head} time="0">', *inside, "    </testcase>")) if inside else f'{head} time="0"/>'


def _failure(kind: str, findings: Sequence[Finding]) -> list[str]:
    """One element for all findings of a case: many readers take no more than one."""
    if not findings:
        return [f'      <{kind} message="the module could not be checked" type="contracts"/>']
    first = findings[0]
    rest = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    message = _quoted(f"{first.object}: {first.message}{rest}")
    lines = "\n".join(escape(text) for text in _lines(findings))
    return [f'      <{kind} message={message} type="contracts.{first.rule}">{lines}</{kind}>']


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for item in findings:
        yield visible_line(f"{item.path}:{item.line}:{item.column}: {item.rule} {item.object}: {item.message}")


def _quoted(text: str) -> str:
    return quoteattr(visible_line(visible(text)))
