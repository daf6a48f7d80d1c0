"""Expressions of a body: what is raised, and chains that are plain names."""

import ast

from sphinx_contracts.expressions import unparsed
from sphinx_contracts.model.code import Chain

__all__ = ["bare", "dotted_chain", "given_anew", "is_again", "is_nothing", "name_of"]


def is_nothing(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def is_again(node: ast.Raise, handler: ast.ExceptHandler) -> bool:
    if node.exc is None:
        return True
    if handler.name is None or not isinstance(node.exc, ast.Name) or node.exc.id != handler.name:
        return False
    return given_anew(node.exc, handler) is node.exc


def given_anew(node: ast.expr, handler: ast.ExceptHandler) -> ast.expr:
    """The value that a handler's body gives to a name before it raises it, else the name itself."""
    if isinstance(node, ast.Name) and node.id == handler.name:
        for statement in handler.body:
            if isinstance(statement, ast.Assign):
                names = [target.id for target in statement.targets if isinstance(target, ast.Name)]
                if node.id in names:
                    return statement.value
    return node


def dotted_chain(chain: Chain | None) -> str:
    if chain is None or chain.instance or not all(step.startswith(".") for step in chain.steps):
        return ""
    return chain.root + "".join(chain.steps)


def bare(node: ast.expr) -> ast.expr:
    """What is raised, without ``.with_traceback(...)`` and ``.add_note(...)``."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "with_traceback":
        node = node.func.value
    return node


def name_of(node: ast.expr) -> str:
    node = bare(node)
    return unparsed(node.func if isinstance(node, ast.Call) else node) or ""
