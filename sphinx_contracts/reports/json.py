"""Findings as one JSON document.

The keys are those of the exported model, suppressed findings are included and marked.

Key Components:
    - render_json: the document as text

Usage:
    from sphinx_contracts.reports.json import render_json
    from sphinx_contracts.reports.report import Report

    text = render_json(Report(project, findings))
"""

from sphinx_contracts.reports.export import exported, summary_of
from sphinx_contracts.reports.indented import indented
from sphinx_contracts.reports.report import Report

__all__ = ["render_json"]


def render_json(report: Report) -> str:
    """Write findings as JSON.

    Args:
        report: The report

    Returns:
        The document, indented by two spaces, without a final newline

    Example:
        text = render_json(Report(project, findings))
    """
    document = {
        "schema_version": 1,
        "findings": exported(list(report.findings)),
        "summary": summary_of(report.project, report.findings),
    }
    return indented(document)
