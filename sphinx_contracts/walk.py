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
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sphinx_contracts.scope import is_main_guard, is_type_checking

__all__ = ["Guard", "Visit", "import_visits", "visits"]

# what anybody asks for; the other nodes are passed through without a trace
_KEPT = frozenset(
    {
        *(ast.Call, ast.Raise, ast.Assert, ast.Return, ast.Yield, ast.YieldFrom),
        *(ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.Delete, ast.Global),
        *(ast.For, ast.AsyncFor, ast.comprehension, ast.withitem, ast.ExceptHandler, ast.MatchAs, ast.MatchStar),
        *(ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
        *(ast.Subscript, ast.BinOp, ast.With, ast.AsyncWith, ast.Await),
    }
)
_LEAVES = frozenset(
    {
        *(ast.Name, ast.Constant, ast.Pass, ast.Break, ast.Continue, ast.alias, ast.arg, ast.arguments),
        *(str, int, bool, type(None)),
        *(
            kind
            for base in (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)
            for kind in base.__subclasses__()
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Guard:
    """A try statement or a with statement around a place."""

    node: ast.Try | ast.TryStar | ast.With | ast.AsyncWith  # the statement
    outer: "Guard | None" = None  # the one around it


class Visit(NamedTuple):
    """A node and what stands around it."""

    node: ast.AST  # the node
    guard: Guard | None = None  # the innermost statement that may catch what happens here
    handler: ast.ExceptHandler | None = None  # the handler that it stands in


_Pending = list[Visit]


def visits(body: Iterable[ast.AST]) -> list[Visit]:
    """List the nodes that matter among those that run when a body runs.

    Args:
        body: The statements

    Returns:
        The nodes in no particular order

    Example:
        nodes = visits(function.body)
    """
    return _visited(body, _INSIDE)


def import_visits(tree: ast.Module) -> list[Visit]:
    """List the nodes that matter among those that run when a module is imported.

    Class bodies, decorators and default values run; functions, ``if __name__ == "__main__"`` and
    ``if TYPE_CHECKING`` do not.

    Args:
        tree: The module

    Returns:
        The nodes in no particular order

    Example:
        nodes = import_visits(tree)
    """
    return _visited(tree.body, _AT_IMPORT)


def _visited(body: Iterable[ast.AST], special: dict[type, Callable[[Any, Visit, _Pending], None]]) -> list[Visit]:
    found: list[Visit] = []
    pending = [Visit(node) for node in body]
    while pending:
        visit = pending.pop()
        node, guard, handler = visit
        kind = type(node)
        if kind in _KEPT:
            found.append(visit)
        push = special.get(kind)
        if push is not None:
            push(node, visit, pending)
            continue
        for name in node._fields:
            value = getattr(node, name)
            if type(value) is list:
                pending += [Visit(item, guard, handler) for item in value if type(item) not in _LEAVES]
            elif type(value) not in _LEAVES:
                pending.append(Visit(value, guard, handler))
    return found


def _push(items: Iterable[ast.AST | None], visit: Visit, pending: _Pending) -> None:
    pending += [
        Visit(item, visit.guard, visit.handler) for item in items if type(item) not in _LEAVES and item is not None
    ]


def _push_try(node: ast.Try | ast.TryStar, visit: Visit, pending: _Pending) -> None:
    inner = Guard(node, visit.guard)
    pending += [Visit(item, inner, visit.handler) for item in node.body]
    _push((*node.orelse, *node.finalbody), visit, pending)
    for caught in node.handlers:
        _push((caught, caught.type), visit, pending)
        pending += [Visit(item, visit.guard, caught) for item in caught.body]


def _push_with(node: ast.With | ast.AsyncWith, visit: Visit, pending: _Pending) -> None:
    inner = Guard(node, visit.guard)
    pending += [Visit(item, inner, visit.handler) for item in node.body]
    _push(node.items, visit, pending)


def _push_function(node: ast.FunctionDef | ast.AsyncFunctionDef, visit: Visit, pending: _Pending) -> None:
    """Of a function only what runs at its definition."""
    _push((*node.decorator_list, *node.args.defaults, *node.args.kw_defaults), visit, pending)


def _push_class(node: ast.ClassDef, visit: Visit, pending: _Pending) -> None:
    _push((*node.decorator_list, *node.bases, *node.body), visit, pending)


def _push_annotated(node: ast.AnnAssign, visit: Visit, pending: _Pending) -> None:
    _push((node.target, node.value), visit, pending)


def _push_nothing(node: ast.AST, visit: Visit, pending: _Pending) -> None:
    """A lambda's body does not run here; a handler's parts come with its try statement."""


def _push_if(node: ast.If, visit: Visit, pending: _Pending) -> None:
    if is_main_guard(node.test) or is_type_checking(node.test):
        _push(node.orelse, visit, pending)
    else:
        _push((node.test, *node.body, *node.orelse), visit, pending)


_INSIDE: dict[type, Callable[[Any, Visit, _Pending], None]] = {
    ast.Try: _push_try,
    ast.TryStar: _push_try,
    ast.With: _push_with,
    ast.AsyncWith: _push_with,
    ast.FunctionDef: _push_function,
    ast.AsyncFunctionDef: _push_function,
    ast.ClassDef: _push_class,
    ast.AnnAssign: _push_annotated,
    ast.Lambda: _push_nothing,
    ast.ExceptHandler: _push_nothing,
}
_AT_IMPORT = {**_INSIDE, ast.If: _push_if}
