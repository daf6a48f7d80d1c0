"""Findings as workflow commands, which GitHub Actions shows as annotations of the changed lines.

Errors become errors, notes become notices; what is suppressed is left out. The escapes are those of the toolkit that
GitHub publishes for actions.

Key Components:
    - render_github: the commands

Usage:
    from sphinx_contracts.reports.github import render_github
    from sphinx_contracts.reports.report import Report

    text = render_github(Report(project, findings))
"""

from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.reports.report import Report, standing
from sphinx_contracts.visible import visible

__all__ = ["render_github"]

# "%" first: it begins every escape
_IN_TEXT = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_TEXT, (":", "%3A"), (",", "%2C"))


def render_github(report: Report) -> str:
    """Write findings as workflow commands.

    Args:
        report: The report

    Returns:
        One command on one line for each finding that stands; "" without any

    Example:
        text = render_github(Report(project, findings))
    """
    return "\n".join(_command(item, report.place_of(item)) for item in standing(report.findings))


def _command(item: Finding, path: str) -> str:
    command = "error" if item.severity == Severity.ERROR else "notice"
    properties = {"file": path, "line": item.line, "col": item.column, "title": f"contracts.{item.rule}"}
    shown = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items())
    return f"::{command} {shown}::{_escaped(f'{item.object}: {item.message}', _IN_TEXT)}"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    # what visible() leaves alone of line ends and percent signs is escaped after it
    text = visible(text)
    for character, escape in escapes:
        text = text.replace(character, escape)
    return text
