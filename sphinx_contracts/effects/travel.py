"""Effects and exceptions that travel through calls: from a function to those that call it.

Each travels along the shortest path of calls, so cycles end and the work is linear in the calls of the project.

Key Components:
    - Edge: one call from one function of the project to another
    - Arrival: something that reaches a function through a call
    - travelled_effects: effects through calls
    - travelled_escapes: exceptions through calls

Usage:
    from sphinx_contracts.effects.travel import travelled_effects

    arrivals = travelled_effects({}, {})
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sphinx_contracts.effects.catalogue import TRAVELLING
from sphinx_contracts.model.code import CallSite
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Arrival", "Edge", "travelled_effects", "travelled_escapes"]

_FURTHEST = 8


@fast_init
@dataclass(frozen=True, slots=True)
class Edge:
    """One call from one function of the project to another."""

    caller: str  # qualified name
    callee: str  # qualified name
    call: CallSite  # the call


@fast_init
@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that reaches a function through a call."""

    what: str  # effect category, or dotted name of an exception
    call: CallSite  # the call in the function's own body
    via: tuple[str, ...]  # the functions it comes through, the one called first


def travelled_effects(
    direct: Mapping[str, Iterable[str]], edges: Mapping[str, Sequence[Edge]]
) -> dict[str, list[Arrival]]:
    """Carry effects up the call graph.

    Args:
        direct: Qualified name to the categories of the effects that its own body surely has
        edges: Qualified name of a function to the calls of it

    Returns:
        Qualified name to what reaches it, categories in the order of ``TRAVELLING``

    Example:
        arrivals = travelled_effects({"a.f": ["network"]}, edges)
    """
    found: dict[str, list[Arrival]] = {}
    for category in TRAVELLING:
        start = sorted(name for name, categories in direct.items() if category in categories)
        for name, arrival in _spread(category, start, edges, lambda _: True).items():
            found.setdefault(name, []).append(arrival)
    return found


def travelled_escapes(
    direct: Mapping[str, Iterable[str]],
    edges: Mapping[str, Sequence[Edge]],
    passes: Callable[[str, Edge], bool],
) -> dict[str, list[Arrival]]:
    """Carry exceptions up the call graph.

    Args:
        direct: Qualified name to the exceptions that surely leave its own body
        edges: Qualified name of a function to the calls of it
        passes: Tells whether an exception gets past the handlers around a call

    Returns:
        Qualified name to what reaches it, sorted by the name of the exception

    Example:
        arrivals = travelled_escapes({"a.f": ["builtins.KeyError"]}, edges, lambda name, edge: True)
    """
    starts: dict[str, list[str]] = {}
    for name, exceptions in direct.items():
        for exception in set(exceptions):
            starts.setdefault(exception, []).append(name)
    found: dict[str, list[Arrival]] = {}
    for exception in sorted(starts):
        reached = _spread(exception, sorted(starts[exception]), edges, partial(passes, exception))
        for name, arrival in reached.items():
            found.setdefault(name, []).append(arrival)
    return found


def _spread(
    what: str, start: Sequence[str], edges: Mapping[str, Sequence[Edge]], passes: Callable[[Edge], bool]
) -> dict[str, Arrival]:
    """Breadth first from where something happens; a function that does it itself is not reached again."""
    paths: dict[str, tuple[str, ...]] = dict.fromkeys(start, ())
    found: dict[str, Arrival] = {}
    level = list(start)
    for _ in range(_FURTHEST):
        following: list[str] = []
        for name in level:
            for edge in edges.get(name, ()):
                if edge.caller in paths or not passes(edge):
                    continue
                paths[edge.caller] = (name, *paths[name])
                found[edge.caller] = Arrival(what, edge.call, paths[edge.caller])
                following.append(edge.caller)
        level = sorted(following)
        if not level:
            break
    return found
