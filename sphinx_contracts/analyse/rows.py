"""Documented and detected effects and exceptions as one set of rows.

A documented entry and the effect or exception that it speaks of are one row; what the code shows and no entry
speaks of is a row of its own, and so is what only the docstring knows.

Key Components:
    - with_behaviour: a callable with the rows that its code shows
    - module_with_behaviour: a module with what its import does

Usage:
    from sphinx_contracts.analyse.rows import with_behaviour
"""

from collections.abc import Callable as Function
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sphinx_contracts.analyse.behaviour import Behaviour
from sphinx_contracts.effects.wording import categories_of
from sphinx_contracts.model.contract import Callable, EffectCategory, Evidence, Module, Raise, SideEffect
from sphinx_contracts.raises import Escape, Exceptions

__all__ = ["module_with_behaviour", "with_behaviour"]

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
    rows = [replace(row, name=resolve(row.exception)) for row in documented]
    added: list[Raise] = []
    for escape in behaviour.escapes:
        place = _place(rows, escape.name, escape.written)
        if place is not None:
            rows[place] = _raised(rows[place], escape)
            continue
        known = _place(added, escape.name, escape.written)
        if known is not None:
            added[known] = _raised(added[known], escape)
            continue
        row = Raise(escape.written, documented=_by_ancestor(escape.name, rows, exceptions), name=escape.name)
        added.append(_raised(row, escape))
    for arrival in behaviour.arrivals:
        if _place([*rows, *added], arrival.what, "") is not None:
            continue
        added.append(
            Raise(
                exception=arrival.what.removeprefix("builtins.").rpartition(".")[2],
                documented=_by_ancestor(arrival.what, rows, exceptions),
                origin="propagated",
                via=arrival.via,
                name=arrival.what,
                code_line=arrival.call.line,
                column=arrival.call.column,
            )
        )
    return (*rows, *added)


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
        code_line=escape.line,
        column=escape.column,
        sure=escape.sure,
        asserted=escape.asserted,
    )


def _by_ancestor(name: str, rows: Iterable[Raise], exceptions: Exceptions) -> bool:
    if not name:
        return False
    ancestors, _ = exceptions.ancestors(name)
    short = {item.rpartition(".")[2] for item in ancestors}
    return any(row.name in ancestors or row.name.rpartition(".")[2] in short for row in rows)
