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
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sphinx_contracts.model.fast_init import fast_init
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


@fast_init
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


_Pending = list[ast.AST]


class _Place(NamedTuple):
    """Code that runs under the same statements."""

    nodes: _Pending  # what is still to be visited
    guard: Guard | None  # the innermost statement that may catch what happens there
    handler: ast.ExceptHandler | None  # the handler that it stands in


_Push = Callable[[Any, _Place, list[_Place]], None]


def visits(body: Iterable[ast.AST]) -> list[Visit]:
    """List the nodes that matter among those that run when a body runs.

    Args:
        body: The statements

    Returns:
        The nodes in no particular order

    Example:
        nodes = visits(function.body)
    """
    return _visited(body, _TABLE_INSIDE)


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
    return _visited(tree.body, _TABLE_AT_IMPORT)


def _visited(body: Iterable[ast.AST], table: "dict[type, tuple[bool, _Push | None, tuple[str, ...]]]") -> list[Visit]:
    found: list[Visit] = []
    new = tuple.__new__  # what the constructor of Visit calls, in half the time
    places = [_Place(list(body), None, None)]
    while places:
        place = places.pop()
        pending, guard, handler = place
        while pending:
            node = pending.pop()
            kept, push, fields = table[type(node)]
            if kept:
                found.append(new(Visit, (node, guard, handler)))
            if push is not None:
                push(node, place, places)
                continue
            for name in fields:
                value = getattr(node, name)
                if not value:
                    continue
                if type(value) is list:
                    pending += [item for item in value if type(item) not in _LEAVES]
                elif type(value) not in _LEAVES:
                    pending.append(value)
    return found


def _push(items: Iterable[ast.AST | None], place: _Place) -> None:
    place.nodes.extend([item for item in items if item is not None and type(item) not in _LEAVES])


def _push_try(node: ast.Try | ast.TryStar, place: _Place, places: list[_Place]) -> None:
    places.append(_Place(list(node.body), Guard(node, place.guard), place.handler))
    _push((*node.orelse, *node.finalbody), place)
    for caught in node.handlers:
        _push((caught, caught.type), place)
        places.append(_Place(list(caught.body), place.guard, caught))


def _push_with(node: ast.With | ast.AsyncWith, place: _Place, places: list[_Place]) -> None:
    places.append(_Place(list(node.body), Guard(node, place.guard), place.handler))
    _push(node.items, place)


def _push_function(node: ast.FunctionDef | ast.AsyncFunctionDef, place: _Place, places: list[_Place]) -> None:
    """Of a function only what runs at its definition."""
    _push((*node.decorator_list, *node.args.defaults, *node.args.kw_defaults), place)


def _push_class(node: ast.ClassDef, place: _Place, places: list[_Place]) -> None:
    _push((*node.decorator_list, *node.bases, *node.body), place)


def _push_annotated(node: ast.AnnAssign, place: _Place, places: list[_Place]) -> None:
    _push((node.target, node.value), place)


def _push_nothing(node: ast.AST, place: _Place, places: list[_Place]) -> None:
    """A lambda's body does not run here; a handler's parts come with its try statement."""


def _push_if(node: ast.If, place: _Place, places: list[_Place]) -> None:
    if is_main_guard(node.test) or is_type_checking(node.test):
        _push(node.orelse, place)
    else:
        _push((node.test, *node.body, *node.orelse), place)


_INSIDE: dict[type, _Push] = {
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
# fields that never hold an expression or a statement
_PLAIN = frozenset({"ctx", "op", "ops", "id", "attr", "arg", "names", "module", "level", "kind", "type_comment"})


def _table(special: Mapping[type, _Push]) -> dict[type, tuple[bool, _Push | None, tuple[str, ...]]]:
    """For each kind of node: whether anybody asks for it, how it is passed through, and where its parts stand."""
    kinds = [item for item in vars(ast).values() if isinstance(item, type) and issubclass(item, ast.AST)]
    return {
        kind: (kind in _KEPT, special.get(kind), tuple(name for name in kind._fields if name not in _PLAIN))
        for kind in kinds
    }


_TABLE_INSIDE = _table(_INSIDE)
_TABLE_AT_IMPORT = _table({**_INSIDE, ast.If: _push_if})
