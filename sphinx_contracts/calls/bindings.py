"""What the names of a body stand for, as chains from a known root.

A name that is bound to different things stands for nothing known.

Key Components:
    - Bindings: the names of one body

Usage:
    from sphinx_contracts.calls.bindings import Bindings
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from sphinx_contracts.calls.frames import Frame, type_of
from sphinx_contracts.model.code import Chain
from sphinx_contracts.scope import imported_names
from sphinx_contracts.walk import Visit

__all__ = ["Bindings"]

_MOST_STEPS = 12
_DEEPEST = 12
_SEEN_THROUGH = (ast.Await, ast.Starred, ast.NamedExpr)
_LITERALS: dict[type, str] = {
    ast.JoinedStr: "builtins.str",
    ast.List: "builtins.list",
    ast.ListComp: "builtins.list",
    ast.Dict: "builtins.dict",
    ast.DictComp: "builtins.dict",
    ast.Set: "builtins.set",
    ast.SetComp: "builtins.set",
    ast.Tuple: "builtins.tuple",
}


class Bindings:
    """The names that one body binds, and what its expressions stand for.

    Responsibilities:
        - Collect every binding of every name
        - Turn expressions into chains

    Attributes:
        frame: The names around the body
        parameters: The names of the parameters that the body never binds again
        local: Every name that the body binds
        globals: The names that the body declares global

    Example:
        bindings = Bindings(frame, function.args, visits(function.body))
    """

    def __init__(self, frame: Frame, arguments: ast.arguments | None, found: Iterable[Visit]) -> None:
        """Collect the bindings.

        Args:
            frame: The names around the body
            arguments: The parameters of the function, None for a module
            found: The nodes of the body
        """
        self.frame = frame
        self.globals: set[str] = set()
        self._bound: dict[str, list[Callable[[], Chain | None]]] = {}
        self._inner: dict[str, list[Callable[[], Chain | None]]] = {}  # names of comprehensions, which end with them
        self._known: dict[str, Chain | None] = {}
        self._busy: set[str] = set()
        given = dict(_parameters(arguments)) if arguments is not None else {}
        self._annotated: dict[str, ast.expr | None] = given
        for node, _, _ in found:
            binder = _BINDERS.get(type(node))
            if binder is not None:
                binder(self, node)
        for name in self.globals:
            self._bound.pop(name, None)
        stars = _stars(arguments) if arguments is not None else {}
        self._stars = stars
        self.parameters = (
            frozenset(given) - set(self._bound) - set(stars)
        )  # ``*args`` and ``**kwargs`` are made for the call
        self.local = frozenset(given) | frozenset(self._bound)

    def _bind(self, name: str, value: Callable[[], Chain | None]) -> None:
        self._bound.setdefault(name, []).append(value)

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
            self._inner.setdefault(node.target.id, []).append(lambda: _stepped(self.chain(value), "[*]"))

    def _enter(self, node: ast.withitem) -> None:
        if node.optional_vars is not None:
            self._target(node.optional_vars, node.context_expr, ("with",))

    def _handle(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._caught(node.name, node.type)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        for name, origin in imported_names(node, self.frame.module, self.frame.is_package):
            self._bind(name, partial(Chain, origin))

    def _define(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        if self.frame.scope and not node.decorator_list:
            self._bind(node.name, partial(Chain, f"{self.frame.scope}.<locals>.{node.name}"))
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
            self._bind(target.id, lambda: _stepped(self.chain(value), *steps))
        else:
            self._unknown(target)

    def _annotation(self, name: str, annotation: ast.expr, value: ast.expr | None) -> None:
        def declared() -> Chain | None:
            found = type_of(annotation, self.frame)
            return (
                Chain(found, instance=True) if found is not None else self.chain(value) if value is not None else None
            )

        self._bind(name, declared)

    def _caught(self, name: str, node: ast.expr | None) -> None:
        def instance() -> Chain | None:
            chain = self.chain(node) if node is not None else None
            return None if chain is None or isinstance(node, ast.Tuple) else _stepped(chain, "()")

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

    def chain(self, node: ast.expr) -> Chain | None:
        """Turn an expression into a chain.

        Args:
            node: The expression

        Returns:
            The chain, None where the expression does not start at anything known

        Example:
            chain = bindings.chain(call.func)
        """
        steps: list[str] = []
        while len(steps) <= _MOST_STEPS:
            kind = type(node)
            if kind is ast.Name:
                break
            if isinstance(node, ast.Attribute):
                steps.append(f".{node.attr}")
                node = node.value
            elif isinstance(node, ast.Call):
                if isinstance(node.func, ast.Name) and node.func.id == "super" and self.frame.owner is not None:
                    return _stepped(Chain(f"super:{self.frame.owner}", instance=True), *reversed(steps))
                steps.append("()")
                node = node.func
            elif isinstance(node, ast.Subscript):
                steps.append("[]")
                node = node.value
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                steps.append("/")
                node = node.left
            elif isinstance(node, _SEEN_THROUGH):
                node = node.value
            else:
                break
        return _stepped(self._root(node), *reversed(steps)) if len(steps) <= _MOST_STEPS else None

    def _root(self, node: ast.expr) -> Chain | None:
        if isinstance(node, ast.Name):
            return self.name(node.id)
        if isinstance(node, ast.Constant):
            return None if node.value is None else Chain(f"builtins.{type(node.value).__name__}", instance=True)
        if type(node) in _LITERALS:
            return Chain(_LITERALS[type(node)], instance=True)
        if isinstance(node, ast.IfExp):
            return _agreed([node.body, node.orelse], self.chain)
        if isinstance(node, ast.BoolOp):
            return _agreed(node.values, self.chain)
        return None

    def name(self, name: str) -> Chain | None:
        """Tell what a name stands for.

        Args:
            name: The name

        Returns:
            Its chain, None where it is unknown or bound to different things

        Example:
            chain = bindings.name("path")
        """
        if name in self._known:
            return self._known[name]
        if name in self._busy or len(self._busy) > _DEEPEST:
            return None
        self._busy.add(name)
        found = self._settled(name)
        self._busy.discard(name)
        if not self._busy:
            self._known[name] = found
        return found

    def forget(self) -> None:
        """Let go of the tree: bindings refer to themselves, so a file's tree would outlive its analysis.

        Side Effects:
            - Clears what is bound; nothing can be looked up afterwards

        Example:
            bindings.forget()
        """
        self._bound.clear()
        self._inner.clear()
        self._annotated.clear()

    def _star(self, name: str) -> Chain:
        shape, annotation = self._stars[name]
        return Chain(shape.format(type_of(annotation, self.frame) or "?"), instance=True)

    def _settled(self, name: str) -> Chain | None:
        makers = self._bound.get(name)
        if not makers and name not in self._annotated and self.frame.outer(name) is None:
            makers = self._inner.get(name)
        if makers:
            if len(makers) > 20:
                return None
            chains = [maker() for maker in makers]
            return chains[0] if all(chain == chains[0] for chain in chains) else None
        if name in self._stars:
            return self._star(name)
        if name in self._annotated:
            if name == self.frame.this and self.frame.owner is not None:
                return Chain(self.frame.owner, instance=True)
            if name == self.frame.this_class and self.frame.owner is not None:
                return Chain(self.frame.owner)
            declared = type_of(self._annotated[name], self.frame)
            return Chain(declared, instance=True) if declared is not None else None
        return self.frame.outer(name)


def _stars(arguments: ast.arguments) -> dict[str, tuple[str, ast.expr | None]]:
    """``*args`` is a tuple and ``**kwargs`` a dictionary of what is annotated."""
    found: dict[str, tuple[str, ast.expr | None]] = {}
    if arguments.vararg is not None:
        found[arguments.vararg.arg] = "builtins.tuple[{}]", arguments.vararg.annotation
    if arguments.kwarg is not None:
        found[arguments.kwarg.arg] = "builtins.dict[builtins.str, {}]", arguments.kwarg.annotation
    return found


_BINDERS: dict[type, Callable[[Bindings, Any], None]] = {
    ast.Assign: Bindings._assign,
    ast.AnnAssign: Bindings._assign_annotated,
    ast.NamedExpr: Bindings._assign_inside,
    ast.AugAssign: Bindings._assign_more,
    ast.For: Bindings._loop,
    ast.AsyncFor: Bindings._loop,
    ast.comprehension: Bindings._loop_inside,
    ast.withitem: Bindings._enter,
    ast.ExceptHandler: Bindings._handle,
    ast.Import: Bindings._import,
    ast.ImportFrom: Bindings._import,
    ast.FunctionDef: Bindings._define,
    ast.AsyncFunctionDef: Bindings._define,
    ast.ClassDef: Bindings._define_class,
    ast.Global: Bindings._declare,
    ast.MatchAs: Bindings._capture,
    ast.MatchStar: Bindings._capture,
}


def _nothing() -> None:
    return None


def _parameters(arguments: ast.arguments) -> Iterator[tuple[str, ast.expr | None]]:
    for item in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        yield item.arg, item.annotation
    for star in (arguments.vararg, arguments.kwarg):
        if star is not None:
            yield star.arg, None


def _stepped(chain: Chain | None, *steps: str) -> Chain | None:
    if chain is None or not steps:
        return chain
    if len(chain.steps) + len(steps) > _MOST_STEPS:
        return None
    return Chain(chain.root, chain.instance, chain.steps + steps)


def _agreed(nodes: Iterable[ast.expr], chain_of: Callable[[ast.expr], Chain | None]) -> Chain | None:
    """The chain on which all alternatives but ``None`` agree."""
    chains = [chain_of(node) for node in nodes if not (isinstance(node, ast.Constant) and node.value is None)]
    return chains[0] if chains and all(_made(chain) == _made(chains[0]) for chain in chains) else None


def _made(chain: Chain | None) -> Chain | None:
    """A value that is made by calling a class is a value of that class."""
    if chain is None or chain.instance or not chain.steps or chain.steps[-1] != "()":
        return chain
    name = chain.root + "".join(chain.steps[:-1])
    is_class = name.rpartition(".")[2][:1].isupper() and all(step.startswith(".") for step in chain.steps[:-1])
    return Chain(name, instance=True) if is_class else chain
