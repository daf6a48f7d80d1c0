"""All modules as a project: kinds and contracts that come from base classes, re-exports, and what is public.

Each file is analysed on its own, so it can be cached and analysed anywhere; everything that depends on other files
is settled here.

Key Components:
    - link: the modules of a run as a project

Usage:
    from sphinx_contracts.analyse.linking import link
    from sphinx_contracts.config import Settings

    project = link([], Settings())
"""

from collections.abc import Callable as Function
from collections.abc import Mapping, Sequence

from sphinx_contracts.analyse.attributes import Inherited, finished_fields
from sphinx_contracts.analyse.behaviour import Survey
from sphinx_contracts.analyse.data_files import DataFiles
from sphinx_contracts.analyse.hierarchy import Bases, Index
from sphinx_contracts.analyse.publishing import published
from sphinx_contracts.analyse.rows import (
    inherited_effects,
    inherited_raises,
    module_with_behaviour,
    with_behaviour,
)
from sphinx_contracts.config import Settings
from sphinx_contracts.model.contract import Callable, Class, Module, Project
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.rows import Input
from sphinx_contracts.scope import resolved

__all__ = ["link"]

_PASSED_ON = frozenset({"enum", "exception", "typeddict", "namedtuple", "model"})
_CONSTRUCTORS = ("__init__", "__new__")


def link(modules: Sequence[Module], settings: Settings) -> Project:
    """Connect the modules of a run.

    Args:
        modules: The modules, each analysed on its own, with different names
        settings: The settings

    Returns:
        The public modules with their public objects, the private modules, and all classes by name

    Example:
        project = link(modules, settings)
    """
    index = Index(modules)
    kinds = _kinds(index)
    survey = Survey(modules, index, settings.effects)
    behaving = _with_behaviours(modules, index, survey)
    index = Index(behaving)
    linked = [replace(module, classes=_linked(module.classes, index, kinds)) for module in behaving]
    index = Index(linked)
    data_files = DataFiles(linked, index, survey.evaluator)
    for module in linked:
        index.modules[module.name] = data_files.of(module)
    return replace(published(list(index.modules.values()), index, settings), calls=survey.calls())


def _with_behaviours(modules: Sequence[Module], index: Index, survey: Survey) -> list[Module]:
    """Join what the code shows to what the docstrings say, before contracts are inherited."""
    behaviours = survey.behaviours()

    def joined(item: Callable, module: Module) -> Callable:
        def resolve(name: str) -> str:
            return index.resolve(resolved(name, module.facts.names), module)

        return with_behaviour(item, behaviours[item.qualname], survey.exceptions, resolve)

    return [
        replace(
            module_with_behaviour(module, behaviours[module.name]),
            functions=tuple(joined(item, module) for item in module.functions),
            classes=tuple(_joined_class(item, module, joined) for item in module.classes),
        )
        for module in modules
    ]


def _joined_class(item: Class, module: Module, joined: Function[[Callable, Module], Callable]) -> Class:
    return replace(
        item,
        methods=tuple(joined(method, module) for method in item.methods),
        classes=tuple(_joined_class(inner, module, joined) for inner in item.classes),
    )


def _kinds(index: Index) -> dict[str, str]:
    """The kind of every class, base classes counted."""
    return {name: _kind(contract, index.bases(contract)) for name, contract in index.classes.items()}


def _kind(contract: Class, bases: Bases) -> str:
    if contract.kind != "class":
        return contract.kind
    for base in bases.classes:
        if base.kind in _PASSED_ON:
            return base.kind
    return contract.kind


def _linked(classes: Sequence[Class], index: Index, kinds: Mapping[str, str]) -> tuple[Class, ...]:
    return tuple(_linked_class(item, index, kinds) for item in classes)


def _linked_class(contract: Class, index: Index, kinds: Mapping[str, str]) -> Class:
    bases = index.bases(contract)
    kind = kinds.get(contract.qualname, contract.kind)
    contract = replace(
        contract,
        kind=kind,
        methods=tuple(_inherited(item, bases) for item in contract.methods),
        classes=_linked(contract.classes, index, kinds),
        facts=replace(
            contract.facts,
            has_init=contract.facts.has_init or kind in ("model", "namedtuple", "typeddict"),
        ),
    )
    return replace(contract, fields=finished_fields(contract, _brought(bases)))


def _brought(bases: Bases) -> Inherited:
    names = {item.name for base in bases.classes for item in base.fields}
    names |= {item.name for base in bases.classes for item in (*base.methods, *base.facts.accessors)}
    return Inherited(frozenset(names), bool(bases.outside))


def _inherited(method: Callable, bases: Bases) -> Callable:
    """Mark a method that overrides a documented one, and give it that contract where it has none of its own."""
    for base in bases.classes:
        for other in base.methods:
            if other.name != method.name or not other.doc.present:
                continue
            if method.name in _CONSTRUCTORS and not _same_names(method, other):
                return method
            marked = replace(method, facts=replace(method.facts, is_override=True))
            return marked if method.doc.present else _filled(marked, other)
    return method


def _same_names(method: Callable, other: Callable) -> bool:
    return {item.name for item in method.inputs} <= {item.name for item in other.inputs}


def _filled(method: Callable, base: Callable) -> Callable:
    described = {item.name: item for item in base.inputs}
    return replace(
        method,
        summary=base.summary,
        description=base.description,
        inputs=tuple(_with_description(item, described.get(item.name)) for item in method.inputs),
        outputs=base.outputs
        if base.outputs and not method.outputs
        else tuple(
            replace(item, description=base.outputs[0].description, fields=base.outputs[0].fields)
            if base.outputs
            else item
            for item in method.outputs
        ),
        raises=inherited_raises(base.raises, method.raises),
        side_effects=inherited_effects(base.side_effects, method.side_effects),
        guarantees=base.guarantees,
        precedence=base.precedence,
        warns=base.warns,
        examples=base.examples,
        sections=base.sections,
        inherited_from=base.qualname,
    )


def _with_description(item: Input, base: Input | None) -> Input:
    if base is None or item.description:
        return item
    return replace(item, type=item.type or base.type, description=base.description, fields=base.fields)
