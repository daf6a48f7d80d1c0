"""The one pass over the code that runs in one place: a function's body, or what runs at import.

Nested functions, lambdas and (inside functions) nested classes do not run where they stand: they are handed over
as names that are bound, their bodies are left out. Nothing here recurses.

Key Components:
    - Visit: a node and what is caught around it
    - visits: the nodes of a function's body
    - import_visits: the nodes that run when a module is imported

Usage:
    import ast

    from sphinx_contracts.walk import visits

    calls = [item.node for item in visits(function.body) if isinstance(item.node, ast.Call)]
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_contracts.scope import is_main_guard, is_type_checking

__all__ = ["Guard", "Visit", "import_visits", "visits"]

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_LEAVES = frozenset(
    {ast.Name, ast.Constant, ast.Load, ast.Store, ast.Del, ast.Pass, ast.Break, ast.Continue, ast.alias, ast.arg}
)


@dataclass(frozen=True, slots=True)
class Guard:
    """A try statement or a with statement around a place."""

    node: ast.Try | ast.TryStar | ast.With | ast.AsyncWith  # the statement
    outer: "Guard | None" = None  # the one around it


@dataclass(frozen=True, slots=True)
class Visit:
    """A node and what stands around it."""

    node: ast.AST  # the node
    guard: Guard | None = None  # the innermost statement that may catch what happens here
    handler: ast.ExceptHandler | None = None  # the handler that it stands in


_Pending = list[tuple[ast.AST, Guard | None, ast.ExceptHandler | None]]


def visits(body: Iterable[ast.AST]) -> list[Visit]:
    """List the nodes that run when a body runs.

    Args:
        body: The statements

    Returns:
        Every node but names and constants, in source order as far as statements go

    Example:
        nodes = visits(function.body)
    """
    return _visited(body, at_import=False)


def import_visits(tree: ast.Module) -> list[Visit]:
    """List the nodes that run when a module is imported.

    Class bodies, decorators and default values run; functions, ``if __name__ == "__main__"`` and
    ``if TYPE_CHECKING`` do not.

    Args:
        tree: The module

    Returns:
        Every node but names and constants

    Example:
        nodes = import_visits(tree)
    """
    return _visited(tree.body, at_import=True)


def _visited(body: Iterable[ast.AST], *, at_import: bool) -> list[Visit]:
    found: list[Visit] = []
    pending: _Pending = [(node, None, None) for node in body]
    pending.reverse()
    while pending:
        node, guard, handler = pending.pop()
        kind = type(node)
        if kind in _LEAVES:
            continue
        found.append(Visit(node, guard, handler))
        if kind is ast.Try or kind is ast.TryStar:
            _push_try(pending, node, guard, handler)  # type: ignore[arg-type]
        elif kind is ast.With or kind is ast.AsyncWith:
            inner = Guard(node, guard)  # type: ignore[arg-type]
            pending.extend((item, inner, handler) for item in reversed(node.body))  # type: ignore[attr-defined]
            pending.extend((item, guard, handler) for item in reversed(node.items))  # type: ignore[attr-defined]
        elif isinstance(node, _FUNCTIONS):
            outside = [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
            pending.extend((item, guard, handler) for item in reversed(outside))
        elif kind is ast.Lambda:
            continue
        elif kind is ast.ClassDef:
            outside = [*node.decorator_list, *node.bases, *node.body]  # type: ignore[attr-defined]
            pending.extend((item, guard, handler) for item in reversed(outside))
        elif kind is ast.If and at_import and (is_main_guard(node.test) or is_type_checking(node.test)):  # type: ignore[attr-defined]
            pending.extend((item, guard, handler) for item in reversed(node.orelse))  # type: ignore[attr-defined]
        else:
            _push_children(pending, node, guard, handler)
    return found


def _push_try(
    pending: _Pending, node: ast.Try | ast.TryStar, guard: Guard | None, handler: ast.ExceptHandler | None
) -> None:
    outside: list[ast.stmt] = [*node.orelse, *node.finalbody]
    pending.extend((item, guard, handler) for item in reversed(outside))
    for caught in reversed(node.handlers):
        pending.extend((item, guard, caught) for item in reversed(caught.body))
        if caught.type is not None:
            pending.append((caught.type, guard, handler))
        pending.append((caught, guard, handler))
    inner = Guard(node, guard)
    pending.extend((item, inner, handler) for item in reversed(node.body))


def _push_children(pending: _Pending, node: ast.AST, guard: Guard | None, handler: ast.ExceptHandler | None) -> None:
    if type(node) is ast.ExceptHandler:
        return  # its parts were pushed with the try statement
    children: list[ast.AST] = []
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            children.extend(item for item in value if isinstance(item, ast.AST))
        elif isinstance(value, ast.AST):
            children.append(value)
    pending.extend((item, guard, handler) for item in reversed(children))
