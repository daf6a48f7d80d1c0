"""Every rule applied to every object: what was found, and what passed.

This is the innermost loop of a check. It knows nothing of comments that suppress, of phases or of scores; those look
at the outcomes that it gives.

Key Components:
    - Draft: something a rule found, before suppressions and rollout
    - Outcome: one rule on one object
    - evaluated: applies the rules to an object

Usage:
    from sphinx_contracts.check.evaluation import Missing, evaluated

    outcomes = list(evaluated(subject, severities.of("core.train"), Missing()))
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sphinx_contracts.check.subjects import Subject
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.rules.rule import Fault, Rule

__all__ = ["Draft", "Missing", "Outcome", "evaluated"]

_KINDS = ("module", "class", "field", "callable")
_BY_KIND: dict[str, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES.values() if kind in rule.on and rule.check is not None) for kind in _KINDS
}


@dataclass(slots=True)
class Draft:
    """Something a rule found, before suppressions and rollout."""

    rule: str  # the rule's name
    severity: Severity  # as the settings say
    fault: Fault  # what is wrong, and where
    subject: Subject  # the object at fault
    suppressed: bool = False  # a comment suppresses it


@dataclass(frozen=True, slots=True)
class Outcome:
    """One rule on one object that it applies to."""

    item: Item | None  # the checklist item, None for rules that do not count
    drafts: tuple[Draft, ...]  # what was found, empty where the object passes
    silent: bool = False  # the drafts are those of the missing docstring, which stand elsewhere


@dataclass(frozen=True, slots=True)
class Missing:
    """What is known of missing docstrings, by the name of the object."""

    drafts: dict[str, tuple[Draft, ...]] = field(default_factory=dict)  # what was reported, empty where that is off


def evaluated(subject: Subject, severities: Mapping[str, Severity], missing: Missing) -> Iterator[Outcome]:
    """Apply the rules to an object.

    Args:
        subject: The object
        severities: Rule to severity in the object's module
        missing: The missing docstrings found so far

    Yields:
        One outcome for each rule that applies and is not off

    Side Effects:
        - Adds the object to ``missing`` where it has no docstring

    Example:
        outcomes = list(evaluated(subject, severities, Missing()))
    """
    for rule in _BY_KIND[subject.kind]:
        severity = severities[rule.name]
        if severity is Severity.OFF and not rule.decides_missing:
            continue
        try:
            faults = rule.check(subject.value, subject.context) if rule.check is not None else None
        except Exception as error:  # noqa: BLE001 - a rule's defect must not end the run: the rest is checked
            yield from _failed(rule, error, subject, severities)
            continue
        if faults is None:
            continue
        drafts = tuple(Draft(rule.name, severity, fault, subject) for fault in faults)
        if rule.decides_missing and drafts:
            missing.drafts[subject.name] = drafts if severity is not Severity.OFF else ()
        if severity is not Severity.OFF:
            yield from _settled(rule, drafts, subject, missing)


def _settled(rule: Rule, drafts: tuple[Draft, ...], subject: Subject, missing: Missing) -> Iterator[Outcome]:
    """The outcome of a rule, where a missing docstring does not stand for it."""
    counted = rule.item if rule.severity is Severity.ERROR else None
    if not rule.needs_docstring or not drafts:
        yield Outcome(counted, drafts)
        return
    instead = missing.drafts.get(subject.name)
    if instead is None and subject.parent is not None:
        instead = missing.drafts.get(subject.parent)
    if instead is None:
        yield Outcome(counted, drafts)
    elif instead:
        yield Outcome(counted, instead, silent=True)


def _failed(rule: Rule, error: Exception, subject: Subject, severities: Mapping[str, Severity]) -> Iterator[Outcome]:
    severity = severities["internal-error"]
    if severity is Severity.OFF:
        return
    text = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(": ")
    message = f"the rule {rule.name} failed with {text}; please report this"
    yield Outcome(None, (Draft("internal-error", severity, Fault(message, subject.line, subject.column), subject),))
