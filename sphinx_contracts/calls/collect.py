"""One body of code as calls, raises and changes of state.

What names stand for is kept as chains; nothing is decided here that needs another file.

Key Components:
    - function_body: what runs when a function runs
    - import_body: what runs when a module is imported
    - assigned_attributes: what a constructor's attributes hold
    - module_variables: what module-level names hold

Usage:
    from sphinx_contracts.calls.collect import function_body
"""

import ast
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sphinx_contracts.calls.bindings import Bindings, Frame
from sphinx_contracts.model.code import Body, CallSite, Chain, Change, Handler, RaiseSite
from sphinx_contracts.scope import flat_statements, unparsed
from sphinx_contracts.walk import Guard, Visit, import_visits, visits

__all__ = ["UNKNOWN", "Interest", "assigned_attributes", "function_body", "import_body", "module_variables"]

UNKNOWN = "?unknown"
_LONGEST = 100
_DEEPEST = 5
_CONSTRUCTORS = frozenset(
    {"__init__", "__new__", "__post_init__", "__attrs_post_init__", "__setstate__", "__set_name__"}
)
_CONTAINERS = frozenset(
    {
        *(f"builtins.{name}" for name in ("list", "dict", "set", "bytearray")),
        *(
            f"typing.{name}"
            for name in ("List", "Dict", "Set", "MutableMapping", "MutableSequence", "MutableSet", "Any")
        ),
        *(f"collections.abc.{name}" for name in ("MutableMapping", "MutableSequence", "MutableSet")),
        *(f"collections.{name}" for name in ("deque", "defaultdict", "OrderedDict", "Counter")),
    }
)
# expressions and statements that run code which is not in view
_RUNNING = frozenset({ast.For, ast.AsyncFor, ast.With, ast.AsyncWith, ast.Await, ast.Yield, ast.YieldFrom})


@dataclass(frozen=True, slots=True)
class Interest:
    """Which calls are worth their text and arguments."""

    names: frozenset[str] = frozenset()  # last parts of the names in the effect catalogue
    likely: frozenset[str] = frozenset()  # methods that count even where the receiver is unknown
    mutators: frozenset[str] = frozenset()  # methods that change the container they are called on


