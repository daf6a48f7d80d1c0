"""Findings of some rules and checklist items only.

The command line narrows a report down with these names; scores and pages are not touched by it.

Key Components:
    - selected: keeps and leaves out findings by name

Usage:
    from sphinx_contracts.check.selection import selected

    assert selected([], ["param-types"], []) == ()
"""

from collections.abc import Iterable, Sequence

from sphinx_contracts.check.severities import known_rules
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.rules.registry import RULES

__all__ = ["selected"]


def selected(findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]) -> tuple[Finding, ...]:
    """Keep the findings of some rules and items.

    What a rule failed on is always kept: nothing is known about such an object.

    Args:
        findings: The findings
        select: Rules and items to keep, empty for all
        ignore: Rules and items to leave out

    Returns:
        The findings that are left, in the same order

    Raises:
        ConfigurationError: If no rule and no item bears a name

    Example:
        kept = selected(findings, ["param-types"], ["type-vague"])
    """
    kept = {rule for name in select for rule in known_rules(name, "--select")} if select else set(RULES)
    kept -= {rule for name in ignore for rule in known_rules(name, "--ignore")}
    kept.add("internal-error")
    return tuple(item for item in findings if item.rule in kept)
