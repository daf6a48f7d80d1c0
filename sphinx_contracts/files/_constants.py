"""What the variables of a module and the attributes of its objects are bound to, where that is one thing."""

import ast
from collections.abc import Iterable, Iterator

__all__ = ["Constants"]


class Constants:
    """Looks at the statements of a module once, when somebody asks; expressions are left alone."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._found: dict[str, list[ast.expr]] | None = None

    def get(self, name: str) -> ast.expr | None:
        """The value of a module variable (``NAME``) or an attribute (``.name``), None where there are several."""
        if self._found is None:
            self._found = {}
            for key, value in _assigned(self._tree):
                self._found.setdefault(key, []).append(value)
        values = self._found.get(name, ())
        return values[0] if len(values) == 1 else None


def _assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node, prefix in _statements(tree.body, ""):
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Attribute):
                yield f".{target.attr}", value
            elif isinstance(target, ast.Name) and prefix is not None:
                yield f"{prefix}{target.id}", value


def _statements(body: Iterable[ast.stmt], prefix: str | None) -> Iterator[tuple[ast.stmt, str | None]]:
    """Every statement, with what names bound in it begin with; None inside functions, whose names are their own."""
    pending = [(item, prefix) for item in body]
    while pending:
        node, around = pending.pop()
        yield node, around
        inner = "." if isinstance(node, ast.ClassDef) else around
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = None
        for name in ("body", "orelse", "finalbody"):
            pending += [(item, inner) for item in getattr(node, name, ())]
        for handler in getattr(node, "handlers", ()):
            pending += [(item, inner) for item in handler.body]
