"""Why an effect or exception that was seen is not detected: where on the way to it the trail is lost.

A stack leads from the place where it happened outwards. Walking it inwards from a function that misses the effect,
the trail is lost either at a call of another function of the package that does have it, or at the very place.

Key Components:
    - lost_at: the reason, and the source line

Usage:
    from benchmarks.misses import lost_at
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from benchmarks.contracts import Contracts, Function, function_of

__all__ = ["Loss", "lost_at"]


class Loss(NamedTuple):
    """Where a trail is lost."""

    reason: str  # the kind of place
    place: str  # file and line
    source: str  # the source line


def lost_at(
    contracts: Contracts, stack: Sequence[Any], index: int, known: Callable[[Function], bool], itself: str
) -> Loss:
    """Tell where the trail to an effect or exception is lost.

    Args:
        contracts: What is said of the package's functions
        stack: Frames and names of code of others, from the place where it happened outwards
        index: The function that misses it
        known: Tells whether it is known of a function
        itself: The reason where it happens in the function's own code

    Returns:
        The first place on the way inwards where nobody knows of it, or knows it but not of the call

    Example:
        loss = lost_at(contracts, stack, 2, knows_of_it, "own statement")
    """
    while True:
        inner = next((place for place in range(index - 1, -1, -1) if not isinstance(stack[place], str)), None)
        outside = stack[index - 1] if index and isinstance(stack[index - 1], str) else ""
        if inner is None:
            return _loss(contracts, stack[index], f"code of others: {outside}" if outside else itself)
        callee = function_of(stack[inner])
        if callee == function_of(stack[index]):
            index = inner
            continue
        if callee not in contracts.all:
            return _loss(contracts, stack[index], _unlisted(callee))
        if known(callee):
            reason = f"called by others: {outside}" if outside else _link(contracts, stack[index], callee)
            return _loss(contracts, stack[index], reason)
        index = inner


def _unlisted(callee: Function) -> str:
    if "<locals>" in callee.name or "<lambda>" in callee.name:
        return "nested function or lambda"
    return "method that is no contract of its own" if "." in callee.name else "code at module level"


def _loss(contracts: Contracts, frame: Sequence[Any], reason: str) -> Loss:
    lines = (contracts.folder / frame[0]).read_text("utf-8", "replace").split("\n")
    return Loss(reason, f"{frame[0]}:{frame[3]} {frame[1]}", lines[frame[3] - 1].strip())


def _link(contracts: Contracts, frame: Sequence[Any], callee: Function) -> str:
    """Why a call of a function of the package is not resolved, told from how it is written."""
    owner, _, name = callee.name.rpartition(".")
    if name in ("__init__", "__new__", "__post_init__"):
        name = owner.rpartition(".")[2]
    for call in _calls(contracts.tree(frame[0]), frame[3]):
        function = call.func
        if isinstance(function, ast.Name) and function.id == name:
            return "a plain name that is not resolved"
        if isinstance(function, ast.Attribute) and function.attr == name:
            return _receiver(function.value, owner, frame[1])
    if name.startswith("__"):
        return "an operator or protocol"
    if contracts.all[callee].kind == "property":
        return "a property"
    return "a function held in a variable, or a decorated one"


def _receiver(node: ast.expr, owner: str, caller: str) -> str:
    if isinstance(node, ast.Name) and node.id in ("self", "cls"):
        same = caller.rpartition(".")[0] == owner
        return "a method of self" if same else "a method of self, defined in another class"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super":
        return "super()"
    if isinstance(node, ast.Attribute):
        return "a receiver of unknown type: an attribute"
    return f"a receiver of unknown type: a {'variable' if isinstance(node, ast.Name) else 'result'}"


def _calls(tree: ast.Module, line: int) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.lineno <= line <= (node.end_lineno or node.lineno):
            yield node
