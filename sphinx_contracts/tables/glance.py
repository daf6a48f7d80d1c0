"""What a whole module does and raises, at a glance: which of its callables write files, which raise what.

The index filters modules by the same effects and exceptions.

Key Components:
    - Actor: a callable, or the import of the module, with one effect or exception
    - effects_of, exceptions_of: the actors of a module by category and by exception
    - glance_tables: both as tables

Usage:
    from sphinx_contracts.tables.glance import effects_of

    writers = effects_of(project.modules[0]).get("file-write", [])
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_contracts.analyse.hierarchy import all_classes
from sphinx_contracts.model.blocks import Cell, Paragraph, Ref, Row, Span, Table, Text
from sphinx_contracts.model.contract import Callable, Module
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.label import Label
from sphinx_contracts.model.rows import EffectCategory, Raise
from sphinx_contracts.tables._cells import badge, cell, code, is_promise, is_undocumented
from sphinx_contracts.visible import visible

__all__ = ["Actor", "callables_of", "effects_of", "exceptions_of", "glance_tables"]

_MOST = 40  # the others stand below like these; nobody reads so long a line
_ORDER = {category.value: position for position, category in enumerate(EffectCategory)}


@fast_init
@dataclass(frozen=True, slots=True)
class Actor:
    """A callable, or the import of the module, with one effect or exception."""

    name: str  # qualified name; the module's own for its import
    is_documented: bool = True  # False where the documentation should say so and does not


def callables_of(module: Module) -> Iterator[Callable]:
    """Go through everything of a module that can be called.

    Args:
        module: The module

    Yields:
        Its functions, then the methods of its classes

    Example:
        names = [item.qualname for item in callables_of(module)]
    """
    yield from module.functions
    for contract in all_classes(module.classes):
        yield from contract.methods


def effects_of(module: Module) -> dict[str, list[Actor]]:
    """Find what a module does to the world.

    Args:
        module: The module

    Returns:
        Effect category, in the order of the categories, to those that have it, each once

    Example:
        writers = effects_of(module).get("file-write", [])
    """
    found: dict[str, dict[str, bool]] = {}
    for name, effects in (
        (module.name, module.side_effects),
        *((c.qualname, c.side_effects) for c in callables_of(module)),
    ):
        for item in effects:
            if not is_promise(item):
                actors = found.setdefault(item.category, {})
                actors[name] = actors.get(name, True) and not is_undocumented(item)
    return {
        category: [Actor(name, known) for name, known in found[category].items()]
        for category in sorted(found, key=lambda item: (_ORDER.get(item, len(_ORDER)), item))
    }


def exceptions_of(module: Module) -> dict[str, list[Actor]]:
    """Find what the callables of a module raise.

    Args:
        module: The module

    Returns:
        Plain name of an exception, in alphabetical order, to the callables that raise it, each once

    Example:
        raisers = exceptions_of(module).get("ValueError", [])
    """
    found: dict[str, dict[str, bool]] = {}
    for item in callables_of(module):
        for name, known in _raised(item.raises):
            actors = found.setdefault(name, {})
            actors[item.qualname] = actors.get(item.qualname, True) and known
    return {name: [Actor(*pair) for pair in found[name].items()] for name in sorted(found)}


def _raised(raises: Iterable[Raise]) -> Iterator[tuple[str, bool]]:
    for item in raises:
        name = (item.name or item.exception).rpartition(".")[2].strip("`* ")
        if name.isidentifier():
            yield name, item.documented or item.origin == "propagated"


def glance_tables(module: Module) -> Iterator[Table]:
    """Lay out what a module does and raises, each with links to the callables.

    Args:
        module: The module

    Yields:
        A table of effects and one of exceptions, where there are any

    Example:
        blocks = list(glance_tables(module))
    """
    effects = effects_of(module)
    if effects:
        rows = [
            Row((cell(badge(category, f"effect-{category}")), _names(actors, module)))
            for category, actors in effects.items()
        ]
        yield Table("effects-glance", Label("Effects at a glance"), (Label("Category"), Label("Where")), tuple(rows))
    exceptions = exceptions_of(module)
    if exceptions:
        rows = [Row((cell(code(name)), _names(actors, module))) for name, actors in exceptions.items()]
        yield Table(
            "raises-glance", Label("Exceptions at a glance"), (Label("Exception"), Label("Raised by")), tuple(rows)
        )


def _names(actors: Sequence[Actor], module: Module) -> Cell:
    """What is documented in one line, all that is not in another one."""
    known = [actor for actor in actors if actor.is_documented]
    other = [actor for actor in actors if not actor.is_documented]
    lines = [
        Paragraph((*label, *_listed(some, module)))
        for label, some in (((), known), ((badge(Label("undocumented"), "undocumented"), Text(" ")), other))
        if some
    ]
    return Cell(tuple(lines))


def _listed(actors: Sequence[Actor], module: Module) -> Iterator[Span]:
    for index, actor in enumerate(actors[:_MOST]):
        if index:
            yield Text(", ")
        if actor.name == module.name:
            yield Text(Label("import of the module"))
        else:
            shown = actor.name.removeprefix(f"{module.name}.")
            yield Ref(visible(f"{shown}()"), actor.name, "contract:object")
    if len(actors) > _MOST:
        yield Text(" ")
        yield Text(Label("and {number} more", number=len(actors) - _MOST))
