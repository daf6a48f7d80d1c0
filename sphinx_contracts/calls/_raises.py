"""Raise statements and asserts of a body."""

import ast
from collections.abc import Sequence

from sphinx_contracts.calls._expressions import bare, given_anew, is_again, name_of
from sphinx_contracts.calls._handlers import Handlers
from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.model.code import Chain, RaiseSite
from sphinx_contracts.scope import column_of
from sphinx_contracts.walk import Guard, Visit

__all__ = ["Raises"]


class Raises:
    """The raise statements and asserts in one body."""

    def __init__(self, bindings: Bindings, lines: Sequence[str], handlers: Handlers) -> None:
        self._bindings = bindings
        self._lines = lines
        self._handlers = handlers
        self.making: set[int] = set()  # ids of the calls that make the exception of a raise statement
        self.found: list[RaiseSite] = []

    def note(self, node: ast.Raise, handler: ast.ExceptHandler | None) -> None:
        """Note what a statement raises: calls and handlers are judged by it, so all are noted first."""
        if handler is not None and is_again(node, handler):
            self._handlers.reraising.add(handler)
        exception = node.exc
        while isinstance(exception, ast.Call | ast.Attribute):
            if isinstance(exception, ast.Call):
                self.making.add(id(exception))
                exception = exception.func
            else:
                exception = exception.value

    def by_raise(self, node: ast.Raise, visit: Visit) -> None:
        handler = visit.handler
        if handler is not None and is_again(node, handler):
            types = self._handlers.types(handler.type) or (Chain("builtins.BaseException"),)
            members = self._handlers.members(handler.type) if handler.type is not None else []
            names = [name_of(item) for item in members] or ["BaseException"]
            for chain, written in zip(types, names, strict=True):
                self._add(chain, written, node, visit.guard, "again")
            return
        if node.exc is None:
            return
        exception = given_anew(node.exc, handler) if handler is not None else node.exc
        chain = self._bindings.chain(bare(exception))
        self._add(chain, name_of(exception), node, visit.guard, "raise")

    def by_assert(self, node: ast.Assert, visit: Visit) -> None:
        self._add(Chain("builtins.AssertionError"), "AssertionError", node, visit.guard, "assert")

    def _add(self, chain: Chain | None, written: str, node: ast.stmt, guard: Guard | None, kind: str) -> None:
        self.found.append(
            RaiseSite(chain, written, node.lineno, column_of(node, self._lines), kind, self._handlers.around(guard))
        )
