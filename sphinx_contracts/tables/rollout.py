"""The phases of the rollout and how far each of them has come.

A team that adopts the standard in phases wants to see what is done and what comes next. A module counts for the first
phase that names it; findings that only wait for their phase count as open, since enforcing the phase makes them errors.

Key Components:
    - rollout_blocks: the phases in one table, their modules in another

Usage:
    from sphinx_contracts.tables.overview import Selection
    from sphinx_contracts.tables.rollout import rollout_blocks

    blocks = rollout_blocks(view, settings.rollout, Selection())
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables._cells import badge, cell, code, group_row
from sphinx_contracts.tables.overview import Selection, score_badge
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["rollout_blocks"]

_NONE = Label("No rollout phases are set: every module is held to the whole standard.")
_MODULE_COLUMNS = (Label("Module"), Label("Score"), Label("Open errors"), Label("Gate"))
_LATER = frozenset({"rollout", "baseline"})  # what suppresses an error for the time being
_WILD = frozenset("*?[")


@fast_init
@dataclass(frozen=True, slots=True)
class _Phase:
    """One phase with its modules."""

    name: str  # as the setting names it
    enforced: bool  # errors in its modules fail builds
    modules: tuple[Module, ...]  # in the order in which the phase names them
    absent: tuple[str, ...] = ()  # names that the phase lists and no module has
    planned: bool = True  # False for what no phase names


def rollout_blocks(view: View, phases: Sequence[Mapping[str, Any]], selection: Selection) -> tuple[Block, ...]:
    """Lay out the phases of the rollout in order, and below them the modules of each.

    Args:
        view: The project
        phases: The setting ``rollout``
        selection: Which modules count; ``min_score`` leaves modules out of the second table only

    Returns:
        Two tables, modules of no phase last; or one sentence where no phases are set

    Example:
        blocks = rollout_blocks(view, settings.rollout, Selection(("core.*",)))
    """
    if not phases:
        return (Paragraph((Text(_NONE),), "note"),)
    found = list(_phases(view, phases, selection))
    columns = (
        Label("Phase"),
        Label("Gate"),
        Label("Modules without open errors"),
        Label("Open errors"),
        Label("Score"),
    )
    summary = Table("rollout", "", columns, tuple(_summary(phase, view) for phase in found))
    rows = tuple(row for phase in found for row in _details(phase, view, selection))
    return summary, Table("rollout-modules", "", _MODULE_COLUMNS, rows)


def _phases(view: View, phases: Sequence[Mapping[str, Any]], selection: Selection) -> Iterator[_Phase]:
    chosen = Selection(selection.modules)
    modules = [module for module in chosen.of(view.project.modules) if not module.facts.is_test]
    for item in phases:
        name, patterns = str(item["name"]), [str(pattern) for pattern in item["modules"]]
        named = [pattern for pattern in patterns if _WILD.isdisjoint(pattern) and pattern not in view.modules]
        own = [module for module in modules if module.phase == name]
        modules = [module for module in modules if module.phase != name]
        yield _Phase(
            name,
            bool(item.get("enforce")),
            tuple(sorted(own, key=lambda module: _position(module, patterns))),
            tuple(pattern for pattern in named if not chosen.modules or _matches(pattern, chosen.modules)),
        )
    if modules:
        yield _Phase(Label("No phase"), False, tuple(modules), planned=False)


def _position(module: Module, patterns: Sequence[str]) -> int:
    """Where a phase names a module: as in its list, not by the alphabet."""
    return next((index for index, item in enumerate(patterns) if fnmatchcase(module.name, item)), len(patterns))


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _summary(phase: _Phase, view: View) -> Row:
    done = sum(1 for module in phase.modules if not _open(module, view))
    total = len(phase.modules)
    errors = sum(_open(module, view) for module in phase.modules)
    progress = (
        badge(Label("{part} of {whole}", part=done, whole=total), "pass" if done == total else "fair")
        if total
        else Text(Label("no modules"))
    )
    score = (score_badge(sum(module.score for module in phase.modules) / total),) if total else ()
    return Row(
        (
            cell(Text(phase.name if isinstance(phase.name, Label) else visible(phase.name))),
            cell(_gate(phase)),
            cell(progress),
            _errors(errors, phase),
            cell(*score),
        )
    )


def _details(phase: _Phase, view: View, selection: Selection) -> Iterator[Row]:
    yield group_row(phase.name)
    for module in phase.modules:
        if module.score >= selection.min_score:
            errors = _open(module, view)
            name = Ref(visible(module.name), module.name, "contract:mod")
            yield Row((cell(name), cell(score_badge(module.score)), _errors(errors, phase), cell(_gate(phase))))
    for absent in phase.absent:
        yield Row((cell(code(absent)), cell(badge(Label("no such module"), "none")), Cell(), cell(_gate(phase))))


def _open(module: Module, view: View) -> int:
    """The errors to mend: those that stand, and those that the rollout or the baseline suppresses."""
    return sum(
        1
        for item in view.findings.get(module.name, ())
        if item.suppressed in _LATER or (item.suppressed is None and item.severity == "error")
    )


def _errors(number: int, phase: _Phase) -> Cell:
    if not number:
        return cell(Text("0"))
    return cell(badge(str(number), "error" if phase.enforced else "note"))


def _gate(phase: _Phase) -> Span:
    if phase.enforced:
        return badge(Label("enforced"), "mark")
    return Text(Label("not yet") if phase.planned else "–")
