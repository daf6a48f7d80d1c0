"""Findings as one JSON document.

The keys are those of the exported model, suppressed findings are included and marked.

Key Components:
    - render_json: the document as text

Usage:
    from sphinx_contracts.reports.json import render_json

    text = render_json(project, findings)
"""

import json
from collections.abc import Sequence

from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports.export import exported, summary_of

__all__ = ["render_json"]


def render_json(project: Project, findings: Sequence[Finding]) -> str:
    """Write findings as JSON.

    Args:
        project: The documented modules
        findings: All findings, suppressed ones included

    Returns:
        The document, indented by two spaces, without a final newline

    Example:
        text = render_json(project, findings)
    """
    document = {
        "schema_version": 1,
        "findings": exported(list(findings)),
        "summary": summary_of(project, findings),
    }
    return json.dumps(document, indent=2, ensure_ascii=False)
