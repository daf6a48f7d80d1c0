"""One body of code as calls, raises and changes of state.

What names stand for is kept as chains; nothing is decided here that needs another file.

Key Components:
    - Interest: which calls are worth their text and arguments
    - Collector: collects one body

Usage:
    from sphinx_contracts.calls.collect import Collector, Interest
"""

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sphinx_contracts.calls._changes import Changes
from sphinx_contracts.calls._expressions import dotted_chain, is_nothing
from sphinx_contracts.calls._handlers import Handlers
from sphinx_contracts.calls._raises import Raises
from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.expressions import shown
from sphinx_contracts.model.code import Body, CallSite, Chain, Change, RaiseSite
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.scope import column_of
from sphinx_contracts.walk import Guard, Visit

__all__ = ["UNKNOWN", "Collector", "Interest"]

UNKNOWN = "?unknown"
# expressions and statements that run code which is not in view
_RUNNING = frozenset({ast.For, ast.AsyncFor, ast.With, ast.AsyncWith, ast.Await, ast.Yield, ast.YieldFrom})


@fast_init
@dataclass(frozen=True, slots=True)
class Interest:
    """Which calls are worth their text and arguments."""

    names: frozenset[str] = frozenset()  # last parts of the names in the effect catalogue
    likely: frozenset[str] = frozenset()  # methods that count even where the receiver is unknown
    mutators: frozenset[str] = frozenset()  # methods that change the container they are called on


