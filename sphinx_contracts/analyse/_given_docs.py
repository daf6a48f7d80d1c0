"""Docstrings that statements give: ``read.__doc__ = _text.format(name="read")``."""

import ast
from collections.abc import Iterable, Iterator

from sphinx_contracts.scope import flat_statements

__all__ = ["given_docs"]


def given_docs(statements: Iterable[ast.stmt]) -> frozenset[str]:
    """List what a module gives a docstring by a statement.

    Args:
        statements: The module's statements, those under ``if`` and ``try`` included

    Returns:
        Names as the module sees them, "" for the module itself
    """
    return frozenset(_given(statements, ""))


def _given(statements: Iterable[ast.stmt], prefix: str) -> Iterator[str]:
    for item in statements:
        if isinstance(item, ast.ClassDef) and not prefix:
            yield from _given(flat_statements(item.body), f"{item.name}.")
        elif isinstance(item, ast.Assign):
            for target in item.targets:
                yield from _named(target, prefix)
        elif isinstance(item, ast.AugAssign):
            yield from _named(item.target, prefix)


def _named(target: ast.expr, prefix: str) -> Iterator[str]:
    parts: list[str] = []
    while isinstance(target, ast.Attribute):
        parts.append(target.attr)
        target = target.value
    if isinstance(target, ast.Name) and (parts or [target.id])[0] == "__doc__":
        yield (prefix + ".".join([target.id, *reversed(parts)])).removesuffix("__doc__").removesuffix(".")
