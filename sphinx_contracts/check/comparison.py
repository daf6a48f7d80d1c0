"""Findings held against a baseline: which are known, which entries are fixed, and which have moved.

A finding that the baseline holds becomes a note. An entry without a finding is fixed, unless its module could not be
read. An entry of a missing docstring stands for all that the docstring would say: whoever writes a part of it makes
nothing worse, so it is fixed when the whole docstring is there.

Where a module is gone and exactly one other has the same faults in the same objects, its entries go with them; likewise
an object that has gone to another module. So no more is ever excused than the baseline holds.

Key Components:
    - Comparison: the result
    - compared: holds findings against a baseline
    - to_keep: the findings that a new baseline takes in

Usage:
    from sphinx_contracts.check.comparison import compared

    result = compared(findings, baseline, lambda: project)
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_contracts.check._moves import moves_of
from sphinx_contracts.check.baseline import Baseline, Entry, entry_of
from sphinx_contracts.model.contract import Class, Module, Project
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.rules.rule import Rule

__all__ = ["Comparison", "compared", "to_keep"]

_UNREAD = frozenset({"source-unreadable", "source-unparsable"})
# a docstring that says what is not so is worse than none
_UNTRUE = frozenset({"raises-contradicted", "side-effect-contradicted"})
_NEVER_KNOWN = "internal-error"  # a defect of this package, not of the code


@fast_init
@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings held against a baseline."""

    baseline: Baseline  # what they were held against
    findings: tuple[Finding, ...]  # all findings; those that are known are notes, suppressed by "baseline"
    known: int  # how many findings are known
    fixed: Mapping[Entry, int]  # entry -> how many of its faults are gone
    moved: Mapping[Entry, Entry]  # entry -> the entry that stands for the same faults now


def compared(
    findings: Sequence[Finding], baseline: Baseline, project: Callable[[], Project], *, is_partial: bool = False
) -> Comparison:
    """Hold findings against a baseline.

    Args:
        findings: All findings of a run
        baseline: The baseline
        project: Gives the modules with their objects; asked only where something may have moved
        is_partial: Only a part of the project is in view, so nothing can be told of what is not found

    Returns:
        The findings, known ones marked, and what became of the entries

    Example:
        result = compared(findings, baseline, lambda: project)
    """
    left = Counter(baseline.entries)
    known: set[int] = set()
    unknown: dict[Entry, list[int]] = {}
    for place, entry in _in_order(findings):
        if left[entry] > 0:
            left[entry] -= 1
            known.add(place)
        else:
            unknown.setdefault(entry, []).append(place)
    left = +left
    if left:
        _cover(findings, left, known, unknown)
    moved: Mapping[Entry, Entry] = {}
    if is_partial:
        left.clear()
    elif left:
        unsure = _unsure(findings)
        left = Counter({entry: times for entry, times in left.items() if not unsure.covers(entry)})
        new = {entry: len(places) for entry, places in unknown.items()}
        if left and new:
            moved = moves_of(left, new, baseline.entries, frozenset(_names(project())))
    for old, entry in moved.items():
        places = unknown[entry][: left[old]]
        known.update(places)
        left[old] -= len(places)
    marked = tuple(_marked(item) if place in known else item for place, item in enumerate(findings))
    count = sum(item.suppressed == "baseline" for item in marked)
    return Comparison(baseline, marked, count, +left, moved)


def to_keep(findings: Iterable[Finding]) -> Counter[Entry]:
    """Choose what a baseline takes in: the errors that stand.

    Args:
        findings: Findings

    Returns:
        Entries, each with the number of faults that it stands for

    Example:
        counts = to_keep(findings)
    """
    return Counter(entry_of(item) for item in findings if _stands(item) and item.rule != _NEVER_KNOWN)


def _rules() -> Mapping[str, Rule]:
    """The rules: importing them takes longer than comparing, and nobody asks for them where all is as it was."""
    from sphinx_contracts.rules.registry import RULES

    return RULES


def _stands(item: Finding) -> bool:
    return item.severity == Severity.ERROR and item.suppressed is None


def _in_order(findings: Sequence[Finding]) -> Iterator[tuple[int, Entry]]:
    """Findings that an entry may stand for: errors first, then what is a note for another reason."""
    for wanted in (True, False):
        for place, item in enumerate(findings):
            if item.suppressed != "inline" and item.rule != _NEVER_KNOWN and _stands(item) is wanted:
                yield place, entry_of(item)


def _cover(findings: Sequence[Finding], left: Counter[Entry], known: set[int], unknown: dict[Entry, list[int]]) -> None:
    """Take what a docstring lacks as known where the baseline holds that there is none."""
    rules = _rules()
    missing = {name for name, rule in rules.items() if rule.decides_missing}
    needing = {name for name, rule in rules.items() if rule.needs_docstring} - _UNTRUE
    covering = {(entry.module, entry.object): entry for entry in left if entry.rule in missing}
    used: set[Entry] = set()
    for entry in [item for item in unknown if item.rule in needing] if covering else ():
        names = [entry.object]
        if rules[entry.rule].on == ("field",) or entry.object.endswith(".__init__"):
            names.append(entry.object.rpartition(".")[0])
        held = next((covering[entry.module, name] for name in names if (entry.module, name) in covering), None)
        places = [place for place in unknown[entry] if _stands(findings[place]) or findings[place].suppressed]
        if held is not None and places:
            used.add(held)
            known.update(places)
            del unknown[entry]
    for entry in used:
        del left[entry]


def _marked(item: Finding) -> Finding:
    """A known finding; what is a note anyway stays what it is."""
    return replace(item, severity=Severity.NOTE.value, suppressed="baseline") if _stands(item) else item


@fast_init
@dataclass(frozen=True, slots=True)
class _Unsure:
    """Where a fault that is not found may still be there."""

    modules: frozenset[str]
    packages: frozenset[str]
    objects: frozenset[tuple[str, str]]

    def covers(self, entry: Entry) -> bool:
        return (
            entry.rule not in _rules()  # of a plug-in that is not installed here
            or entry.module in self.modules
            or entry.module.partition(".")[0] in self.packages
            or (entry.module, entry.object) in self.objects
        )


def _unsure(findings: Sequence[Finding]) -> _Unsure:
    unread = [item.module for item in findings if item.rule in _UNREAD]
    # any module of its package may show what stands in a private one
    private = [name for name in unread if any(part.startswith("_") for part in name.split("."))]
    failed = [entry_of(item) for item in findings if item.rule == _NEVER_KNOWN]
    return _Unsure(
        frozenset(unread),
        frozenset(name.partition(".")[0] for name in private),
        frozenset((entry.module, entry.object) for entry in failed),
    )


def _names(project: Project) -> Iterator[tuple[str, str]]:
    """Every module and object that is there, as entries name them."""
    for module in project.hidden:
        yield module.name, ""
    for module in project.modules:
        yield module.name, ""
        for name in _qualified(module):
            yield module.name, name.removeprefix(f"{module.name}.")


def _qualified(module: Module) -> Iterator[str]:
    for function in module.functions:
        yield function.qualname
    pending: list[Class] = list(module.classes)
    while pending:
        contract = pending.pop()
        yield contract.qualname
        for item in contract.fields:
            yield f"{contract.qualname}.{item.name}"
        for method in (*contract.methods, *contract.facts.accessors):
            yield method.qualname
        pending += contract.classes
