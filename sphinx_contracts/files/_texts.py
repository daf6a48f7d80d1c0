"""Texts that are data and nothing else, as they are made before they are written.

``json.dumps(data) + "\\n"`` is such a text; a page with data inside it, and a hash of data, are not.
"""

import ast

from sphinx_contracts.files._catalogue import MAKERS
from sphinx_contracts.files._local import Local

__all__ = ["maker_of"]

_MOST_STEPS = 40
_SAME = frozenset({"encode", "strip", "rstrip", "lstrip", "replace"})
_CASTS = frozenset({"builtins.str", "builtins.bytes"})


def maker_of(node: ast.expr, local: Local) -> ast.Call | None:
    """The call that makes a text of data, where the expression is that text or lines of such texts."""
    found: ast.expr | None = node
    for _ in range(_MOST_STEPS):
        if found is None or (isinstance(found, ast.Call) and local.called(found) in MAKERS):
            return found
        found = _inner(found, local)
    return None


def _inner(node: ast.expr, local: Local) -> ast.expr | None:
    """The part of an expression that is its data."""
    if isinstance(node, ast.Name):
        bound = local.bound_once(node.id)
        return bound[0] if bound is not None and bound[1] == "is" else None
    if isinstance(node, ast.Call):
        return _of_call(node, local)
    if isinstance(node, ast.BinOp):
        return _of_parts([node.left, node.right]) if isinstance(node.op, ast.Add) else None
    if isinstance(node, ast.JoinedStr):
        return _of_parts(node.values)
    if isinstance(node, ast.FormattedValue | ast.Await | ast.NamedExpr):
        return node.value
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return node.elt
    return node.body if isinstance(node, ast.IfExp) else None


def _of_parts(parts: list[ast.expr]) -> ast.expr | None:
    """The one part that is more than line ends and comments."""
    rest = [item for item in parts if not _is_around(item)]
    return rest[0] if len(rest) == 1 else None


def _is_around(node: ast.expr) -> bool:
    if not isinstance(node, ast.Constant):
        return isinstance(node, ast.Attribute) and node.attr == "linesep"
    text = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
    return isinstance(text, str) and all(map(_is_aside, text.splitlines()))


def _is_aside(line: str) -> bool:
    """A blank line, a comment above the data, or the mark of a document."""
    return not line.strip() or line.lstrip().startswith("#") or line.strip() in ("---", "...")


def _of_call(node: ast.Call, local: Local) -> ast.expr | None:
    func = node.func
    if isinstance(func, ast.Attribute):
        if func.attr in _SAME:
            return func.value
        if func.attr == "join" and len(node.args) == 1 and _is_around(func.value):
            return node.args[0]
    compressed = local.called(node).endswith(".compress")
    return node.args[0] if node.args and (compressed or local.called(node) in _CASTS) else None
