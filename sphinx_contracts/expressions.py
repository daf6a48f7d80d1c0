"""Expressions as normalised text of bounded length.

``ast.unparse`` recurses and takes its time; most expressions have a few plain shapes, which are written here just as it
writes them.

Key Components:
    - unparsed: an expression
    - shown: a call or a statement as one line
    - is_huge: an expression of a size that nobody writes by hand

Usage:
    import ast

    from sphinx_contracts.expressions import unparsed

    text = unparsed(ast.parse("dict[str,int]", mode="eval").body)
"""

import ast
import re
import warnings
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["is_huge", "shown", "unparsed"]

_LONGEST = 500
_MOST_NODES = 400
_LONGEST_CONSTANT = 200
_DEEPEST = 60
_HUGE = 1000
_HUGE_CONSTANT = 5000
_LONGEST_SHOWN = 100
_STRING = re.compile(r"""(["'])(?:(?!\1)[^\\]|\\.)*\1""")


def unparsed(node: ast.expr | None) -> str | None:
    """Write an expression as normalised text of bounded length.

    Args:
        node: The expression

    Returns:
        The text, ``…`` where the expression is too large to show, None for None

    Example:
        assert unparsed(ast.parse("dict[str,int]", mode="eval").body) == "dict[str, int]"
    """
    if node is None:
        return None
    quick = _quick(node, 0)
    if quick is not None:
        return quick if len(quick) <= _LONGEST else "…"
    if not _is_small(node):
        return "…"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = ast.unparse(node)
    return text if len(text) <= _LONGEST else "…"


def _quick(node: ast.expr, depth: int) -> str | None:
    """The shapes that nearly all expressions here have, written as ``ast.unparse`` writes them; None for others."""
    writer = _WRITERS.get(type(node))
    return writer(node, depth + 1) if writer is not None and depth <= _QUICK_DEPTH else None


def _quick_name(node: ast.Name, depth: int) -> str | None:
    return node.id


def _quick_constant(node: ast.Constant, depth: int) -> str | None:
    value = node.value
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, str | bytes):
        return repr(value) if len(value) <= _LONGEST_CONSTANT and node.kind is None else None
    if isinstance(value, int):
        return str(value) if 0 <= value < 10**9 else None
    return "..." if value is ... else None


def _quick_attribute(node: ast.Attribute, depth: int) -> str | None:
    if type(node.value) not in _ATOMS:
        return None
    value = _quick(node.value, depth)
    return None if value is None else f"{value}.{node.attr}"


def _quick_subscript(node: ast.Subscript, depth: int) -> str | None:
    if type(node.value) not in _ATOMS:
        return None
    value = _quick(node.value, depth)
    if value is None:
        return None
    if not isinstance(node.slice, ast.Tuple):
        inner = _quick(node.slice, depth)
    else:
        inner = _quick_items(node.slice.elts, depth) if len(node.slice.elts) > 1 else None
    return None if inner is None else f"{value}[{inner}]"


def _quick_call(node: ast.Call, depth: int) -> str | None:
    if type(node.func) not in _ATOMS or len(node.keywords) > _QUICK_ITEMS:
        return None
    name, given = _quick(node.func, depth), _quick_items(node.args, depth)
    if name is None or given is None:
        return None
    parts = [given] if given else []
    for item in node.keywords:
        value = _quick(item.value, depth)
        if value is None:
            return None
        parts.append(f"{item.arg}={value}" if item.arg is not None else f"**{value}")
    return f"{name}({', '.join(parts)})"


def _quick_items(nodes: Sequence[ast.expr], depth: int) -> str | None:
    if len(nodes) > _QUICK_ITEMS:
        return None
    parts: list[str] = []
    for node in nodes:
        text = _quick(node, depth)
        if text is None:
            return None
        parts.append(text)
    return ", ".join(parts)


def _quick_starred(node: ast.Starred, depth: int) -> str | None:
    value = _quick(node.value, depth) if type(node.value) in _ATOMS else None
    return None if value is None else f"*{value}"


def _quick_list(node: ast.List, depth: int) -> str | None:
    inner = _quick_items(node.elts, depth)
    return None if inner is None else f"[{inner}]"


