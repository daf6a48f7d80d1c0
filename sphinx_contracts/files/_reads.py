"""The keys that a body reads from a loaded document."""

import ast
from collections.abc import Sequence

from sphinx_contracts.files._local import Local
from sphinx_contracts.files._shapes import keyed
from sphinx_contracts.model.files import Shape

__all__ = ["keys_read"]

_DEEPEST = 20
_MOST_NAMES = 5000
_HARMLESS = frozenset(
    f"builtins.{name}" for name in ("len", "print", "str", "repr", "sorted", "isinstance", "bool", "list", "enumerate")
)
_LOOKING = frozenset({"keys", "items", "values", "copy"})


class _UnsureError(Exception):
    """Something else may change the document between its loading and the reading."""


def keys_read(call: ast.expr, local: Local) -> Shape | None:
    """The keys read from what a call loads; None where that is unsure or nothing is read."""
    try:
        found = _read(call, local, set(), 0)
    except _UnsureError:
        return None
    return found if found is not None and (found.members or found.items is not None) else None


def _read(node: ast.expr, local: Local, seen: set[str], depth: int) -> Shape | None:
    """What is read from the value of an expression, by what stands around it."""
    if depth > _DEEPEST or len(seen) > _MOST_NAMES:
        return None
    parent = local.parents.get(node)
    if isinstance(parent, ast.Await):
        return _read(parent, local, seen, depth + 1)
    if isinstance(parent, ast.Subscript) and parent.value is node:
        return _of_item(parent, local, seen, depth)
    if isinstance(parent, ast.Attribute) and parent.value is node:
        return _of_method(parent, local, seen, depth)
    if isinstance(parent, ast.For | ast.AsyncFor | ast.comprehension) and parent.iter is node:
        items = _of_name(parent.target, local, seen, depth)
        return Shape("list", items=items) if items is not None else None
    if isinstance(parent, ast.Assign) and parent.value is node and len(parent.targets) == 1:
        return _of_name(parent.targets[0], local, seen, depth)
    if isinstance(parent, ast.AnnAssign | ast.NamedExpr) and parent.value is node:
        return _of_name(parent.target, local, seen, depth)
    return None


def _of_item(node: ast.Subscript, local: Local, seen: set[str], depth: int) -> Shape | None:
    key = keyed(node)
    if not isinstance(node.ctx, ast.Load):
        # a key that the code sets itself is none of the document's
        raise _UnsureError
    if key is None:
        return None
    return Shape("object", ((key, _read(node, local, seen, depth + 1)),))


def _of_method(node: ast.Attribute, local: Local, seen: set[str], depth: int) -> Shape | None:
    call = local.parents.get(node)
    if not isinstance(call, ast.Call) or call.func is not node or node.attr in _LOOKING:
        return None
    if node.attr in ("get", "pop") and call.args:
        key = call.args[0]
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            return Shape("object", ((key.value, _read(call, local, seen, depth + 1)),))
        return None
    if node.attr in ("update", "setdefault"):
        raise _UnsureError
    return None


def _of_name(target: ast.expr, local: Local, seen: set[str], depth: int) -> Shape | None:
    """What is read through a name that is bound once."""
    if not isinstance(target, ast.Name) or target.id in seen or local.bound_once(target.id) is None:
        return None
    seen.add(target.id)
    found: list[Shape | None] = []
    for node in local.loads.get(target.id, ()):
        _check(node, local)
        found.append(_read(node, local, seen, depth + 1))
    return _merged([item for item in found if item is not None])


def _check(node: ast.Name, local: Local) -> None:
    """Refuse a document that is handed to something that might change it."""
    parent = local.parents.get(node)
    if isinstance(parent, ast.keyword):
        if parent.arg is None:
            return
        parent = local.parents.get(parent)
    if isinstance(parent, ast.Call) and local.called(parent) not in _HARMLESS:
        raise _UnsureError


def _merged(found: Sequence[Shape]) -> Shape | None:
    """What is read in several places as one."""
    alike = [item for item in found if item.kind == found[0].kind]
    if not alike:
        return None
    if alike[0].kind == "list":
        return Shape("list", items=_merged([item.items for item in alike if item.items is not None]))
    members: dict[str, list[Shape]] = {}
    for key, shape in (pair for item in alike for pair in item.members):
        members.setdefault(key, []).extend([shape] if shape is not None else [])
    return Shape("object", tuple((key, _merged(shapes)) for key, shapes in members.items()))
