"""Findings as a GitLab code quality report, which merge requests show as new and as fixed.

Errors are major, notes are information; what is suppressed is left out. A fault keeps its fingerprint when the lines
above it change.

Key Components:
    - render_gitlab: the report

Usage:
    from sphinx_contracts.reports.gitlab import render_gitlab
    from sphinx_contracts.reports.report import Report

    text = render_gitlab(Report(project, findings))
"""

from sphinx_contracts.model.finding import Severity
from sphinx_contracts.reports._identity import fingerprints
from sphinx_contracts.reports.export import exported
from sphinx_contracts.reports.indented import indented
from sphinx_contracts.reports.report import Report, standing

__all__ = ["render_gitlab"]


def render_gitlab(report: Report) -> str:
    """Write findings as a code quality report.

    Args:
        report: The report

    Returns:
        A JSON array, indented by two spaces, all but ASCII escaped

    Example:
        text = render_gitlab(Report(project, findings))
    """
    found = standing(report.findings)
    issues = [
        {
            "description": f"{item.object}: {item.message}",
            "check_name": f"contracts.{item.rule}",
            "fingerprint": fingerprint,
            "severity": "major" if item.severity == Severity.ERROR else "info",
            "location": {"path": report.place_of(item), "lines": {"begin": item.line}},
        }
        for item, fingerprint in zip(found, fingerprints(report, found), strict=True)
    ]
    return indented(exported(issues), ascii_only=True)