def _quick_tuple(node: ast.Tuple, depth: int) -> str | None:
    inner = _quick_items(node.elts, depth)
    return None if inner is None else f"({inner},)" if len(node.elts) == 1 else f"({inner})"


def _quick_operation(node: ast.BinOp, depth: int) -> str | None:
    symbol = _SYMBOLS.get(type(node.op))
    if symbol is None or type(node.right) not in _OPERANDS:
        return None
    # a chain of the same operator needs no brackets on its left
    chained = isinstance(node.left, ast.BinOp) and type(node.left.op) is type(node.op)
    if not chained and type(node.left) not in _OPERANDS:
        return None
    left, right = _quick(node.left, depth), _quick(node.right, depth)
    return None if left is None or right is None else f"{left} {symbol} {right}"


_QUICK_DEPTH = 6
_QUICK_ITEMS = 20
_ATOMS = frozenset({ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.List})
_OPERANDS = _ATOMS | {ast.Constant}
_SYMBOLS: dict[type, str] = {ast.BitOr: "|", ast.Add: "+", ast.Div: "/", ast.Mod: "%"}
_WRITERS: dict[type, Callable[[Any, int], str | None]] = {
    ast.Name: _quick_name,
    ast.Constant: _quick_constant,
    ast.Attribute: _quick_attribute,
    ast.Subscript: _quick_subscript,
    ast.Call: _quick_call,
    ast.Starred: _quick_starred,
    ast.List: _quick_list,
    ast.Tuple: _quick_tuple,
    ast.BinOp: _quick_operation,
}


def is_huge(root: ast.expr) -> bool:
    """Tell whether an expression is of a size that nobody writes by hand.

    Args:
        root: The expression

    Returns:
        True for more than a thousand parts, or a constant of more than 5,000 characters

    Example:
        assert not is_huge(ast.parse("1 + 1", mode="eval").body)
    """
    return not _is_within(root, _HUGE, 1000, _HUGE_CONSTANT)


def _is_small(root: ast.expr) -> bool:
    return _is_within(root, _MOST_NODES, _DEEPEST, _LONGEST_CONSTANT)


def _is_within(root: ast.expr, nodes: int, levels: int, characters: int) -> bool:
    pending: list[tuple[ast.AST, int]] = [(root, 0)]
    count = 0
    while pending:
        node, depth = pending.pop()
        count += 1
        if count > nodes or depth > levels:
            return False
        if isinstance(node, ast.Constant):
            value = node.value
            if isinstance(value, str | bytes) and len(value) > characters:
                return False
            if isinstance(value, int) and value.bit_length() > 4 * characters:
                return False
        else:
            children = _children(node)
            if len(children) > nodes:
                return False
            pending += [(child, depth + 1) for child in children]
    return True


def _children(node: ast.AST) -> list[ast.AST]:
    """What ``ast.iter_child_nodes`` gives, in a third of the time."""
    found: list[ast.AST] = []
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            found += [item for item in value if isinstance(item, ast.AST)]
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


def shown(node: ast.expr | ast.stmt) -> str:
    """Write a call or a statement as one line of bounded text, as evidence shows it.

    Args:
        node: An expression, an assignment or a deletion

    Returns:
        The line, cut with ``…`` where it is long; "" for other statements

    Example:
        assert shown(ast.parse("save( 'x' )", mode="eval").body) == 'save("x")'
    """
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        value = unparsed(node.value) if node.value is not None else ""
        text = f"{unparsed(target)} = {value}"
    elif isinstance(node, ast.Delete):
        text = f"del {', '.join(unparsed(item) or '' for item in node.targets[:5])}"
    else:
        text = unparsed(node) or "" if isinstance(node, ast.expr) else ""
        if text == "…" and isinstance(node, ast.Call):
            text = f"{unparsed(node.func)}(…)"
    text = _STRING.sub(_double_quoted, " ".join(text.split()))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _double_quoted(match: re.Match[str]) -> str:
    """A string between the quotes that formatters put around it, where nothing in it stands against them."""
    text = match[0]
    return text if '"' in text else f'"{text[1:-1]}"'
