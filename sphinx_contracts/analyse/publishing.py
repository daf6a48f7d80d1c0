"""What is public, and under which name.

A literal ``__all__`` decides where there is one. What a public module re-exports from a private place, in ``__all__``
or as ``import x as x``, is public under the name of that module; where several do, under the shortest name.

Key Components:
    - published: the modules of a run as a project of public modules

Usage:
    from sphinx_contracts.analyse.publishing import published
"""

from collections.abc import Iterable, Sequence

from sphinx_contracts.analyse.hierarchy import Index
from sphinx_contracts.config import Settings
from sphinx_contracts.model.contract import Callable, Class, Module, Project
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.formats import Format

__all__ = ["published"]


def published(modules: Sequence[Module], index: Index, settings: Settings) -> Project:
    """Keep what is public and show re-exports where they are public.

    Args:
        modules: The linked modules
        index: The same modules by name
        settings: The settings

    Returns:
        Public and private modules, each sorted by name

    Example:
        project = published(linked, Index(linked), settings)
    """
    visible = {
        module.name: _public_part(module, index.exported(module), settings)
        for module in modules
        if _is_public(module.name, settings)
    }
    exports = _exports(visible, index)
    shown = [_with_exports(module, exports.get(module.name, ()), index) for module in visible.values()]
    hidden = [module for module in modules if module.name not in visible]
    return Project(
        modules=tuple(sorted(shown, key=lambda module: module.name)),
        hidden=tuple(sorted(hidden, key=lambda module: module.name)),
        classes=_all_names(shown, index),
    )


def _is_public(name: str, settings: Settings) -> bool:
    return settings.private or not any(part.startswith("_") for part in name.split("."))


def _public_part(module: Module, exported: Sequence[str] | None, settings: Settings) -> Module:
    def is_public(name: str) -> bool:
        if settings.private:
            return True
        return name in exported if exported is not None else not name.startswith("_")

    classes = tuple(_public_class(item, settings) for item in module.classes if is_public(item.name))
    functions = tuple(item for item in module.functions if is_public(item.name))
    return replace(module, classes=classes, functions=functions, formats=_kept_formats(module, classes, functions))


def _kept_formats(module: Module, classes: Sequence[Class], functions: Sequence[Callable]) -> tuple[Format, ...]:
    """The formats of the module's docstring and of the objects that are shown."""
    names = {module.name, *(item.qualname for item in functions), *_names(classes)}
    return tuple(item for item in module.formats if item.object in names)


def _names(classes: Iterable[Class]) -> set[str]:
    names: set[str] = set()
    pending = list(classes)
    while pending:
        item = pending.pop()
        names |= {item.qualname, *(method.qualname for method in item.methods)}
        pending += item.classes
    return names


def _public_class(contract: Class, settings: Settings) -> Class:
    if settings.private:
        return contract
    return replace(
        contract,
        fields=tuple(item for item in contract.fields if not item.name.startswith("_")),
        methods=tuple(item for item in contract.methods if _is_public_method(item)),
        classes=tuple(_public_class(item, settings) for item in contract.classes if not item.name.startswith("_")),
    )


def _is_public_method(method: Callable) -> bool:
    name = method.name
    if name == "__post_init__":
        return method.doc.present or bool(method.raises)  # it is what constructing a record may raise
    return not name.startswith("_") or name in ("__init__", "__call__") or method.facts.is_constructor


def _exports(visible: dict[str, Module], index: Index) -> dict[str, list[tuple[str, str]]]:
    """For each public module the names that it re-exports from a private place, with where they are defined."""
    places: dict[str, list[tuple[int, str, str]]] = {}
    own = {item.qualname for module in visible.values() for item in module.classes}
    own |= {item.qualname for module in visible.values() for item in module.functions}
    for module in visible.values():
        facts = module.facts
        for name in dict.fromkeys((*(index.exported(module) or ()), *sorted(facts.reexported))):
            if name in facts.defined and name not in facts.names:
                continue
            target = index.canonical(facts.names.get(name, f"{module.name}.{name}"))
            if target not in own:
                places.setdefault(target, []).append((module.name.count("."), module.name, name))
    found: dict[str, list[tuple[str, str]]] = {}
    for target, candidates in places.items():
        _, module_name, name = min(candidates)
        found.setdefault(module_name, []).append((name, target))
    return found


def _with_exports(module: Module, exports: Sequence[tuple[str, str]], index: Index) -> Module:
    classes, functions, formats = list(module.classes), list(module.functions), list(module.formats)
    for name, target in exports:
        home, _, plain = target.rpartition(".")
        origin = index.modules.get(home)
        if origin is None:
            continue
        qualname = f"{module.name}.{name}"
        classes += [
            _moved_class(_public_class(item, _PUBLIC), qualname, name) for item in origin.classes if item.name == plain
        ]
        functions += [replace(item, name=name, qualname=qualname) for item in origin.functions if item.name == plain]
        formats += [
            replace(item, object=qualname + item.object[len(target) :])
            for item in origin.formats
            if item.object == target or item.object.startswith(f"{target}.")
        ]
    return replace(module, classes=tuple(classes), functions=tuple(functions), formats=tuple(formats))


_PUBLIC = Settings()


def _moved_class(contract: Class, qualname: str, name: str) -> Class:
    return replace(
        contract,
        name=name,
        qualname=qualname,
        methods=tuple(_moved_method(item, qualname) for item in contract.methods),
        classes=tuple(_moved_class(item, f"{qualname}.{item.name}", item.name) for item in contract.classes),
        facts=replace(
            contract.facts, accessors=tuple(_moved_method(item, qualname) for item in contract.facts.accessors)
        ),
    )


def _moved_method(method: Callable, owner: str) -> Callable:
    return replace(method, qualname=f"{owner}.{method.name}", facts=replace(method.facts, owner=owner))


def _all_names(shown: Iterable[Module], index: Index) -> dict[str, Class]:
    """Every class under the name where it is defined and under the name where it is shown."""
    found = dict(index.classes)
    for module in shown:
        pending = list(module.classes)
        while pending:
            item = pending.pop()
            found.setdefault(item.qualname, item)
            pending += item.classes
    return found
