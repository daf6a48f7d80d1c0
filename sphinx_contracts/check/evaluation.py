"""Every rule applied to every object: what was found, and what passed.

This is the innermost loop of a check. It knows nothing of comments that suppress, of phases or of scores; those look
at the outcomes that it gives.

Key Components:
    - Draft: something a rule found, before suppressions and rollout
    - Outcome: one rule on one object
    - evaluated: applies the rules to an object

Usage:
    from sphinx_contracts.check.evaluation import Missing, evaluated

    outcomes = evaluated(subject, severities.of("core.train"), Missing())
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sphinx_contracts.check.subjects import Subject
from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.formats import Format
from sphinx_contracts.rules.exemptions import is_passed_over, is_undocumented_by_right
from sphinx_contracts.rules.filled import is_filled
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.rules.rule import Check, Fault, Rule

__all__ = ["Draft", "Missing", "Outcome", "evaluated"]


@dataclass(slots=True)
class Draft:
    """Something a rule found, before suppressions and rollout."""

    rule: str  # the rule's name
    severity: Severity  # as the settings say
    fault: Fault  # what is wrong, and where
    subject: Subject  # the object at fault
    suppressed: bool = False  # a comment suppresses it


@fast_init
@dataclass(frozen=True, slots=True)
class Outcome:
    """One rule on one object that it applies to."""

    item: Item | None  # the checklist item, None for rules that do not count
    drafts: tuple[Draft, ...]  # what was found, empty where the object passes
    silent: bool = False  # the drafts are those of the missing docstring, which stand elsewhere


def _counted(rule: Rule) -> Item | None:
    return rule.item if rule.severity is Severity.ERROR else None


@cache
def _rules_on(kind: str, documented_here: bool) -> tuple[tuple[Rule, Check, Outcome], ...]:
    """The rules of a kind of object, what each one runs, and the outcome where it passes."""
    return tuple(
        (rule, rule.check, Outcome(_counted(rule), ()))
        for rule in RULES.values()
        if kind in rule.on and rule.check is not None and (documented_here or not rule.looks_at_docs)
    )


@fast_init
@dataclass(frozen=True, slots=True)
class Missing:
    """What is known of missing docstrings, by the name of the object."""

    drafts: dict[str, tuple[Draft, ...]] = field(default_factory=dict)  # what was reported, empty where that is off


def evaluated(subject: Subject, severities: Mapping[str, Severity], missing: Missing) -> list[Outcome]:
    """Apply the rules to an object.

    Args:
        subject: The object
        severities: Rule to severity in the object's module
        missing: The missing docstrings found so far

    Returns:
        One outcome for each rule that applies and is not off

    Side Effects:
        - Adds the object to ``missing`` where it has no docstring

    Example:
        outcomes = evaluated(subject, severities, Missing())
    """
    found: list[Outcome] = []
    value, context = subject.value, subject.context
    documented_here = True
    if isinstance(value, Callable):
        if is_passed_over(value):
            return found
        documented_here = not is_undocumented_by_right(value)
    for rule, check, passed in _rules_on(subject.kind, documented_here):
        severity = severities[rule.name]
        if severity is Severity.OFF and not rule.decides_missing:
            continue
        try:
            faults = check(value, context)
        except Exception as error:  # noqa: BLE001 - a rule's defect must not end the run: the rest is checked
            found += _failed(rule, error, subject, severities)
            continue
        if faults is None:
            continue
        if not faults:
            if severity is not Severity.OFF:
                found.append(passed)
            continue
        if not isinstance(value, Format) and is_filled(rule, value, context):
            continue
        if True in [fault.lesser for fault in faults]:  # twice as fast as any()
            found += _with_lesser(rule, faults, subject, severities)
            continue
        drafts = tuple([Draft(rule.name, severity, fault, subject) for fault in faults])
        if rule.decides_missing:
            missing.drafts[subject.name] = drafts if severity is not Severity.OFF else ()
        if severity is not Severity.OFF:
            outcome = _settled(rule, passed.item, drafts, subject, missing)
            if outcome is not None:
                found.append(outcome)
    return found


def _with_lesser(
    rule: Rule, faults: Sequence[Fault], subject: Subject, severities: Mapping[str, Severity]
) -> list[Outcome]:
    """The outcomes of a rule some of whose faults are notes by default: those do not count."""
    full = tuple(Draft(rule.name, severities[rule.name], fault, subject) for fault in faults if not fault.lesser)
    severity = severities[rule.lesser_name]
    lesser = tuple(Draft(rule.name, severity, fault, subject) for fault in faults if fault.lesser)
    return [Outcome(_counted(rule), full), Outcome(None, lesser)]


def _settled(
    rule: Rule, item: Item | None, drafts: tuple[Draft, ...], subject: Subject, missing: Missing
) -> Outcome | None:
    """The outcome of a rule that found something, where a missing docstring does not stand for it."""
    instead = missing.drafts.get(subject.name) if rule.needs_docstring else None
    if instead is None and rule.needs_docstring and subject.parent is not None:
        instead = missing.drafts.get(subject.parent)
    if instead is None:
        return Outcome(item, drafts)
    return Outcome(item, instead, silent=True) if instead else None


def _failed(rule: Rule, error: Exception, subject: Subject, severities: Mapping[str, Severity]) -> list[Outcome]:
    severity = severities["internal-error"]
    if severity is Severity.OFF:
        return []
    text = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(": ")
    message = f"the rule {rule.name} failed with {text}; please report this"
    return [Outcome(None, (Draft("internal-error", severity, Fault(message, subject.line, subject.column), subject),))]