class Collector:
    """One pass over the visits of a body.

    Responsibilities:
        - Note calls, raise statements and changes of state
        - Note what else may raise

    Attributes:
        bindings: What the names of the body stand for
        lines: The lines of the file
        interest: Which calls are worth their text

    Example:
        body = Collector(bindings, lines, Interest()).run(visits(function.body))
    """

    def __init__(
        self,
        bindings: Bindings,
        lines: Sequence[str],
        interest: Interest,
        *,
        constructing: bool = False,
        importing: bool = False,
    ) -> None:
        """Start without anything noted.

        Args:
            bindings: What the names of the body stand for
            lines: The lines of the file
            interest: Which calls are worth their text
            constructing: True for the body of a constructor
            importing: True for what runs at import
        """
        self.bindings = bindings
        self.lines = lines
        self.interest = interest
        self._handlers = Handlers(bindings)
        self._raises = Raises(bindings, lines, self._handlers)
        self._changes = Changes(bindings, lines, constructing=constructing, importing=importing)
        self._calls: list[CallSite] = []
        self._opaque = self._subscripts = self._operates = self._returns_value = False
        self._yields = self._yields_value = False
        self._returned: list[Chain | None] = []
        self._finals: set[tuple[int, int]] = set()

    def run(self, found: Sequence[Visit]) -> Body:
        """Collect.

        Args:
            found: The nodes of the body

        Returns:
            The body, everything in the order of its lines

        Example:
            body = collector.run(visits(function.body))
        """
        guards: dict[int, Guard] = {}
        for node, guard, handler in found:
            if type(node) is ast.Raise:
                self._raises.note(node, handler)
            if guard is not None:
                guards[id(guard)] = guard
        for guard in guards.values():
            if isinstance(guard.node, ast.Try | ast.TryStar):
                self._changes.note_put_back(guard.node)
                self._finals.update((item.lineno, item.end_lineno or 0) for item in guard.node.finalbody)
        for visit in found:
            node = visit.node
            kind = type(node)
            visitor = _VISITORS.get(kind)
            if visitor is not None:
                visitor(self, node, visit)
            if kind in _RUNNING:
                self._opaque = True
            elif kind is ast.Subscript:
                self._subscripts = True
            elif kind is ast.BinOp:
                self._operates = True
        for found_here in (self._calls, self._raises.found, self._changes.found):
            if len(found_here) > 1:
                found_here.sort(key=_place)
        return Body(
            tuple(self._calls),
            tuple(self._raises.found),
            tuple(self._changes.found),
            self._returns_value,
            self._yields,
            self._opaque,
            self._subscripts,
            self._operates,
            yields_value=self._yields_value,
            finals=tuple(sorted(self._finals)) if self._finals else (),
            returned=_all_known(self._returned),
        )

    def _assert(self, node: ast.Assert, visit: Visit) -> None:
        self._raises.by_assert(node, visit)

    def _raise(self, node: ast.Raise, visit: Visit) -> None:
        self._raises.by_raise(node, visit)

    def _assign(self, node: ast.Assign | ast.Delete, visit: Visit) -> None:
        for target in node.targets:
            self._changes.by_statement(target, node)

    def _assign_one(self, node: ast.AugAssign | ast.AnnAssign, visit: Visit) -> None:
        if node.value is not None:
            self._changes.by_statement(node.target, node)

    def _return(self, node: ast.Return, visit: Visit) -> None:
        if node.value is None or is_nothing(node.value):
            return
        self._returns_value = True
        self._returned.append(self.bindings.chain(node.value.func) if isinstance(node.value, ast.Call) else None)

    def _yield(self, node: ast.Yield | ast.YieldFrom, visit: Visit) -> None:
        self._yields = True
        self._yields_value = self._yields_value or isinstance(node, ast.YieldFrom) or not is_nothing(node.value)

    def _enter(self, node: ast.With | ast.AsyncWith, visit: Visit) -> None:
        """A context of the project runs its own methods."""
        kind = "a" if isinstance(node, ast.AsyncWith) else ""
        for item in node.items:
            chain = self.bindings.chain(item.context_expr)
            if chain is None:
                continue
            for name in (f"__{kind}enter__", f"__{kind}exit__"):
                self._calls.append(
                    CallSite(
                        target=Chain(chain.root, chain.instance, (*chain.steps, f".{name}")),
                        name=name,
                        attribute=True,
                        line=item.context_expr.lineno,
                        column=column_of(item.context_expr, self.lines),
                        text=shown(item.context_expr),
                        handlers=self._handlers.around(visit.guard),
                    )
                )

    def _decorated(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, visit: Visit) -> None:
        """A decorator without brackets is called with what it decorates."""
        for item in node.decorator_list:
            if not isinstance(item, ast.Call):
                call = ast.copy_location(ast.Call(item, [], []), item)
                self._call(call, visit)

    def _call(self, node: ast.Call, visit: Visit) -> None:
        func = node.func
        target = self.bindings.chain(func)
        if (
            target is not None
            and target.root.startswith("warnings")
            and dotted_chain(target).startswith("warnings.")
            and self._handlers.is_inside(visit.guard, "warnings.catch_warnings")
        ):
            return
        if isinstance(func, ast.Attribute):
            name = func.attr
            if name in self.interest.mutators:
                self._changes.by_call(func, node)
        else:
            name = func.id if isinstance(func, ast.Name) else ""
        if target is None:
            self._opaque = self._opaque or id(node) not in self._raises.making
            if name not in self.interest.likely or not isinstance(func, ast.Attribute):
                return
        elif target.root.startswith("builtins.") and name not in self.interest.names and not target.instance:
            # len(), isinstance() and their like are of no interest
            self._opaque = self._opaque or id(node) not in self._raises.making
            return
        # an alias (``from os import remove as rm``) counts under the name that it stands for
        last = target.steps[-1] if target is not None and target.steps else target.root if target is not None else name
        known = last.rpartition(".")[2] in self.interest.names or name in self.interest.likely
        self._calls.append(
            CallSite(
                target=target,
                name=name,
                attribute=isinstance(func, ast.Attribute),
                line=node.lineno,
                column=column_of(node, self.lines),
                text=shown(node) if known else f"{name or 'call'}(…)",
                arguments=self._arguments(node) if known else (),
                handlers=self._handlers.around(visit.guard),
            )
        )

    def _arguments(self, node: ast.Call) -> tuple[tuple[str, Any], ...]:
        found: list[tuple[str, Any]] = []
        for index, item in enumerate(node.args[:4]):
            if isinstance(item, ast.Starred):
                found.append(("*", UNKNOWN))
                break
            found.append((str(index), self._argument(item)))
        found += [(item.arg or "**", self._argument(item.value)) for item in node.keywords[:20]]
        return tuple(found)

    def _argument(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Constant) and isinstance(node.value, str | int | bool | None):
            return node.value[:200] if isinstance(node.value, str) else node.value
        chain = self.bindings.chain(node)
        return UNKNOWN if chain is None else chain


_VISITORS: dict[type, Callable[[Collector, Any, Visit], None]] = {
    ast.Call: Collector._call,
    ast.Raise: Collector._raise,
    ast.Assert: Collector._assert,
    ast.Assign: Collector._assign,
    ast.Delete: Collector._assign,
    ast.AugAssign: Collector._assign_one,
    ast.AnnAssign: Collector._assign_one,
    ast.FunctionDef: Collector._decorated,
    ast.AsyncFunctionDef: Collector._decorated,
    ast.ClassDef: Collector._decorated,
    ast.With: Collector._enter,
    ast.AsyncWith: Collector._enter,
    ast.Return: Collector._return,
    ast.Yield: Collector._yield,
    ast.YieldFrom: Collector._yield,
}


def _all_known(chains: Sequence[Chain | None]) -> tuple[Chain, ...]:
    known = tuple(dict.fromkeys(chain for chain in chains if chain is not None))
    return known if None not in chains else ()


def _place(item: CallSite | RaiseSite | Change) -> tuple[int, int]:
    return item.line, item.column
