"""What the names of a body stand for, as chains from a known root.

A name that is bound to different things stands for nothing known.

Key Components:
    - Bindings: the names of one body

Usage:
    from sphinx_contracts.calls.bindings import Bindings
"""

import ast
from collections.abc import Iterable, Iterator

from sphinx_contracts.calls._bound import Bound
from sphinx_contracts.calls._chains import MOST_STEPS, agreed, stepped
from sphinx_contracts.calls.frames import Frame, type_of
from sphinx_contracts.model.code import Chain
from sphinx_contracts.walk import Visit

__all__ = ["Bindings"]

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
        - Tell what a name stands for
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
        bound = Bound(frame, self.chain, found)
        self.globals = bound.globals
        self._bound = bound.names
        self._inner = bound.inner
        self._known: dict[str, Chain | None] = {}
        self._busy: set[str] = set()
        given = dict(_parameters(arguments)) if arguments is not None else {}
        self._annotated: dict[str, ast.expr | None] = given
        stars = _stars(arguments) if arguments is not None else {}
        self._stars = stars
        self.parameters = (
            frozenset(given) - set(self._bound) - set(stars)
        )  # ``*args`` and ``**kwargs`` are made for the call
        self.local = frozenset(given) | frozenset(self._bound)

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
        while len(steps) <= MOST_STEPS:
            kind = type(node)
            if kind is ast.Name:
                break
            if isinstance(node, ast.Attribute):
                steps.append(f".{node.attr}")
                node = node.value
            elif isinstance(node, ast.Call):
                if isinstance(node.func, ast.Name) and node.func.id == "super" and self.frame.owner is not None:
                    return stepped(Chain(f"super:{self.frame.owner}", instance=True), *reversed(steps))
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
        return stepped(self._root(node), *reversed(steps)) if len(steps) <= MOST_STEPS else None

    def _root(self, node: ast.expr) -> Chain | None:
        if isinstance(node, ast.Name):
            return self.name(node.id)
        if isinstance(node, ast.Constant):
            return None if node.value is None else Chain(f"builtins.{type(node.value).__name__}", instance=True)
        if type(node) in _LITERALS:
            return Chain(_LITERALS[type(node)], instance=True)
        if isinstance(node, ast.IfExp):
            return agreed([node.body, node.orelse], self.chain)
        if isinstance(node, ast.BoolOp):
            return agreed(node.values, self.chain)
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


def _parameters(arguments: ast.arguments) -> Iterator[tuple[str, ast.expr | None]]:
    for item in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        yield item.arg, item.annotation
    for star in (arguments.vararg, arguments.kwarg):
        if star is not None:
            yield star.arg, None
