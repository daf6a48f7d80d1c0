"""What the variables of a module and the attributes of its classes are bound to, where that is one thing."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Bound", "Constants"]

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FURTHEST = 8


@fast_init
@dataclass(frozen=True, slots=True)
class Bound:
    """What a name is bound to, and where."""

    value: ast.expr | None  # None for a part of a value
    function: _Function | None  # the method around it

    def is_local(self, name: str) -> bool:
        """The method has a name of its own, so that in the value it is none of the module's."""
        if self.function is None:
            return False
        parts = list(ast.walk(self.function))
        names = {item.arg for item in parts if isinstance(item, ast.arg)}
        return name in names or any(
            isinstance(item, ast.Name) and item.id == name and not isinstance(item.ctx, ast.Load) for item in parts
        )


@dataclass(slots=True)
class _Place:
    """Where a statement stands."""

    node: ast.stmt
    holder: str | None  # the class around it, "" for none; None in a function that is no method
    this: str | None  # the name of a method's own object
    method: _Function | None  # the method around it


class Constants:
    """Looks at the statements of a module once, when somebody asks; expressions are left alone."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._found: dict[tuple[str, str], list[Bound]] | None = None
        self._bases: dict[str, list[str]] = {}

    def get(self, holder: str, name: str) -> Bound | None:
        """What a module variable (``holder`` is "") or an attribute of a class and its objects is bound to.

        None where that are several things, or none that is in view.
        """
        found = self._all()
        for _ in range(_FURTHEST):
            values = found.get((holder, name))
            if values is not None:
                return values[0] if len(values) == 1 else None
            bases = self._bases.get(holder, ())
            if len(bases) != 1:
                break
            holder = bases[0]
        return None

    def _all(self) -> dict[tuple[str, str], list[Bound]]:
        if self._found is None:
            self._found = {}
            for place in _places(self._tree.body):
                node = place.node
                if isinstance(node, ast.ClassDef):
                    names = [base.id for base in node.bases if isinstance(base, ast.Name)]
                    self._bases.setdefault(node.name, []).extend(names)
                for target, value in _assigned(node) if place.holder is not None else ():
                    name = _own_name(target, place.this)
                    if name is not None:
                        values = self._found.setdefault((place.holder or "", name), [])
                        if not isinstance(node, ast.AnnAssign) or value is not None:
                            # an annotation alone declares the name and binds nothing
                            values.append(Bound(value, place.method))
        return self._found


def _own_name(target: ast.expr, this: str | None) -> str | None:
    """The name that a target binds in its class or module; what a method binds is an attribute of its object."""
    if this is None:
        return target.id if isinstance(target, ast.Name) else None
    if not isinstance(target, ast.Attribute) or not isinstance(target.value, ast.Name):
        return None
    return target.attr if target.value.id == this else None


def _assigned(node: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """What a statement binds, and to what; None for a part of a value."""
    if isinstance(node, ast.AnnAssign):
        yield node.target, node.value
    elif isinstance(node, ast.AugAssign):
        yield node.target, None
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple | ast.List):
                yield from ((item, None) for item in target.elts)
            else:
                yield target, node.value


def _places(body: Iterable[ast.stmt]) -> Iterator[_Place]:
    """Every statement and where it stands."""
    pending = [_Place(item, "", None, None) for item in body]
    while pending:
        place = pending.pop()
        yield place
        node, holder, this, method = place.node, place.holder, place.this, place.method
        if isinstance(node, ast.ClassDef):
            holder, this, method = node.name, None, None
        elif isinstance(node, _Function) and this is None:
            first = next((item.arg for item in (*node.args.posonlyargs, *node.args.args)), "")
            holder, this, method = (holder, first, node) if holder else (None, None, None)
        inner = [item for name in ("body", "orelse", "finalbody") for item in getattr(node, name, ())]
        for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
            inner += part.body
        pending += [_Place(item, holder, this, method) for item in inner]
