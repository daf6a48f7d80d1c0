"""Branches that never run, since a flag of the module decides.

Code that is generated for two purposes often has ``_IS_SYNC = False`` at its top and ``if _IS_SYNC:`` further down.
What stands in such a branch happens nowhere. A flag is a private name that the module binds once, to True or False;
a public one may be set by whoever imports the module.

Key Components:
    - drop_dead_branches: empties the branches

Usage:
    import ast

    from sphinx_contracts.flags import drop_dead_branches

    drop_dead_branches(ast.parse(text), text)
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping

__all__ = ["drop_dead_branches"]

_CANDIDATE = re.compile(r"^_\w+[ \t]*(?::[^=\n]*)?=[ \t]*(?:True|False)\b", re.MULTILINE)

_NAMED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)


def drop_dead_branches(tree: ast.Module, text: str) -> None:
    """Empty the branches of a module that its flags rule out.

    Args:
        tree: The module
        text: Its source

    Side Effects:
        - Changes ``tree``: a branch that never runs holds ``pass``, or nothing after ``else``

    Example:
        drop_dead_branches(tree, text)
    """
    if _CANDIDATE.search(text) is None:
        return
    nodes = list(ast.walk(tree))
    bound = Counter(name for node in nodes for name in _bound(node))
    flags = {name: value for name, value in _assigned(tree) if bound[name] == 1}
    if not flags:
        return
    for node in nodes:
        if isinstance(node, ast.If):
            outcome = _outcome(node.test, flags)
            if outcome is False:
                node.body = [ast.copy_location(ast.Pass(), node.body[0])]
            elif outcome is True:
                node.orelse = []


def _assigned(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Private names that the module's own statements bind to a truth value."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if not isinstance(value, ast.Constant) or not isinstance(value.value, bool):
            continue
        for target in targets:
            if isinstance(target, ast.Name) and target.id.startswith("_"):
                yield target.id, value.value


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a node binds, or takes from the module's scope to bind them."""
    if isinstance(node, ast.Name):
        if not isinstance(node.ctx, ast.Load):
            yield node.id
    elif isinstance(node, ast.alias):
        yield node.asname or node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Global | ast.Nonlocal):
        yield from node.names
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
