"""The functions of a source file with the names around them."""

import ast
from collections.abc import Iterable, Iterator

from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.files._constants import Constants
from sphinx_contracts.files._local import Function, Local
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.scope import flat_statements
from sphinx_contracts.walk import visits

__all__ = ["functions", "local_names"]

_Scope = tuple[str, Function, Frame]  # qualified name, definition, names around it


def functions(tree: ast.Module, frame: Frame) -> Iterator[_Scope]:
    """Every function and method; those inside functions belong to the function around them."""
    pending: list[tuple[str, ast.stmt, Frame]] = [(frame.module, item, frame) for item in flat_statements(tree.body)]
    while pending:
        prefix, node, around = pending.pop()
        name = f"{prefix}.{getattr(node, 'name', '')}"
        if isinstance(node, ast.ClassDef):
            inner = replace(frame, owner=name)
            pending += [(name, item, inner) for item in flat_statements(node.body)]
        elif isinstance(node, Function):
            yield name, node, around if around.owner is None else _as_method(node, around)


def _as_method(node: Function, frame: Frame) -> Frame:
    names = {item.id for item in node.decorator_list if isinstance(item, ast.Name)}
    first = next((item.arg for item in (*node.args.posonlyargs, *node.args.args)), None)
    if "staticmethod" in names:
        return replace(frame, owner=None)
    return replace(frame, this_class=first) if "classmethod" in names else replace(frame, this=first)


def local_names(body: Iterable[ast.stmt], frame: Frame, arguments: ast.arguments | None, constants: Constants) -> Local:
    body = list(body)
    found = visits(body)
    if arguments is None:
        # imports and definitions of a module are known to its frame already
        skipped = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        found = [visit for visit in found if not isinstance(visit.node, skipped)]
    return Local(body, Bindings(frame, arguments, found), constants)
