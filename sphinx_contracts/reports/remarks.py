"""What there is to say of the baseline and the rollout, in the same words on the command line and in a build.

None of it is a finding: what is held back, is fixed or has moved is pointed out, and fails nothing.

Key Components:
    - baseline_remarks: what a run found out about its baseline
    - rollout_remarks: how much the rollout holds back

Usage:
    from sphinx_contracts.reports.remarks import baseline_remarks

    lines = baseline_remarks(comparison)
"""

from collections.abc import Iterable, Iterator

from sphinx_contracts.check.comparison import Comparison
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports.export import number_of

__all__ = ["baseline_remarks", "rollout_remarks"]


def baseline_remarks(comparison: Comparison | None, options: str = "") -> list[str]:
    """Say what a run found out about its baseline.

    Args:
        comparison: Its findings held against the baseline, None without one
        options: The options of the command line that name the baseline

    Returns:
        Lines for people: how many findings are suppressed, and how to write anew what is fixed or has moved

    Example:
        lines = baseline_remarks(comparison, "--baseline known.txt")
    """
    if comparison is None:
        return []
    lines = [f"{number_of(comparison.known, 'finding')} suppressed by the baseline"] if comparison.known else []
    became = " and ".join(_became(comparison))
    if became:
        command = " ".join(["sphinx-contracts check", *filter(None, [options]), "--write-baseline"])
        lines.append(f"{became}: run '{command}'")
    return lines


def _became(comparison: Comparison) -> Iterator[str]:
    fixed, moved = sum(comparison.fixed.values()), len(comparison.moved)
    if fixed:
        yield f"{fixed} baseline {'entry is' if fixed == 1 else 'entries are'} fixed"
    if moved:
        yield f"{moved} baseline {'entry has' if moved == 1 else 'entries have'} moved"


def rollout_remarks(findings: Iterable[Finding]) -> list[str]:
    """Say how much the rollout holds back: without it, a phase that names too little looks like a clean pass.

    Args:
        findings: The findings of a report, suppressed ones included

    Returns:
        A line for people, none where the rollout suppresses nothing

    Example:
        lines = rollout_remarks(report.findings)
    """
    count = sum(item.suppressed == "rollout" for item in findings)
    waits = "waits for its" if count == 1 else "wait for their"
    return [f"{number_of(count, 'finding')} {waits} phase of the rollout"] if count else []
