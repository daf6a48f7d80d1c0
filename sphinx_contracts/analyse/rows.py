"""Documented and detected effects and exceptions as one set of rows.

A documented entry and the effect or exception that it speaks of are one row; what the code shows and no entry
speaks of is a row of its own, and so is what only the docstring knows.

Key Components:
    - with_behaviour: a callable with the rows that its code shows
    - inherited_effects, inherited_raises: the rows of an override that has no docstring
    - module_with_behaviour: a module with what its import does

Usage:
    from sphinx_contracts.analyse.rows import with_behaviour
"""

from collections import defaultdict
from collections.abc import Callable as Function
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from sphinx_contracts.analyse.behaviour import Behaviour
from sphinx_contracts.effects.travel import Arrival
from sphinx_contracts.effects.wording import categories_of
from sphinx_contracts.model.contract import Callable, Module
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.rows import EffectCategory, Evidence, Raise, SideEffect
from sphinx_contracts.raises.escapes import Escape
from sphinx_contracts.raises.hierarchy import Exceptions

__all__ = ["inherited_effects", "inherited_raises", "module_with_behaviour", "with_behaviour"]

_Further: TypeAlias = defaultdict[str, list[tuple[int, int]]]  # exception as written -> lines and columns

_ORDER = {category.value: position for position, category in enumerate(EffectCategory)}


def with_behaviour(
    subject: Callable, behaviour: Behaviour, exceptions: Exceptions, resolve: Function[[str], str]
) -> Callable:
    """Give a callable the rows that its code shows.

    Args:
        subject: The callable with its documented rows
        behaviour: What its code does
        exceptions: Names and ancestors of exceptions
        resolve: Tells the dotted name that a name in its module stands for

    Returns:
        The callable with documented and detected rows

    Example:
        subject = with_behaviour(subject, behaviour, exceptions, resolve)
    """
    shown = behaviour.effects or behaviour.escapes or behaviour.arrivals or behaviour.warnings
    if behaviour.hands_on_nothing:
        subject = replace(subject, facts=replace(subject.facts, hands_on_nothing=True))
    if not shown and not subject.raises:
        return subject
    return replace(
        subject,
        side_effects=_effect_rows(subject.side_effects, behaviour.effects),
        raises=_raise_rows(subject.raises, behaviour, exceptions, resolve),
        facts=replace(subject.facts, opaque=behaviour.opaque, warnings=tuple(_evidence(behaviour))),
    )


def _evidence(behaviour: Behaviour) -> Iterable[Evidence]:
    return (Evidence(call.line, call.text, (), call.column) for call in behaviour.warnings)


def module_with_behaviour(module: Module, behaviour: Behaviour) -> Module:
    """Give a module the rows that its import shows.

    Args:
        module: The module with its documented rows
        behaviour: What its import does

    Returns:
        The module with documented and detected rows

    Example:
        module = module_with_behaviour(module, behaviour)
    """
    return replace(module, side_effects=_effect_rows(module.side_effects, behaviour.effects))


def inherited_effects(base: Sequence[SideEffect], own: Sequence[SideEffect]) -> tuple[SideEffect, ...]:
    """Join what a base method's docstring says to what the overriding code shows.

    Args:
        base: The rows of the base method
        own: The rows of the override, which has no docstring

    Returns:
        The base's documented rows with the override's own evidence

    Example:
        rows = inherited_effects(base.side_effects, method.side_effects)
    """
    documented = [replace(row, detected=False, evidence=()) for row in base if row.documented]
    return _effect_rows(documented, {row.category: row.evidence for row in own if row.detected})


def inherited_raises(base: Sequence[Raise], own: Sequence[Raise]) -> tuple[Raise, ...]:
    """Join the exceptions that a base method documents to those that the overriding code raises.

    Args:
        base: The rows of the base method
        own: The rows of the override, which has no docstring

    Returns:
        The base's documented rows, then the override's own

    Example:
        rows = inherited_raises(base.raises, method.raises)
    """
    raised = {row.name for row in own}
    documented = [
        replace(row, origin="documented", line=row.doc_line, via=(), sure=False)
        for row in base
        if row.documented and row.name not in raised and (row.condition or row.origin == "documented")
    ]
    known = {row.name: row for row in base if row.documented}
    joined = [
        replace(row, documented=True, condition=known[row.name].condition) if row.name in known else row for row in own
    ]
    return (*documented, *joined)


