"""The names around a body, and annotations as types.

An annotation that is not surely a type of something known is no type. ``Optional`` and unions with ``None`` or ``str``
count as their other member.

Key Components:
    - Frame: the names around a body: those of the module, and the class of a method
    - Names: the names of the function around a nested one
    - type_of: an annotation as a type

Usage:
    from sphinx_contracts.calls.frames import Frame

    frame = Frame(module="core.train", names={"Path": "pathlib.Path"}, defined=frozenset())
"""

import ast
import builtins
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.scope import dotted

__all__ = ["Frame", "Names", "type_of"]

_DEEPEST = 12
_BUILTINS = frozenset(dir(builtins))
_WEAK = frozenset({"builtins.str", "builtins.bytes", "builtins.int", "None", "os.PathLike"})


class Names(Protocol):
    """The names of the function around a nested one.

    Responsibilities:
        - Tell which names it binds, and what they stand for

    Attributes:
        local: Every name that it binds
    """

    local: frozenset[str]  # every name that it binds

    def name(self, name: str) -> Chain | None:
        """Tell what a name stands for.

        Args:
            name: The name

        Returns:
            Its chain, None where it is unknown

        Example:
            chain = names.name("path")
        """


@fast_init
@dataclass(frozen=True, slots=True)
class Frame:
    """The names around a body."""

    module: str  # dotted name of the module
    names: Mapping[str, str]  # imported name -> dotted name
    defined: frozenset[str]  # names bound at module level
    is_package: bool = False  # True for an __init__.py
    owner: str | None = None  # qualified name of the class around a method
    this: str | None = None  # name of the first parameter of a method: "self"
    this_class: str | None = None  # name of the first parameter of a class method: "cls"
    groups: Mapping[str, tuple[ast.expr, ...]] = field(default_factory=dict)  # module variables that hold tuples
    scope: str = ""  # qualified name of the function, "" where the functions inside it do not matter
    enclosing: "Names | None" = None  # the names of the function around a nested one

    def outer(self, name: str) -> Chain | None:
        """Tell what a name stands for that the body does not bind.

        Args:
            name: The name

        Returns:
            Its chain, None where it is unknown

        Example:
            chain = frame.outer("Path")
        """
        if self.enclosing is not None and name in self.enclosing.local:
            return self.enclosing.name(name)
        if name in self.names:
            # imported and given another value: nobody knows which one it is
            return Chain(self.names[name]) if name not in self.defined else None
        if name in self.defined:
            return Chain(f"{self.module}.{name}")
        if name in _BUILTINS:
            return Chain(f"builtins.{name}")
        return None


def type_of(node: ast.expr | None, frame: Frame, depth: int = 0) -> str | None:
    """Read an annotation as a type.

    Args:
        node: The annotation
        frame: The names around it
        depth: How deep it stands in another one

    Returns:
        A dotted name, with arguments in brackets where one matters: ``builtins.list[pathlib.Path]``; None for
        anything that is not sure

    Example:
        name = type_of(argument.annotation, frame)
    """
    if node is None or depth > _DEEPEST:
        return None
    if isinstance(node, ast.Constant):
        if node.value is None:
            return "None"
        if isinstance(node.value, str) and len(node.value) < 300:
            try:
                inner = ast.parse(node.value.strip(), mode="eval").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return None
            return type_of(inner, frame, depth + 1)
        return None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _union(_alternatives(node), frame, depth)
    if isinstance(node, ast.Subscript):
        return _subscripted(node, frame, depth)
    name = dotted(node)
    if name is None:
        return None
    head, _, rest = name.partition(".")
    chain = frame.outer(head)
    if chain is None or chain.instance or chain.steps:
        return None
    return f"{chain.root}.{rest}" if rest else chain.root


def _alternatives(node: ast.expr) -> list[ast.expr]:
    found: list[ast.expr] = []
    pending = [node]
    while pending and len(found) < 50:
        item = pending.pop()
        if isinstance(item, ast.BinOp) and isinstance(item.op, ast.BitOr):
            pending += [item.right, item.left]
        else:
            found.append(item)
    return found


def _union(members: Iterable[ast.expr], frame: Frame, depth: int) -> str | None:
    types = [type_of(item, frame, depth + 1) for item in members]
    strong = [item for item in types if item not in _WEAK]
    return strong[0] if len(set(strong)) == 1 else None


def _subscripted(node: ast.Subscript, frame: Frame, depth: int) -> str | None:
    outer = type_of(node.value, frame, depth + 1)
    if outer is None:
        return None
    inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    last = outer.rpartition(".")[2]
    if last == "Optional" or (last in ("Annotated", "ClassVar", "Final", "InitVar") and inner):
        return type_of(inner[0], frame, depth + 1)
    if last == "Union":
        return _union(inner, frame, depth)
    arguments = [type_of(item, frame, depth + 1) or "?" for item in inner[:3]]
    return f"{outer}[{', '.join(arguments)}]"
