"""What is caught around the places of a body."""

import ast
from collections.abc import Sequence

from sphinx_contracts.calls._expressions import dotted_chain
from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.model.code import Chain, Handler
from sphinx_contracts.walk import Guard

__all__ = ["Handlers"]


class Handlers:
    """What is caught around the places of one body."""

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._guards: dict[int, tuple[tuple[Handler, ...], ...]] = {}
        self.reraising: set[ast.ExceptHandler] = set()  # those whose body raises again what they caught

    def around(self, guard: Guard | None) -> tuple[tuple[Handler, ...], ...]:
        """What is caught around a place, innermost statement first."""
        pending: list[Guard] = []
        while guard is not None and id(guard) not in self._guards:
            pending.append(guard)
            guard = guard.outer
        found = self._guards[id(guard)] if guard is not None else ()
        for item in reversed(pending):
            own = self._caught_by(item)
            found = (own, *found) if own else found
            self._guards[id(item)] = found
        return found

    def _caught_by(self, guard: Guard) -> tuple[Handler, ...]:
        node = guard.node
        if isinstance(node, ast.Try | ast.TryStar):
            return tuple(Handler(self.types(item.type), item in self.reraising) for item in node.handlers)
        found: list[Handler] = []
        for item in node.items:
            call = item.context_expr
            if isinstance(call, ast.Call) and dotted_chain(self._bindings.chain(call.func)) == "contextlib.suppress":
                found.append(Handler(tuple(self._bindings.chain(argument) for argument in call.args) or (None,)))
        return tuple(found)

    def types(self, node: ast.expr | None) -> tuple[Chain | None, ...]:
        if node is None:
            return ()
        return tuple(self._bindings.chain(item) for item in self.members(node))

    def members(self, node: ast.expr) -> Sequence[ast.expr]:
        """The exceptions of a handler; a module's variable may hold a tuple of them."""
        if isinstance(node, ast.Tuple):
            return node.elts
        frame = self._bindings.frame
        if isinstance(node, ast.Name) and node.id in frame.groups and node.id not in self._bindings.local:
            return frame.groups[node.id]
        return [node]

    def is_inside(self, guard: Guard | None, name: str) -> bool:
        """Whether a place stands in a ``with`` statement that enters a call of a name."""
        while guard is not None:
            if isinstance(guard.node, ast.With | ast.AsyncWith):
                calls = [item.context_expr for item in guard.node.items if isinstance(item.context_expr, ast.Call)]
                if any(dotted_chain(self._bindings.chain(call.func)) == name for call in calls):
                    return True
            guard = guard.outer
        return False
