"""Findings as lines of text, as linters print them.

Only standing errors are printed, and a last line that counts them; notes are counted.

Key Components:
    - render_text: the lines

Usage:
    from sphinx_contracts.reports.text import render_text

    text = render_text(project, findings)
"""

from collections import Counter
from collections.abc import Sequence

from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.prose import visible_line
from sphinx_contracts.reports.export import summary_of

__all__ = ["render_text"]


def render_text(project: Project, findings: Sequence[Finding], *, notes: bool = False, statistics: bool = False) -> str:
    """Write findings as text.

    Args:
        project: The documented modules
        findings: All findings, suppressed ones included
        notes: Print notes too
        statistics: Print how often each rule was missed

    Returns:
        One line for each finding and a summary line

    Example:
        text = render_text(project, findings)
    """
    standing = [item for item in findings if item.suppressed is None]
    lines = [
        visible_line(
            f"{item.path}:{item.line}:{item.column}: {item.severity}: {item.object}: {item.message} "
            f"[contracts.{item.rule}]"
        )
        for item in standing
        if notes or item.severity == "error"
    ]
    if statistics:
        counts = Counter((item.rule, item.severity) for item in standing)
        lines += [f"{count:6} {rule} ({severity})" for (rule, severity), count in sorted(counts.items())]
    counted = summary_of(project, findings)
    errors, noted = counted["findings"]["error"], counted["findings"]["note"]
    lines.append(
        f"{counted['modules']} module{'' if counted['modules'] == 1 else 's'}, score {counted['score']:.1f}: "
        f"{errors} error{'' if errors == 1 else 's'}, {noted} note{'' if noted == 1 else 's'}"
    )
    return "\n".join(lines)
