"""The fields of a class once its kind and its bases are known.

Which statements define fields depends on the kind of class: annotated names in records, assigned names in enums,
both and what the constructor assigns in other classes. Docstring sections then say what they mean.

Key Components:
    - Inherited: what the bases of a class bring
    - finished_fields: the fields as they are shown and checked

Usage:
    from sphinx_contracts.analyse.attributes import Inherited, finished_fields

    fields = finished_fields(contract, Inherited())
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sphinx_contracts.analyse.sections import entries_of
from sphinx_contracts.model.contract import Callable, Class
from sphinx_contracts.model.docstring import Entry, SectionKind
from sphinx_contracts.model.fast_init import fast_init, replace
from sphinx_contracts.model.rows import Field, FieldFacts

__all__ = ["Inherited", "finished_fields"]

_RECORDS = frozenset({"dataclass", "namedtuple", "typeddict", "model"})
_PLAIN_DEFAULT = re.compile(r"(?:None|True|False|-?\d[\d_.e-]*|\"\"|'')$")
_FIELD_MAKERS = frozenset({"attrib", "field", "ib", "Field", "Column", "mapped_column"})


@fast_init
@dataclass(frozen=True, slots=True)
class Inherited:
    """What the bases of a class bring."""

    documented: frozenset[str] = frozenset()  # attributes that a base in the project defines
    outside: bool = False  # a base is not in view, so any attribute may come from it


def finished_fields(contract: Class, inherited: Inherited) -> tuple[Field, ...]:
    """Choose the fields of a class and give them what its docstrings say.

    Args:
        contract: The class with everything that its body and constructor define
        inherited: What its bases bring

    Returns:
        The fields in source order, then those that only the docstring names

    Example:
        fields = finished_fields(contract, Inherited())
    """
    entries = {entry.name.removeprefix("self."): entry for entry in _entries(contract)}
    constructor = next((item for item in contract.methods if item.facts.is_constructor), None)
    parameters = _parameters(constructor, contract) if constructor is not None else {}
    found = [
        _finished(item, contract, entries.get(item.name), parameters, inherited)
        for item in contract.fields
        if item.facts.in_code and _belongs(item, contract.kind)
    ]
    names = {item.name for item in found}
    found += [
        _documented_only(entry, name, contract, inherited)
        for name, entry in entries.items()
        if name and name not in names and (entry in _attributes(contract) or contract.kind in _RECORDS)
    ]
    return tuple(found)


def _attributes(contract: Class) -> list[Entry]:
    return list(entries_of(contract.doc, SectionKind.ATTRIBUTES))


def _entries(contract: Class) -> Iterator[Entry]:
    """What the docstring says of fields; a record's parameters are its fields, and attributes go first."""
    if contract.kind in _RECORDS or not any(item.facts.is_constructor for item in contract.methods):
        yield from entries_of(contract.doc, SectionKind.INPUTS)
    yield from entries_of(contract.doc, SectionKind.ATTRIBUTES)


def _parameters(constructor: Callable, contract: Class) -> dict[str, str]:
    """What docstrings say of the constructor's parameters, by name; "" where they give no more than a type."""
    names = {item.name for item in constructor.inputs}
    found = {item.name: item.description for item in constructor.inputs if item.description}
    for doc in (constructor.doc, contract.doc):
        for entry in entries_of(doc, SectionKind.INPUTS):
            if entry.name in names and (entry.type is not None or entry.fields):
                found.setdefault(entry.name, entry.text)
    return found


def _belongs(item: Field, kind: str) -> bool:
    origin = item.facts.origin
    if kind in _RECORDS:
        if origin == "assigned":
            return _makes_field(item) if kind == "model" else _lacks_type(item)
        return origin == "annotated"
    if kind == "enum":
        return origin != "self" and not item.name.startswith("_")
    return True


def _makes_field(item: Field) -> bool:
    return item.facts.maker.rpartition(".")[2] in _FIELD_MAKERS


def _lacks_type(item: Field) -> bool:
    """An annotation was surely forgotten: a plain default under a field's name, or a call of ``field``."""
    if not item.name.islower():
        return False
    if item.facts.maker in ("field", "dataclasses.field"):
        return True
    if item.default is None:
        return False
    described = item.facts.documented and item.default[:1] in "\"'"
    return described or _PLAIN_DEFAULT.match(item.default) is not None


def _finished(
    item: Field, contract: Class, entry: Entry | None, parameters: dict[str, str], inherited: Inherited
) -> Field:
    described = entry.text if entry is not None else ""
    kept = item.facts.documented_parameter or item.name
    if not described:
        described = parameters.get(kept, "")
    # "graph : NetworkX graph" describes in its own way
    told = bool(described) or kept in parameters or (entry is not None and entry.type is not None)
    facts = replace(
        item.facts,
        in_docs=entry is not None,
        documented=item.facts.documented or told,
        exempt=_is_exempt(item, contract, inherited),
        doc_line=entry.line if entry is not None else 0,
    )
    return replace(
        item,
        type=item.type or (entry.type if entry is not None else None),
        description=item.description or described,
        facts=facts,
    )


def _is_exempt(item: Field, contract: Class, inherited: Inherited) -> bool:
    facts = item.facts
    if item.name.startswith("_") or item.name in inherited.documented:
        return True
    if contract.kind in _RECORDS:
        return facts.class_level
    if contract.kind == "enum":
        return facts.origin == "annotated" and item.default is None
    # a class attribute may set what a base outside the project declares
    return inherited.outside and facts.origin != "self"


def _documented_only(entry: Entry, name: str, contract: Class, inherited: Inherited) -> Field:
    known = (
        inherited.outside
        or not contract.facts.has_init
        or name in inherited.documented
        or name in contract.facts.mentioned
        or any(item.name == name for item in (*contract.methods, *contract.facts.accessors))
        or name in _nested_names(contract.classes)
    )
    return Field(
        name=name,
        type=entry.type,
        default=entry.default,
        description=entry.text,
        line=entry.line,
        facts=FieldFacts(
            in_code=False, in_docs=True, documented=True, exempt=known, column=entry.column, doc_line=entry.line
        ),
    )


def _nested_names(classes: Iterable[Class]) -> frozenset[str]:
    return frozenset(item.name for item in classes)