@dataclass(slots=True)
class _Collector:
    """One pass over the visits of a body."""

    bindings: Bindings
    lines: Sequence[str]
    interest: Interest
    constructing: bool = False
    importing: bool = False
    calls: list[CallSite] = field(default_factory=list)
    raises: list[RaiseSite] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    opaque: bool = False
    subscripts: bool = False
    operates: bool = False
    returns_value: bool = False
    yields: bool = False
    put_back: set[str] = field(default_factory=set)
    reraising: set[ast.ExceptHandler] = field(default_factory=set)
    raised: set[int] = field(default_factory=set)  # ids of the calls that make the exception of a raise statement
    guards: dict[int, tuple[tuple[Handler, ...], ...]] = field(default_factory=dict)

    def run(self, found: Sequence[Visit]) -> Body:
        for visit in found:
            if type(visit.node) is ast.Raise:
                self._note_raise(visit)
            elif visit.guard is not None and isinstance(visit.guard.node, ast.Try | ast.TryStar):
                self._note_put_back(visit.guard.node)
        for visit in found:
            kind = type(visit.node)
            visitor = _VISITORS.get(kind)
            if visitor is not None:
                visitor(self, visit.node, visit)
            if kind in _RUNNING:
                self.opaque = True
            elif kind is ast.Subscript:
                self.subscripts = True
            elif kind is ast.BinOp:
                self.operates = True
        return Body(
            tuple(sorted(self.calls, key=_place)),
            tuple(sorted(self.raises, key=_place)),
            tuple(sorted(self.changes, key=_place)),
            self.returns_value,
            self.yields,
            self.opaque,
            self.subscripts,
            self.operates,
        )

    def _assert(self, node: ast.Assert, visit: Visit) -> None:
        self._add_raise(Chain("builtins.AssertionError"), "AssertionError", node, visit.guard, "assert")

    def _assign(self, node: ast.Assign | ast.Delete, visit: Visit) -> None:
        for target in node.targets:
            self._change(target, node)

    def _assign_one(self, node: ast.AugAssign | ast.AnnAssign, visit: Visit) -> None:
        if node.value is not None:
            self._change(node.target, node)

    def _return(self, node: ast.Return, visit: Visit) -> None:
        self.returns_value = self.returns_value or not _is_nothing(node.value)

    def _yield(self, node: ast.Yield | ast.YieldFrom, visit: Visit) -> None:
        self.yields = True

    def _column(self, node: ast.expr | ast.stmt) -> int:
        line = self.lines[node.lineno - 1] if node.lineno <= len(self.lines) else ""
        if line.isascii():
            return node.col_offset + 1
        return len(line.encode("utf-8", "surrogatepass")[: node.col_offset].decode("utf-8", "ignore")) + 1

    def _handlers(self, guard: Guard | None) -> tuple[tuple[Handler, ...], ...]:
        """What is caught around a place, innermost statement first."""
        pending: list[Guard] = []
        while guard is not None and id(guard) not in self.guards:
            pending.append(guard)
            guard = guard.outer
        found = self.guards[id(guard)] if guard is not None else ()
        for item in reversed(pending):
            own = self._caught_by(item)
            found = (own, *found) if own else found
            self.guards[id(item)] = found
        return found

    def _caught_by(self, guard: Guard) -> tuple[Handler, ...]:
        node = guard.node
        if isinstance(node, ast.Try | ast.TryStar):
            return tuple(Handler(self._types(item.type), item in self.reraising) for item in node.handlers)
        found: list[Handler] = []
        for item in node.items:
            call = item.context_expr
            if isinstance(call, ast.Call) and _dotted(self.bindings.chain(call.func)) == "contextlib.suppress":
                found.append(Handler(tuple(self.bindings.chain(argument) for argument in call.args) or (None,)))
        return tuple(found)

    def _types(self, node: ast.expr | None) -> tuple[Chain | None, ...]:
        if node is None:
            return ()
        return tuple(self.bindings.chain(item) for item in self._members(node))

    def _members(self, node: ast.expr) -> Sequence[ast.expr]:
        """The exceptions of a handler; a module's variable may hold a tuple of them."""
        if isinstance(node, ast.Tuple):
            return node.elts
        frame = self.bindings.frame
        if isinstance(node, ast.Name) and node.id in frame.groups and node.id not in self.bindings.local:
            return frame.groups[node.id]
        return [node]

    def _note_raise(self, visit: Visit) -> None:
        node = visit.node
        if not isinstance(node, ast.Raise):
            return
        if visit.handler is not None and _is_again(node, visit.handler):
            self.reraising.add(visit.handler)
        exception = node.exc
        while isinstance(exception, ast.Call | ast.Attribute):
            if isinstance(exception, ast.Call):
                self.raised.add(id(exception))
                exception = exception.func
            else:
                exception = exception.value

    def _note_put_back(self, node: ast.Try | ast.TryStar) -> None:
        """A name that a ``finally`` sets is changed for the time of the call only."""
        for statement in node.finalbody:
            if isinstance(statement, ast.Assign):
                self.put_back.update(target.id for target in statement.targets if isinstance(target, ast.Name))

    def _enter(self, node: ast.With | ast.AsyncWith, visit: Visit) -> None:
        """A context of the project runs its own methods."""
        kind = "a" if isinstance(node, ast.AsyncWith) else ""
        for item in node.items:
            chain = self.bindings.chain(item.context_expr)
            if chain is None:
                continue
            for name in (f"__{kind}enter__", f"__{kind}exit__"):
                self.calls.append(
                    CallSite(
                        target=replace(chain, steps=(*chain.steps, f".{name}")),
                        name=name,
                        attribute=True,
                        line=item.context_expr.lineno,
                        column=self._column(item.context_expr),
                        text=_shown(item.context_expr),
                        handlers=self._handlers(visit.guard),
                    )
                )

    def _raise(self, node: ast.Raise, visit: Visit) -> None:
        handler = visit.handler
        if handler is not None and _is_again(node, handler):
            types = self._types(handler.type) or (Chain("builtins.BaseException"),)
            members = self._members(handler.type) if handler.type is not None else []
            names = [_name_of(item) for item in members] or ["BaseException"]
            for chain, written in zip(types, names, strict=True):
                self._add_raise(chain, written, node, visit.guard, "again")
            return
        if node.exc is None:
            return
        exception = _given_anew(node.exc, handler) if handler is not None else node.exc
        chain = self.bindings.chain(_bare(exception))
        self._add_raise(chain, _name_of(exception), node, visit.guard, "raise")

    def _add_raise(self, chain: Chain | None, written: str, node: ast.stmt, guard: Guard | None, kind: str) -> None:
        self.raises.append(RaiseSite(chain, written, node.lineno, self._column(node), kind, self._handlers(guard)))

    def _decorated(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, visit: Visit) -> None:
        """A decorator without brackets is called with what it decorates."""
        for item in node.decorator_list:
            if not isinstance(item, ast.Call):
                call = ast.copy_location(ast.Call(item, [], []), item)
                self._call(call, visit)

    def _is_undone(self, guard: Guard | None) -> bool:
        """Warning filters are put back at the end of ``with warnings.catch_warnings()``."""
        while guard is not None:
            if isinstance(guard.node, ast.With | ast.AsyncWith):
                for item in guard.node.items:
                    call = item.context_expr
                    if (
                        isinstance(call, ast.Call)
                        and _dotted(self.bindings.chain(call.func)) == "warnings.catch_warnings"
                    ):
                        return True
            guard = guard.outer
        return False

    def _call(self, node: ast.Call, visit: Visit) -> None:
        func = node.func
        target = self.bindings.chain(func)
        if _dotted(target).startswith("warnings.") and self._is_undone(visit.guard):
            return
        if isinstance(func, ast.Attribute):
            name = func.attr
            if name in self.interest.mutators:
                self._mutation(func, node)
        else:
            name = func.id if isinstance(func, ast.Name) else ""
        if target is None:
            self.opaque = self.opaque or id(node) not in self.raised
            if name not in self.interest.likely or not isinstance(func, ast.Attribute):
                return
        elif target.root.startswith("builtins.") and name not in self.interest.names and not target.instance:
            # len(), isinstance() and their like are of no interest
            self.opaque = self.opaque or id(node) not in self.raised
            return
        # an alias (``from os import remove as rm``) counts under the name that it stands for
        last = target.steps[-1] if target is not None and target.steps else target.root if target is not None else name
        known = last.rpartition(".")[2] in self.interest.names or name in self.interest.likely
        self.calls.append(
            CallSite(
                target=target,
                name=name,
                attribute=isinstance(func, ast.Attribute),
                line=node.lineno,
                column=self._column(node),
                text=_shown(node) if known else f"{name or 'call'}(…)",
                arguments=self._arguments(node) if known else (),
                handlers=self._handlers(visit.guard),
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

    def _mutation(self, func: ast.Attribute, node: ast.Call) -> None:
        if not isinstance(func.value, ast.Name):
            return
        name = func.value.id
        if name in self.bindings.parameters and name not in (self.bindings.frame.this, self.bindings.frame.this_class):
            chain = self.bindings.name(name)
            if chain is None or chain.root.partition("[")[0] in _CONTAINERS:
                self._add_change("argument-mutation", None, node, _shown(node))
        elif self._is_global(name):
            self._add_change("global-state", self.bindings.name(name), node, _shown(node))

    def _is_global(self, name: str) -> bool:
        return not self.importing and name not in self.bindings.local and name in self.bindings.frame.defined

    def _change(self, target: ast.expr, node: ast.stmt) -> None:
        if isinstance(target, ast.Tuple | ast.List):
            for item in target.elts[:50]:
                self._change(item, node)
            return
        if isinstance(target, ast.Name):
            if target.id in self.bindings.globals and not self.importing:
                sure = target.id not in self.put_back
                self._add_change("global-state", None, node, _shown(node), sure=sure)
            return
        base: ast.expr = target
        while isinstance(base, ast.Attribute | ast.Subscript | ast.Starred):
            base = base.value
        if not isinstance(base, ast.Name) or isinstance(target, ast.Starred):
            return
        frame = self.bindings.frame
        name = base.id
        if name in (frame.this, frame.this_class) and name in self.bindings.parameters:
            if not self.constructing:
                self._add_change("self-state", None, node, _shown(node))
        elif name in self.bindings.parameters:
            self._add_change("argument-mutation", None, node, _shown(node))
        elif isinstance(target, ast.Subscript):
            chain = self.bindings.chain(target.value)
            if chain is not None and not chain.instance:
                self._add_change("container", chain, node, _shown(node))

    def _add_change(
        self, category: str, target: Chain | None, node: ast.expr | ast.stmt, text: str, *, sure: bool = True
    ) -> None:
        self.changes.append(Change(category, target, node.lineno, self._column(node), text, sure))


_VISITORS: dict[type, Callable[[_Collector, Any, Visit], None]] = {
    ast.Call: _Collector._call,
    ast.Raise: _Collector._raise,
    ast.Assert: _Collector._assert,
    ast.Assign: _Collector._assign,
    ast.Delete: _Collector._assign,
    ast.AugAssign: _Collector._assign_one,
    ast.AnnAssign: _Collector._assign_one,
    ast.FunctionDef: _Collector._decorated,
    ast.AsyncFunctionDef: _Collector._decorated,
    ast.ClassDef: _Collector._decorated,
    ast.With: _Collector._enter,
    ast.AsyncWith: _Collector._enter,
    ast.Return: _Collector._return,
    ast.Yield: _Collector._yield,
    ast.YieldFrom: _Collector._yield,
}


def _is_nothing(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _place(item: CallSite | RaiseSite | Change) -> tuple[int, int]:
    return item.line, item.column


def _is_again(node: ast.Raise, handler: ast.ExceptHandler) -> bool:
    if node.exc is None:
        return True
    if handler.name is None or not isinstance(node.exc, ast.Name) or node.exc.id != handler.name:
        return False
    return _given_anew(node.exc, handler) is node.exc


def _given_anew(node: ast.expr, handler: ast.ExceptHandler) -> ast.expr:
    """The value that a handler's body gives to a name before it raises it, else the name itself."""
    if isinstance(node, ast.Name) and node.id == handler.name:
        for statement in handler.body:
            if isinstance(statement, ast.Assign):
                names = [target.id for target in statement.targets if isinstance(target, ast.Name)]
                if node.id in names:
                    return statement.value
    return node


def _dotted(chain: Chain | None) -> str:
    if chain is None or chain.instance or not all(step.startswith(".") for step in chain.steps):
        return ""
    return chain.root + "".join(chain.steps)


def _bare(node: ast.expr) -> ast.expr:
    """What is raised, without ``.with_traceback(...)`` and ``.add_note(...)``."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "with_traceback":
        node = node.func.value
    return node


def _name_of(node: ast.expr) -> str:
    node = _bare(node)
    return unparsed(node.func if isinstance(node, ast.Call) else node) or ""


def _shown(node: ast.expr | ast.stmt) -> str:
    """A call or statement as one line of normalised text."""
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
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def function_body(
    node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame, lines: Sequence[str], interest: Interest
) -> Body:
    """Collect what runs when a function runs.

    Args:
        node: The function
        frame: The names around it
        lines: The lines of the file
        interest: Which calls are worth their text

    Returns:
        The calls, raises and changes of its own body

    Example:
        body = function_body(node, frame, lines, Interest())
    """
    found = visits(node.body)
    bindings = Bindings(frame, node.args, found)
    body = _Collector(bindings, lines, interest, constructing=node.name in _CONSTRUCTORS).run(found)
    nested = [visit.node for visit in found if isinstance(visit.node, ast.FunctionDef | ast.AsyncFunctionDef)]
    if not nested or not frame.scope or frame.scope.count("<locals>") >= _DEEPEST:
        return body
    inner: list[tuple[str, Body]] = []
    for item in nested:
        name = f"{frame.scope}.<locals>.{item.name}"
        found_inside = function_body(item, replace(frame, scope=name, enclosing=bindings), lines, interest)
        inner += [(name, replace(found_inside, inner=())), *found_inside.inner]
    return replace(body, inner=tuple(inner))


def assigned_attributes(node: ast.FunctionDef | ast.AsyncFunctionDef, frame: Frame) -> dict[str, Chain]:
    """Tell what a constructor's attributes hold.

    Args:
        node: The constructor
        frame: The names around it

    Returns:
        Name of an attribute that is assigned once to the chain of its value, where that is known

    Example:
        chains = assigned_attributes(node, frame)
    """
    found = visits(node.body)
    bindings = Bindings(frame, node.args, found)
    values: dict[str, list[ast.expr]] = {}
    for visit in found:
        if not isinstance(visit.node, ast.Assign):
            continue
        for target in visit.node.targets:
            if (
                isinstance(target, ast.Attribute)
                and isinstance(target.value, ast.Name)
                and target.value.id == frame.this
            ):
                values.setdefault(target.attr, []).append(visit.node.value)
    chains = {name: bindings.chain(items[0]) for name, items in values.items() if len(items) == 1}
    return {name: chain for name, chain in chains.items() if chain is not None}


def import_body(tree: ast.Module, frame: Frame, lines: Sequence[str], interest: Interest) -> Body:
    """Collect what runs when a module is imported.

    Args:
        tree: The module
        frame: Its names
        lines: The lines of the file
        interest: Which calls are worth their text

    Returns:
        The calls, raises and changes at import time

    Example:
        body = import_body(tree, frame, lines, Interest())
    """
    found = import_visits(tree)
    bindings = Bindings(frame, None, _own(found))
    return _Collector(bindings, lines, interest, importing=True).run(found)


def _own(found: Iterable[Visit]) -> list[Visit]:
    """Imports and definitions are known to the frame already; the rest binds module-level names."""
    skipped = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [visit for visit in found if not isinstance(visit.node, skipped)]


def module_variables(tree: ast.Module, frame: Frame) -> dict[str, Chain]:
    """Tell what module-level names hold.

    Args:
        tree: The module
        frame: Its names

    Returns:
        Dotted name of a variable to the chain of its value, where that is known

    Example:
        variables = module_variables(tree, frame)
    """
    kinds = (ast.Assign, ast.AnnAssign, ast.AugAssign)
    found = [Visit(node) for node in flat_statements(tree.body) if isinstance(node, kinds)]
    bindings = Bindings(frame, None, found)
    chains = {name: bindings.name(name) for name in bindings.local}
    return {f"{frame.module}.{name}": chain for name, chain in chains.items() if chain is not None}
