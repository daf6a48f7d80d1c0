"""The bodies of functions and modules: what they call, raise and change, and what names hold.

A function inside a function has a body of its own, which runs where it is called.

Key Components:
    - function_body: what runs when a function runs
    - import_body: what runs when a module is imported
    - assigned_attributes: what a constructor's attributes hold
    - module_variables: what module-level names hold

Usage:
    from sphinx_contracts.calls.bodies import function_body
"""

import ast
from collections.abc import Iterable, Sequence

from sphinx_contracts.calls.bindings import Bindings
from sphinx_contracts.calls.collect import Collector, Interest
from sphinx_contracts.calls.frames import Frame
from sphinx_contracts.model.code import Body, Chain
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.scope import flat_statements
from sphinx_contracts.walk import Visit, import_visits, visits

__all__ = ["assigned_attributes", "function_body", "import_body", "module_variables"]

_DEEPEST = 5
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_CONSTRUCTORS = frozenset(
    {"__init__", "__new__", "__post_init__", "__attrs_post_init__", "__setstate__", "__set_name__"}
)


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
    body = Collector(bindings, lines, interest, constructing=node.name in _CONSTRUCTORS).run(found)
    nested = [node for node, _, _ in found if isinstance(node, _FUNCTIONS)]
    if not nested or not frame.scope or frame.scope.count("<locals>") >= _DEEPEST:
        bindings.forget()
        return body
    inner: list[tuple[str, Body]] = []
    for item in nested:
        name = f"{frame.scope}.<locals>.{item.name}"
        found_inside = function_body(item, replace(frame, scope=name, enclosing=bindings), lines, interest)
        inner += [(name, replace(found_inside, inner=())), *found_inside.inner]
    bindings.forget()
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
    bindings.forget()
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
    body = Collector(bindings, lines, interest, importing=True).run(found)
    bindings.forget()
    return body


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
    chains = {name: bindings.name(name) for name in sorted(bindings.local)}
    bindings.forget()
    return {f"{frame.module}.{name}": chain for name, chain in chains.items() if chain is not None}
