"""Callables that return what they call gives, which is nothing: ``return print(text)``, ``return self.close()``."""

from collections.abc import Callable as Function
from collections.abc import Iterable

from sphinx_contracts.calls.returns import NOTHING
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.contract import Callable

__all__ = ["handing_on_nothing"]

_NONE = frozenset({"None", "NoReturn", "Never", "typing.NoReturn", "typing.Never"})


def handing_on_nothing(
    callables: Iterable[Callable], called: Function[[Chain], str | None], is_replaced: Function[[Callable], bool]
) -> set[str]:
    """Find the callables all of whose return statements hand on nothing.

    Args:
        callables: All callables of the project, bodies included
        called: Tells what a chain calls
        is_replaced: Tells whether something else may run in the place of a callable

    Returns:
        Their qualified names; not those of callables that have no return statement with a value
    """
    nothing = set(NOTHING)
    left: dict[str, set[str]] = {}  # caller -> callees that may give something
    callers: dict[str, list[str]] = {}  # callee -> callers that return what it gives
    replaced: set[str] = set()
    for item in callables:
        if item.facts.yields or item.is_async or item.kind == "property" or is_replaced(item):
            replaced.add(item.qualname)
        elif _gives_nothing(item):
            nothing.add(item.qualname)
        if item.facts.return_annotation is None and item.facts.body.returned and not item.facts.yields:
            left[item.qualname] = {called(chain) or "" for chain in item.facts.body.returned}
    for caller, callees in left.items():
        for callee in callees:
            callers.setdefault(callee, []).append(caller)
    pending = [name for name in nothing if name in callers]
    found: set[str] = set()
    while pending:
        callee = pending.pop()
        for caller in callers.get(callee, ()):
            left[caller].discard(callee)
            if not left[caller] and caller not in found:
                found.add(caller)
                if caller not in replaced:
                    pending.append(caller)
    return found


def _gives_nothing(subject: Callable) -> bool:
    annotation = subject.facts.return_annotation
    return not subject.facts.returns_value if annotation is None else annotation in _NONE
