"""Callables in whose place something else may run: what a decorator makes of them, or what a subclass defines."""

from collections.abc import Callable as Function
from collections.abc import Iterable

from sphinx_contracts.analyse.hierarchy import all_classes
from sphinx_contracts.model.contract import Callable, Module

__all__ = ["is_replaced", "overridden", "replaces"]

_TRANSPARENT = frozenset(
    {"property", "staticmethod", "classmethod", "typing.override", "typing_extensions.override", "typing.final"}
    | {"functools.lru_cache", "functools.cache", "functools.cached_property", "typing.overload"}
)


def replaces(decorator: str) -> bool:
    """Tell whether a decorator may make another function of the one below it.

    Args:
        decorator: Its dotted name

    Returns:
        False where it is known to leave the function as it is

    Example:
        assert replaces("click.command")
    """
    return decorator.removeprefix("builtins.") not in _TRANSPARENT


def is_replaced(subject: Callable) -> bool:
    """What stands here may not be what runs."""
    return subject.facts.is_abstract or subject.facts.stub_body or any(map(replaces, subject.facts.decorators))


def overridden(modules: Iterable[Module], bases: Function[[str], Iterable[str]]) -> set[str]:
    """The methods in whose place that of a subclass may run.

    Args:
        modules: The modules of the project
        bases: Gives the bases of a class that the project defines

    Returns:
        Their qualified names, and those that they would have in a base that does not define them
    """
    return {
        f"{base}.{item.name}"
        for module in modules
        for owner in all_classes(module.classes)
        for item in owner.methods
        for base in bases(owner.qualname)
    }
