"""What a report is made from, and how it may look.

Every output is a function from one ``Report`` to text. A renderer opens no file: the lines of sources come through
a function that whoever prints the report hands over.

Key Components:
    - Report: the result of a check with what an output needs to know of its surroundings
    - standing: the findings that nothing suppresses

Usage:
    from sphinx_contracts.reports.report import Report

    report = Report(project, findings)
"""

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Finding

__all__ = ["Report", "standing"]


@fast_init
@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check with what an output needs to know of its surroundings."""

    project: Project  # the documented modules with scores and checklists
    findings: Sequence[Finding]  # all findings in the order of their positions, suppressed ones included
    prefix: str = ""  # posix path from the top of the repository to the folder that paths are relative to
    notes: bool = False  # text: print notes too, not only their number
    statistics: bool = False  # text: count how often each rule was missed
    colours: bool = False  # text: mark paths and rules with colours
    line_at: Callable[[str, int], str | None] | None = None  # text: a source line by path and number; None: no excerpts
    remarks: Sequence[str] = ()  # text: what else there is to say of the run, one line each, below the summary

    def place_of(self, finding: Finding) -> str:
        """Say where the file of a finding is in the repository.

        Args:
            finding: The finding

        Returns:
            Posix path, relative to the top of the repository

        Example:
            path = report.place_of(finding)
        """
        return posixpath.normpath(posixpath.join(self.prefix, finding.path)) if self.prefix else finding.path


def standing(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what a comment, the baseline or the rollout suppresses.

    Args:
        findings: The findings

    Returns:
        Those that nothing suppresses, in the same order

    Example:
        shown = standing(report.findings)
    """
    return [finding for finding in findings if finding.suppressed is None]
