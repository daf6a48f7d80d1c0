"""The checklist of the standard for a pull request, in Markdown.

Each module has the ten lines of the standard. A line is ticked where every check of it passed, as the pages count them;
errors that stand in the way are listed below their line, and what is suppressed is counted at its end. A line without
anything to check has no box. Text from sources is escaped: it makes no link, no heading and no mention of anybody.

Key Components:
    - render_markdown: the checklist

Usage:
    from sphinx_contracts.reports.markdown import render_markdown
    from sphinx_contracts.reports.report import Report

    text = render_markdown(Report(project, findings))
"""

import re
from collections.abc import Iterator

from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports._checklist import Checked, Line, checked_modules
from sphinx_contracts.reports.export import number_of, summary_of
from sphinx_contracts.reports.report import Report
from sphinx_contracts.visible import visible_line

__all__ = ["render_markdown"]

_MARKUP = re.compile(r"[\\`*_\[\]<>#!|~$&]")
_MENTION = "@<!-- -->"  # a backslash does not keep GitHub and GitLab from telling the person


def render_markdown(report: Report) -> str:
    """Write the checklist of each module.

    Args:
        report: The report

    Returns:
        Markdown with task lists, as GitHub and GitLab show them

    Example:
        text = render_markdown(Report(project, findings))
    """
    numbers = summary_of(report.project, report.findings)
    head = (
        f"Score {numbers['score']:.1f} in {number_of(numbers['modules'], 'module')}: "
        f"{number_of(numbers['findings']['error'], 'error')}, {number_of(numbers['findings']['note'], 'note')}."
    )
    parts = ["# Contract checklist", head]
    parts += ["\n".join(_module(module)) for module in checked_modules(report)]
    return "\n\n".join(parts)


def _module(module: Checked) -> Iterator[str]:
    score = f" ({module.score:.1f})" if module.score is not None else ""
    yield f"## {_code(module.name)}{score}"
    yield ""
    for line in module.lines:
        yield from _line(line)
    if module.others:
        yield ""
        yield "Belonging to no line:"
        yield ""
        yield from (f"- {_finding(item)}" for item in module.others)


def _line(line: Line) -> Iterator[str]:
    if line.applies or line.suppressed:
        yield f"- [{'x' if line.holds else ' '}] {line.text}{_why(line)}"
    else:
        yield f"- {line.text}: nothing to check"
    yield from (f"  - {_finding(item)}" for item in line.findings)


def _why(line: Line) -> str:
    """Why a line is not ticked, where no finding below it says so."""
    if line.suppressed:
        return f" ({line.suppressed} suppressed)"
    if line.holds or line.fails:
        return ""
    return f" ({line.passed} of {number_of(line.applicable, 'check')} passed)"


def _finding(item: Finding) -> str:
    place = _code(f"{item.path}:{item.line}")
    return f"{place} {_code(item.object)}: {_escaped(item.message)} ({_code(item.rule)})"


def _code(text: str) -> str:
    """A code span, whatever the text holds."""
    text = visible_line(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{text}{space}{fence}"


def _escaped(text: str) -> str:
    """Prose, whatever the text holds."""
    return _MARKUP.sub(r"\\\g<0>", visible_line(text)).replace("@", _MENTION)
