"""What the page of a module is made from.

A page is laid out from its module's record and from what it asks of the project around it. As long as all of that is
the same, so is the page, and nobody has to lay it out to find that out. Whatever tables ask of a ``View`` beyond this
must be added here; a test holds the two together.

Key Components:
    - origins_of: everything that a module's page is made from

Usage:
    from sphinx_contracts.model.canonical import digest_of
    from sphinx_contracts.tables.origins import origins_of

    digest = digest_of(origins_of(view.modules["core.train"], view))
"""

from collections.abc import Iterator

from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.tables.packages import package_tables
from sphinx_contracts.tables.view import View

__all__ = ["origins_of"]


def origins_of(module: Module, view: View) -> tuple[object, ...]:
    """Collect everything that a module's page is made from, that of each object in it included.

    Args:
        module: A public module
        view: The project around it

    Returns:
        Records and plain values, the same ones for the same page

    Example:
        origins = origins_of(view.modules["core.train"], view)
    """
    members = list(_members(module))
    names = [module.name, *(item.qualname for item in members)]
    homes = sorted({module.name, *(item.facts.home for item in members)})
    connections = view.connections
    return (
        module,
        view.findings.get(module.name, ()),
        [(view.scope(home), view.path_of(home), _given(view.home(home))) for home in homes],
        [view.objects[name].module.name for name in names if name in view.objects],
        [(connections.uses.get(name), connections.used_by.get(name)) for name in names],
        connections.modules_used.get(module.name),
        connections.modules_using.get(module.name),
        [(connections.writers.get(item.name), connections.readers.get(item.name)) for item in module.formats],
        tuple(package_tables(module, view)),
    )


def _given(home: Module | None) -> frozenset[str]:
    """The objects that get their docstrings when the module is imported."""
    return home.facts.given_docs if home is not None else frozenset()


def _members(module: Module) -> Iterator[Class | Callable]:
    yield from module.functions
    pending = list(module.classes)
    while pending:
        item = pending.pop()
        yield item
        yield from item.methods
        pending += item.classes
