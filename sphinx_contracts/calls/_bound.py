"""What the statements of a body bind: for each name, what makes the chains that it may stand for.

A chain is made when a name is asked for, since it may hang on names that are bound further below.
"""

import ast
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sphinx_contracts.calls._chains import stepped
from sphinx_contracts.calls.frames import Frame, type_of
from sphinx_contracts.model.code import Chain
from sphinx_contracts.scope import imported_names
from sphinx_contracts.walk import Visit

__all__ = ["Bound"]


class Bound:
    """Every binding of every name of one body."""

    def __init__(self, frame: Frame, chain: Callable[[ast.expr], Chain | None], found: Iterable[Visit]) -> None:
        self._frame = frame
        self._chain = chain  # turns an expression into a chain
        self.globals: set[str] = set()
        self.names: dict[str, list[Callable[[], Chain | None]]] = {}
        self.inner: dict[str, list[Callable[[], Chain | None]]] = {}  # names of comprehensions, which end with them
        for node, _, _ in found:
            binder = _BINDERS.get(type(node))
            if binder is not None:
                binder(self, node)
        for name in self.globals:
            self.names.pop(name, None)

    def _bind(self, name: str, value: Callable[[], Chain | None]) -> None:
        self.names.setdefault(name, []).append(value)

    def _assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._target(target, node.value, ())

    def _assign_annotated(self, node: ast.AnnAssign) -> None:
        if isinstance(node.target, ast.Name):
            self._annotation(node.target.id, node.annotation, node.value)

    def _assign_inside(self, node: ast.NamedExpr) -> None:
        self._target(node.target, node.value, ())

    def _assign_more(self, node: ast.AugAssign) -> None:
        self._unknown(node.target)

    def _loop(self, node: ast.For | ast.AsyncFor) -> None:
        self._target(node.target, node.iter, ("[*]",))

    def _loop_inside(self, node: ast.comprehension) -> None:
        if isinstance(node.target, ast.Name):
            value = node.iter
            self.inner.setdefault(node.target.id, []).append(lambda: stepped(self._chain(value), "[*]"))

    def _enter(self, node: ast.withitem) -> None:
        if node.optional_vars is not None:
            self._target(node.optional_vars, node.context_expr, ("with",))

    def _handle(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._caught(node.name, node.type)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        for name, origin in imported_names(node, self._frame.module, self._frame.is_package):
            self._bind(name, partial(Chain, origin))

    def _define(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        if self._frame.scope and not node.decorator_list:
            self._bind(node.name, partial(Chain, f"{self._frame.scope}.<locals>.{node.name}"))
        else:
            self._bind(node.name, _nothing)

    def _define_class(self, node: ast.ClassDef) -> None:
        self._bind(node.name, _nothing)

    def _declare(self, node: ast.Global) -> None:
        self.globals.update(node.names)

    def _capture(self, node: ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self._bind(node.name, _nothing)

    def _target(self, target: ast.expr, value: ast.expr, steps: tuple[str, ...]) -> None:
        if isinstance(target, ast.Name):
            self._bind(target.id, lambda: stepped(self._chain(value), *steps))
        else:
            self._unknown(target)

    def _annotation(self, name: str, annotation: ast.expr, value: ast.expr | None) -> None:
        def declared() -> Chain | None:
            found = type_of(annotation, self._frame)
            return (
                Chain(found, instance=True) if found is not None else self._chain(value) if value is not None else None
            )

        self._bind(name, declared)

    def _caught(self, name: str, node: ast.expr | None) -> None:
        def instance() -> Chain | None:
            chain = self._chain(node) if node is not None else None
            return None if chain is None or isinstance(node, ast.Tuple) else stepped(chain, "()")

        self._bind(name, instance)

    def _unknown(self, target: ast.expr) -> None:
        pending = [target]
        while pending:
            node = pending.pop()
            if isinstance(node, ast.Name):
                self._bind(node.id, _nothing)
            elif isinstance(node, ast.Tuple | ast.List):
                pending += node.elts
            elif isinstance(node, ast.Starred):
                pending.append(node.value)


def _nothing() -> None:
    return None


_BINDERS: dict[type, Callable[[Bound, Any], None]] = {
    ast.Assign: Bound._assign,
    ast.AnnAssign: Bound._assign_annotated,
    ast.NamedExpr: Bound._assign_inside,
    ast.AugAssign: Bound._assign_more,
    ast.For: Bound._loop,
    ast.AsyncFor: Bound._loop,
    ast.comprehension: Bound._loop_inside,
    ast.withitem: Bound._enter,
    ast.ExceptHandler: Bound._handle,
    ast.Import: Bound._import,
    ast.ImportFrom: Bound._import,
    ast.FunctionDef: Bound._define,
    ast.AsyncFunctionDef: Bound._define,
    ast.ClassDef: Bound._define_class,
    ast.Global: Bound._declare,
    ast.MatchAs: Bound._capture,
    ast.MatchStar: Bound._capture,
}