def _effect_rows(
    documented: Sequence[SideEffect], effects: Mapping[str, tuple[Evidence, ...]]
) -> tuple[SideEffect, ...]:
    if not effects:
        return tuple(documented)
    rows = list(documented)
    spoken = [categories_of(row.description) for row in rows]
    added: list[SideEffect] = []
    for category in sorted(effects, key=lambda item: _ORDER.get(item, len(_ORDER))):
        place = next((index for index, row in enumerate(rows) if row.category == category), None)
        if place is None:
            place = next((index for index, names in enumerate(spoken) if category in names), None)
        if place is None:
            added.append(SideEffect(category, detected=True, evidence=effects[category]))
        else:
            row = rows[place]
            rows[place] = replace(row, detected=True, evidence=(*row.evidence, *effects[category]))
    return (*rows, *added)


def _raise_rows(
    documented: Sequence[Raise], behaviour: Behaviour, exceptions: Exceptions, resolve: Function[[str], str]
) -> tuple[Raise, ...]:
    rows = [replace(row, name=exceptions.canonical(resolve(row.exception))) for row in documented]
    added: list[Raise] = []
    further: _Further = defaultdict(list)
    for escape in behaviour.escapes:
        if not _joined(rows, escape, further) and not _joined(added, escape, further):
            row = Raise(_shown(escape), documented=_is_spoken_of(escape.name, rows, exceptions), name=escape.name)
            sure = escape.sure and not _may_be_spoken_of(escape.name, rows, exceptions)
            added.append(_raised(row, replace(escape, sure=sure)))
    for arrival in behaviour.arrivals:
        place = _place(rows, arrival.what, "")
        if place is not None:
            if rows[place].origin == "documented":
                rows[place] = _arrived(rows[place], arrival)
        elif _place(added, arrival.what, "") is None:
            written = arrival.what.rpartition(".")[2]
            spoken = _is_spoken_of(arrival.what, rows, exceptions)
            added.append(_arrived(Raise(written, documented=spoken, name=arrival.what), arrival))
    for found in (rows, added):
        found[:] = [
            replace(row, further=tuple(further[row.exception])) if row.exception in further else row for row in found
        ]
    raised = [row.name for row in (*rows, *added) if _comes(row)]
    if not all(exceptions.ancestors(name)[1] for name in raised):
        return (*(replace(row, covers=True) for row in rows), *added)  # any of them may be an ancestor
    coming = frozenset[str]().union(*(exceptions.ancestors(name)[0] for name in raised))
    return (*(replace(row, covers=True) if row.name in coming else row for row in rows), *added)


def _comes(row: Raise) -> bool:
    return bool(row.name) and row.origin != "documented"


def _joined(rows: list[Raise], escape: Escape, further: _Further) -> bool:
    """Join an exception that is raised to its row; False where it has none."""
    place = _place(rows, escape.name, escape.written)
    if place is None:
        return False
    row = rows[place]
    if row.origin == "raised" and row.sure and escape.sure and not escape.asserted:
        further[row.exception].append((escape.line, escape.column))
    rows[place] = _raised(row, escape)
    return True


def _arrived(row: Raise, arrival: Arrival) -> Raise:
    return replace(
        row,
        origin="propagated",
        via=arrival.via,
        line=arrival.call.line,
        column=arrival.call.column,
    )


def _shown(escape: Escape) -> str:
    """The exception as written, or its class where a variable, a factory or an attribute stands for it."""
    last = escape.name.rpartition(".")[2]
    return escape.written if not last or escape.written.rpartition(".")[2] == last else last


def _place(rows: Sequence[Raise], name: str, written: str) -> int | None:
    """The row of the same exception; one of an unknown name is matched as written."""
    for index, row in enumerate(rows):
        if (name and row.name == name) or (written and row.exception == written):
            return index
        if name and row.name.rpartition(".")[2] == name.rpartition(".")[2]:
            return index
    return None


def _raised(row: Raise, escape: Escape) -> Raise:
    """The first sure raise is the one that a row shows."""
    if row.origin == "raised" and (row.sure or not escape.sure):
        return row
    return replace(
        row,
        origin="raised",
        name=row.name or escape.name,
        line=escape.line,
        column=escape.column,
        sure=escape.sure,
        asserted=escape.asserted,
    )


def _is_spoken_of(name: str, rows: Iterable[Raise], exceptions: Exceptions) -> bool:
    """An ancestor of an exception is documented."""
    if not name:
        return False
    ancestors, _ = exceptions.ancestors(name)
    short = {item.rpartition(".")[2] for item in ancestors}
    return any(row.name in ancestors or row.name.rpartition(".")[2] in short for row in rows)


def _may_be_spoken_of(name: str, rows: Iterable[Raise], exceptions: Exceptions) -> bool:
    """Nobody knows what the exception descends from, so what is documented may be an ancestor of it."""
    if not name or exceptions.ancestors(name)[1]:
        return False
    return any(row.name for row in rows)
