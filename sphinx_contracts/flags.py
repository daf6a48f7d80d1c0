"""Branches that never run, since a flag of the module decides.

Code that is generated for two purposes often has ``_IS_SYNC = False`` at its top and ``if _IS_SYNC:`` further down.
What stands in such a branch happens nowhere. A flag is a private name that the module binds once, to True or False;
a public one may be set by whoever imports the module. Only ``if`` statements are looked at. Another module that sets a
private flag is not seen.

Key Components:
    - dead_lines: where the branches are
    - alive: a body without what stands in them

Usage:
    import ast

    from sphinx_contracts.flags import dead_lines

    ranges = dead_lines(ast.parse(text), text)
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sphinx_contracts.model.code import Body
from sphinx_contracts.model.fast_init import replace

__all__ = ["alive", "dead_lines", "is_dead"]

_CANDIDATE = re.compile(r"^_\w+[ \t]*(?::[^=\n]*)?=[ \t]*(?:True|False)\b", re.MULTILINE)
_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)


def dead_lines(tree: ast.Module, text: str) -> tuple[tuple[int, int], ...]:
    """Find the branches of a module that its flags rule out.

    Args:
        tree: The module
        text: Its source

    Returns:
        First and last line of each branch

    Example:
        ranges = dead_lines(tree, text)
    """
    if _CANDIDATE.search(text) is None:
        return ()
    nodes = list(ast.walk(tree))
    bound = Counter(name for node in nodes for name in _bound(node))
    flags = {name: value for name, value in _assigned(tree) if bound[name] == 1}
    if not flags:
        return ()
    found: list[tuple[int, int]] = []
    for node in nodes:
        if isinstance(node, ast.If):
            outcome = _outcome(node.test, flags)
            branch = node.body if outcome is False else node.orelse if outcome is True else []
            if branch:
                found.append((branch[0].lineno, branch[-1].end_lineno or branch[-1].lineno))
    return tuple(found)


def is_dead(line: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a line stands in a branch that never runs.

    Args:
        line: The line
        ranges: First and last line of each branch

    Returns:
        True where it does

    Example:
        assert is_dead(3, [(2, 4)])
    """
    return any(first <= line <= last for first, last in ranges)


def alive(body: Body, ranges: Sequence[tuple[int, int]]) -> Body:
    """Leave out what stands in branches that never run.

    Whether a body yields or returns something is left as it is written: Python decides it so, too.

    Args:
        body: What a body does
        ranges: First and last line of each branch

    Returns:
        The body; one that has lost something may do more than it tells

    Example:
        body = alive(body, [(2, 4)])
    """

    def kept(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(item for item in items if not is_dead(item.line, ranges))

    if not ranges:
        return body
    left = replace(
        body,
        calls=kept(body.calls),
        raises=kept(body.raises),
        changes=kept(body.changes),
        inner=tuple((name, alive(inner, ranges)) for name, inner in body.inner),
    )
    return body if left == body else replace(left, opaque=True)


def _assigned(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Private names that the module's own statements bind to a truth value."""
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.lineno != node.end_lineno:
            continue
        value = node.value.value if isinstance(node.value, ast.Constant) else None
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        target = targets[0] if len(targets) == 1 else None
        if isinstance(target, ast.Name) and target.id.startswith("_") and isinstance(value, bool):
            yield target.id, value


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a node binds, takes from the module's scope to bind them, or sets as attributes of something."""
    if isinstance(node, ast.Name | ast.Attribute):
        if not isinstance(node.ctx, ast.Load):
            yield node.id if isinstance(node, ast.Name) else node.attr
    elif isinstance(node, ast.alias):
        yield node.asname or node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Global | ast.Nonlocal):
        yield from node.names
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest
    elif isinstance(node, _NAMED) and node.name:
        yield node.name


def _outcome(test: ast.expr, flags: Mapping[str, bool]) -> bool | None:
    """What a test comes out as, None where flags alone do not decide."""
    if isinstance(test, ast.Name):
        return flags.get(test.id)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _outcome(test.operand, flags)
        return None if inner is None else not inner
    if isinstance(test, ast.BoolOp):
        decisive = isinstance(test.op, ast.Or)
        outcomes = [_outcome(value, flags) for value in test.values]
        if decisive in outcomes:
            return decisive
        return None if None in outcomes else not decisive
    return None
