"""What a name in a module stands for, as a dotted name.

Names are resolved through the imports of the module that uses them, and followed to where the project defines them.

Key Components:
    - resolve, resolve_in: a name in a module to its dotted name
    - canonical: a dotted name followed through re-exports

Usage:
    from sphinx_contracts.rules.dotted_names import resolve

    dotted = resolve("np.ndarray", context)
"""

import builtins

from sphinx_contracts.model.contract import Module
from sphinx_contracts.rules.rule import Context

__all__ = ["canonical", "resolve", "resolve_in"]

_FURTHEST = 10  # re-exports that are followed
# written without an import in half the documentation there is
_COMMON = frozenset({"List", "Dict", "Set", "FrozenSet", "Tuple", "Optional", "Union", "Annotated", "Literal", "Any"})


def resolve(name: str, context: Context) -> str | None:
    """Find the dotted name that a name in the object's module stands for.

    Args:
        name: A name, dotted or not
        context: What surrounds the object

    Returns:
        The dotted name, that of the project's class where it is one; None when the name is unknown

    Example:
        dotted = resolve("np.ndarray", context)
    """
    return resolve_in(name, context.home, context)


def resolve_in(name: str, module: Module, context: Context) -> str | None:
    """Find the dotted name that a name in any module stands for.

    Args:
        name: A name, dotted or not
        module: The module whose source uses the name
        context: What knows the project's modules and classes

    Returns:
        The dotted name, that of the project's class where it is one; None when the name is unknown

    Example:
        dotted = resolve_in("Base", module, context)
    """
    first, dot, rest = name.partition(".")
    facts = module.facts
    target = facts.names.get(first)
    if target is None and first in facts.defined:
        target = f"{module.name}.{first}"
    if target is None and not facts.stars:
        if isinstance(getattr(builtins, first, None), type):
            target = f"builtins.{first}"
        elif first in _COMMON:
            target = f"typing.{first}"
    return None if target is None else canonical(target + dot + rest, context)


def canonical(dotted: str, context: Context) -> str:
    """Follow a dotted name through the project's re-exports.

    Args:
        dotted: A dotted name
        context: What knows the project's modules and classes

    Returns:
        The dotted name under which it is defined, as far as the project tells

    Example:
        name = canonical("core.Engine", context)
    """
    for _ in range(_FURTHEST):
        holder, rest = dotted, ""
        while holder and holder not in context.modules:
            holder, _, last = holder.rpartition(".")
            rest = f"{last}.{rest}" if rest else last
        first, dot, tail = rest.partition(".")
        if not holder or not first:
            break
        facts = context.modules[holder].facts
        further = facts.names.get(first)
        if further is None or first in facts.defined or further == f"{holder}.{first}":
            break
        dotted = further + dot + tail
    return dotted
