"""The names that a module exports in ``__all__``.

A literal list counts, and so does a sum of lists where the other parts are the ``__all__`` of other modules. Anything
that must be run to be known decides nothing.

Key Components:
    - exported_names: the names, and the modules whose lists are added
    - is_all_statement: does a statement set or change ``__all__``

Usage:
    import ast

    from sphinx_contracts.analyse.exports import exported_names

    names, lists = exported_names(ast.parse("__all__ = ['a']").body, {})
"""

import ast
from collections.abc import Iterable, Mapping

from sphinx_contracts.scope import dotted, resolved

__all__ = ["exported_names", "is_all_statement"]


def exported_names(
    statements: Iterable[ast.stmt], names: Mapping[str, str]
) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Read the ``__all__`` of a module.

    Args:
        statements: The statements at module level
        names: Imported name to dotted name

    Returns:
        The names, None where there is no ``__all__`` or a part of it must be run to be known, and the dotted names of
        the modules whose ``__all__`` is added

    Example:
        names, lists = exported_names(tree.body, {})
    """
    found: list[str] | None = None
    lists: list[str] = []
    for node in statements:
        value, adds = _all_value(node)
        if value is None:
            continue
        parts = _parts(value, names)
        if parts is None:
            return None, ()
        found = [*(found or ()), *parts[0]] if adds else parts[0]
        lists = [*lists, *parts[1]] if adds else parts[1]
    return (None if found is None else tuple(dict.fromkeys(found))), tuple(dict.fromkeys(lists))


def is_all_statement(node: ast.stmt) -> bool:
    """Tell whether a statement sets or changes ``__all__``.

    Args:
        node: The statement

    Returns:
        True for an assignment to it and for a call of ``append`` or ``extend`` on it

    Example:
        plumbing = is_all_statement(node)
    """
    return _all_value(node)[0] is not None


def _all_value(node: ast.stmt) -> tuple[ast.expr | None, bool]:
    """What a statement gives ``__all__``, and whether it adds to what was there."""
    if isinstance(node, ast.Assign) and any(_is_all(target) for target in node.targets):
        return node.value, False
    if isinstance(node, ast.AnnAssign) and _is_all(node.target):
        return node.value, False
    if isinstance(node, ast.AugAssign) and _is_all(node.target):
        return node.value, True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        call, function = node.value, node.value.func
        if _is_all(function.value) and function.attr in ("append", "extend") and len(call.args) == 1:
            argument = call.args[0]
            return (ast.List([argument]) if function.attr == "append" else argument), True
    return None, False


def _is_all(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "__all__"


def _parts(node: ast.expr, names: Mapping[str, str]) -> tuple[list[str], list[str]] | None:
    """The strings of a list and the modules whose lists it adds; None where something must be run to be known."""
    pending, found, lists = [node], list[str](), list[str]()
    while pending:
        item = pending.pop()
        if isinstance(item, ast.BinOp) and isinstance(item.op, ast.Add):
            pending += [item.right, item.left]
        elif isinstance(item, ast.List | ast.Tuple | ast.Set):
            pending += reversed(item.elts)
        elif isinstance(item, ast.Starred):
            pending.append(item.value)
        elif isinstance(item, ast.Constant) and isinstance(item.value, str):
            found.append(item.value)
        else:
            name = dotted(item)
            full = resolved(name, names) if name is not None else ""
            if not full.endswith(".__all__"):
                return None
            lists.append(full.removesuffix(".__all__"))
    return found, lists
