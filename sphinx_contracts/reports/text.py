"""Findings as lines of text, as linters print them.

One line for each finding, which editors and ``grep`` understand. Where source lines are at hand, the line of the
finding stands below it with a caret under its column. The report ends with a hint how to go on. Errors are printed,
notes are counted unless they are asked for, and nothing that stands in a source can steer a terminal.

Key Components:
    - render_text: the report

Usage:
    from sphinx_contracts.reports.report import Report
    from sphinx_contracts.reports.text import render_text

    text = render_text(Report(project, findings))
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.reports._excerpt import excerpt
from sphinx_contracts.reports._style import PLAIN, STYLED, Style
from sphinx_contracts.reports.export import number_of, summary_of
from sphinx_contracts.reports.report import Report, standing
from sphinx_contracts.visible import visible_line

__all__ = ["render_text"]


def render_text(report: Report) -> str:
    """Write findings as text.

    Args:
        report: The report; ``notes``, ``statistics``, ``colours`` and ``line_at`` say how it looks

    Returns:
        One line for each finding, with an excerpt where source lines are at hand, a summary line, and a hint how to go
        on where there is something to report

    Example:
        text = render_text(Report(project, findings, notes=True))
    """
    style = STYLED if report.colours else PLAIN
    found = standing(report.findings)
    shown = [item for item in report.findings if _is_shown(item, report.notes)]
    blocks = ["\n".join(_block(item, report, style)) for item in shown]
    separator = "\n" if report.line_at is None else "\n\n"
    parts = [separator.join(blocks)] if blocks else []
    if report.statistics:
        parts += _statistics(found)
    parts.append("\n".join([_summary(report), *map(visible_line, report.remarks)]))
    hints = _hints(found, report.notes)
    if hints:
        parts.append(("\n" if report.line_at is not None else " ").join(hints))
    return separator.join(parts)


def _is_shown(item: Finding, notes: bool) -> bool:
    """Errors, and with notes whatever no comment allows."""
    if item.suppressed is None:
        return notes or item.severity == Severity.ERROR
    return notes and item.suppressed != "inline"


def _block(item: Finding, report: Report, style: Style) -> Iterator[str]:
    place = visible_line(f"{item.path}:{item.line}:{item.column}:")
    mark = style.error if item.severity == Severity.ERROR else style.note
    why = f", {item.suppressed}" if item.suppressed else ""
    kind = mark(item.rule) + ("" if item.severity == Severity.ERROR else f" [{item.severity}{why}]")
    yield f"{style.place(place)} {kind} {visible_line(f'{item.object}: {item.message}')}"
    line = report.line_at(item.path, item.line) if report.line_at is not None else None
    if line is not None:
        source, caret = excerpt(line, item.column)
        margin = " " * len(str(item.line))
        yield style.place(f"{margin} |")
        yield f"{style.place(f'{item.line} |')} {source}".rstrip()
        yield f"{style.place(f'{margin} |')} {caret.replace('^', mark('^'))}"


def _statistics(found: Sequence[Finding]) -> list[str]:
    """How often each rule was missed, the most frequent first."""
    counts = Counter((item.rule, item.severity) for item in found)
    width = len(str(max(counts.values(), default=0)))
    lines = [
        f"{count:>{width}}  {rule} ({severity})"
        for (rule, severity), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return ["\n".join(lines)] if lines else []


def _summary(report: Report) -> str:
    numbers = summary_of(report.project, report.findings)
    errors = number_of(numbers["findings"]["error"], "error")
    notes = number_of(numbers["findings"]["note"], "note")
    return f"{errors}, {notes} in {number_of(numbers['modules'], 'module')}, score {numbers['score']:.1f}"


def _hints(found: Sequence[Finding], shows_notes: bool) -> list[str]:
    """How to go on, for someone who sees the report for the first time: what fails comes first."""
    errors = [item for item in found if item.severity == Severity.ERROR]
    told = errors or (found if shows_notes else [])
    hints = [f"'sphinx-contracts explain {told[0].rule}' says what the rule asks for and why."] if told else []
    hidden = 0 if shows_notes else len(found) - len(errors)
    if hidden:
        hints.append(f"'--notes' shows the {number_of(hidden, 'note')} too.")
    return hints
