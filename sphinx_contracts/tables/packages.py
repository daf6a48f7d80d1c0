"""What a package leads to: the modules in it, and the objects that it passes on from other modules.

A package that only re-exports would have an empty page without them.

Key Components:
    - package_tables: both as tables

Usage:
    from sphinx_contracts.tables.packages import package_tables

    blocks = list(package_tables(module, view))
"""

from collections.abc import Iterator

from sphinx_contracts.model.blocks import Ref, Row, Table
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables._cells import cell
from sphinx_contracts.tables.told import summary_cell
from sphinx_contracts.tables.view import View
from sphinx_contracts.visible import visible

__all__ = ["package_tables"]

_SUBMODULE_COLUMNS = (Label("Module"), Label("Summary"))
_EXPORT_COLUMNS = (Label("Name"), Label("Defined in"), Label("Summary"))


def package_tables(module: Module, view: View) -> Iterator[Table]:
    """Lay out what a package leads to.

    Args:
        module: The module; one that is no package may pass on objects too
        view: The project around it

    Yields:
        A table of what it re-exports and one of the modules in it, where there are any

    Example:
        blocks = list(package_tables(module, view))
    """
    exports = [_export(name, target, view) for name, target in _exports(module, view)]
    if exports:
        yield Table("exports", Label("Re-exports"), _EXPORT_COLUMNS, tuple(exports))
    inside = [
        Row(
            (cell(_ref(name.removeprefix(f"{module.name}."), name)), summary_cell(view.modules[name], view.scope(name)))
        )
        for name in view.tree.get(module.name, ())
    ]
    if inside:
        yield Table("submodules", Label("Modules in this package"), _SUBMODULE_COLUMNS, tuple(inside))


def _exports(module: Module, view: View) -> Iterator[tuple[str, str]]:
    """Names that a module passes on, with the public name of what they stand for."""
    facts = module.facts
    if facts.exported is None and not facts.is_package:
        return
    own = set(_names(module))
    listed = facts.exported if facts.exported is not None else (*sorted(facts.names), *_starred(module, view))
    for name in dict.fromkeys(listed):
        if name in own or name.startswith("_"):
            continue
        target = view.public_name(f"{module.name}.{name}")
        located = view.objects.get(target) if target is not None else None
        if target is not None and located is not None and not isinstance(located.contract, Module):
            yield name, target


def _names(module: Module) -> Iterator[str]:
    yield from (item.name for item in module.classes)
    yield from (item.name for item in module.functions)


def _starred(module: Module, view: View) -> Iterator[str]:
    for name in module.facts.stars:
        found = view.modules.get(name)
        if found is not None:
            yield from found.facts.exported or sorted(_names(found))


def _export(name: str, target: str, view: View) -> Row:
    located = view.objects[target]
    assert not isinstance(located.contract, Format)
    scope = view.scope(located.module.name)
    home = _ref(located.module.name, located.module.name)
    return Row((cell(_ref(name, target)), cell(home), summary_cell(located.contract, scope)))


def _ref(text: str, target: str) -> Ref:
    return Ref(visible(text), target, "contract:object")
