"""The outputs of ``check`` by name.

A new output is one file in this package and one entry here.

Key Components:
    - FORMATS: name to renderer

Usage:
    from sphinx_contracts.reports.formats import FORMATS

    text = FORMATS["github"](report)
"""

from collections.abc import Callable, Mapping

from sphinx_contracts.reports.github import render_github
from sphinx_contracts.reports.gitlab import render_gitlab
from sphinx_contracts.reports.json import render_json
from sphinx_contracts.reports.junit import render_junit
from sphinx_contracts.reports.markdown import render_markdown
from sphinx_contracts.reports.report import Report
from sphinx_contracts.reports.sarif import render_sarif
from sphinx_contracts.reports.text import render_text

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "gitlab": render_gitlab,
    "sarif": render_sarif,
    "junit": render_junit,
    "markdown": render_markdown,
}
"""Each takes a report and gives the whole output, without a final line end, "" for nothing to print."""
