"""What a project's settings make of a rule, as a part of the rule's documentation.

The default severity is only where a project starts from: settings change it everywhere or for some modules, and phases
and a baseline make notes of errors for the time being.

Key Components:
    - part_in_project: how serious a rule is in a project

Usage:
    from sphinx_contracts.reports.in_project import part_in_project
    from sphinx_contracts.rules.registry import RULES

    part = part_in_project(RULES["param-untyped"], settings)
"""

from collections.abc import Iterator

from sphinx_contracts.check.severities import Severities
from sphinx_contracts.config import Settings
from sphinx_contracts.model.finding import Severity
from sphinx_contracts.rules.manual import Part
from sphinx_contracts.rules.rule import Rule

__all__ = ["part_in_project"]


def part_in_project(rule: Rule, settings: Settings) -> Part:
    """Say how serious a rule is in a project.

    Args:
        rule: The rule
        settings: The project's settings

    Returns:
        The severity that holds, and for which modules another one does

    Raises:
        ConfigurationError: If the settings name a rule that is not known

    Example:
        part = part_in_project(RULES["param-untyped"], settings)
    """
    stated = Severities(settings).stated(rule.name)
    everywhere = [severity for modules, severity in stated if not modules]
    base = everywhere[0] if everywhere else rule.severity
    text = f"{base.capitalize()}, {'as the setting ``rules`` says' if everywhere else 'as by default'}."
    overrides = [(modules, severity) for modules, severity in stated if modules]
    points = [f"{_listed(modules)}: {severity}, as ``overrides`` say." for modules, severity in overrides]
    if len(overrides) > 1:
        points.append("Where more than one of these names a module, the last one holds.")
    if Severity.ERROR in (base, *(severity for _, severity in overrides)):
        points += _later(settings)
    return Part("In this project", text, points=tuple(points))


def _later(settings: Settings) -> Iterator[str]:
    """What makes a note of an error for the time being."""
    if settings.rollout:
        yield "Modules of no enforced phase of ``rollout``: at most a note."
    if settings.baseline:
        yield f"What the baseline ``{settings.baseline}`` suppresses: a note."


def _listed(modules: tuple[str, ...]) -> str:
    return ", ".join(f"``{name}``" for name in modules)
