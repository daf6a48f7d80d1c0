"""What is said where a documented format and the code disagree.

Fields that the code writes and fields that it reads are named apart: who looks for a key must look at the right line.

Key Components:
    - drifted: the check of ``format-drift``
    - listed: the names of fields in a message

Usage:
    from sphinx_contracts.rules.drifted import listed

    assert listed(["step"]) == "'step'"
"""

from collections.abc import Iterator, Sequence

from sphinx_contracts.model.files import Drift
from sphinx_contracts.model.formats import Format
from sphinx_contracts.rules.rule import Context, Fault

__all__ = ["drifted", "listed"]

_MOST_NAMES = 6
_MOST_LINES = 3


def drifted(subject: Format, context: Context) -> list[Fault] | None:
    """Report where a documented format and the code disagree.

    Args:
        subject: The format
        context: What the rule may look at besides

    Returns:
        At most one fault; None where no link to the code is sure

    Example:
        faults = drifted(subject, context)
    """
    drift = subject.drift
    if drift is None:
        return None
    does = "returns" if subject.name == f"{subject.object}.returns" else "writes"
    parts = [*_lacking(drift, does)]
    if drift.unwritten:
        are, them = ("is", "it") if len(drift.unwritten) == 1 else ("are", "them")
        parts.append(f"{listed(drift.unwritten)} {are} documented, but the code never {does} {them}")
    if not parts:
        return []
    return [Fault(f"{subject.name} and the code disagree: {'; '.join(parts)}", subject.line, about=subject.name)]


def _lacking(drift: Drift, does: str) -> Iterator[str]:
    """What the code writes, what it reads, and that none of it is documented."""
    does_both = bool(drift.written) and drift.written == drift.read
    if does_both:
        deeds = [(f"{does} and reads", drift.written, (*drift.writes, *drift.reads))]
    else:
        deeds = [(does, drift.written, drift.writes), ("reads", drift.read, drift.reads)]
    told = [f"{verb} {listed(names)} ({_lines(lines)})" for verb, names, lines in deeds if names]
    if told:
        are = "is" if len({*drift.written, *drift.read}) == 1 else "are"
        yield f"the code {' and '.join(told)}, which {are} not documented"


def _lines(lines: Sequence[int]) -> str:
    shown = [str(line) for line in sorted(set(lines))[:_MOST_LINES]]
    return f"line{'s' if len(shown) > 1 else ''} {', '.join(shown)}"


def listed(names: Sequence[str]) -> str:
    """Name the first few of some fields.

    Args:
        names: Their paths

    Returns:
        The names in quotes, and how many more there are

    Example:
        assert listed(["step", "loss"]) == "'step', 'loss'"
    """
    shown = ", ".join(f"'{name}'" for name in names[:_MOST_NAMES])
    return f"{shown} and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else shown
