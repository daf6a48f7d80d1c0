"""The keys of what functions return."""

import ast
import re
from collections.abc import Iterator

from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.files._constants import Constants
from sphinx_contracts.files._local import Function
from sphinx_contracts.files._scopes import functions, local_names
from sphinx_contracts.files._shapes import Shapes
from sphinx_contracts.model.files import Shape

__all__ = ["MAKING_WORDS", "may_return_data", "returned_shapes", "tells"]

MAKING_WORDS = "dict|json|yaml|toml|serial|payload|dump"
"""Parts of the names of functions that make data."""

_TELLING = re.compile(MAKING_WORDS, re.IGNORECASE)
_WORDS = tuple(MAKING_WORDS.split("|"))
_DEFINITION = re.compile(rf"def[ \t]+\w*(?:{MAKING_WORDS})")
# what a value with known keys may be
_MAKING = (ast.Dict, ast.Call, ast.Name, ast.Attribute, ast.Await)


def may_return_data(text: str) -> bool:
    """Tell whether a source text defines a function whose name says that it makes data.

    Args:
        text: The text of the file, in lower case

    Returns:
        False where ``returned_shapes`` finds nothing unless it looks at every function

    Example:
        assert may_return_data("def to_dict(self): ...")
    """
    return any(word in text for word in _WORDS) and _DEFINITION.search(text) is not None


def returned_shapes(tree: ast.Module, frame: Frame, *, every: bool) -> dict[str, Shape]:
    """Tell the keys of what functions return.

    Args:
        tree: The module
        frame: Its names
        every: True for every function, False for those whose names say that they make data

    Returns:
        Qualified name of a function to the shape that all its return statements give, where it is known

    Example:
        shapes = returned_shapes(tree, frame, every=False)
    """
    found: dict[str, Shape] = {}
    for name, node, around in functions(tree, frame):
        if every or _TELLING.search(node.name):
            shape = _returned(node, around)
            if shape is not None and tells(shape):
                found[name] = shape
    return found


def _returned(node: Function, frame: Frame) -> Shape | None:
    returns = [item for item in _own_returns(node) if item is not None]
    if len(returns) != 1 or not isinstance(returns[0], _MAKING):
        return None
    local = local_names(node.body, frame, node.args, Constants(ast.Module([], [])))
    shape = Shapes(local).of(returns[0])
    local.bindings.forget()
    return shape


def tells(shape: Shape) -> bool:
    """It is made of keys, or of a call whose name says that it makes data."""
    if shape.kind == "call" and shape.source is not None:
        return any(_TELLING.search(step) for step in (*shape.source.steps, shape.source.root.rpartition(".")[2]))
    return shape.kind in ("object", "fields", "attributes")


def _own_returns(node: Function) -> Iterator[ast.expr | None]:
    """The values of return statements, those of functions inside left out; expressions are not looked at."""
    pending: list[ast.stmt] = list(node.body)
    while pending:
        item = pending.pop()
        if isinstance(item, ast.Return):
            yield item.value
        if isinstance(item, Function | ast.ClassDef):
            continue
        for name in ("body", "orelse", "finalbody"):
            pending += getattr(item, name, ())
        for part in (*getattr(item, "handlers", ()), *getattr(item, "cases", ())):
            pending += part.body
