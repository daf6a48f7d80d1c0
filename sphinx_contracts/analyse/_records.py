"""The fields of records: of dataclasses, typed dictionaries, named tuples and models, as written data has them."""

import re

from sphinx_contracts.analyse.hierarchy import Index
from sphinx_contracts.model.contract import Class
from sphinx_contracts.model.rows import Field

__all__ = ["attributes_of_class", "dumped_fields", "fields_of_class", "optional_keys"]

_RECORDS = frozenset({"dataclass", "typeddict", "model", "namedtuple"})
_REQUIRED = re.compile(r"(?:\w+\.)*Required\[")
_OWN_ATTRIBUTE = re.compile(r"\bself\.(\w+)")


def fields_of_class(contract: Class, index: Index) -> tuple[Field, ...] | None:
    """The fields of a record, those of its bases first; None where they are not all known."""
    if contract.kind not in _RECORDS:
        return None
    bases = index.bases(contract)
    if bases.outside:
        return None
    found: dict[str, Field] = {}
    for item in (*reversed(bases.classes), contract):
        if item.kind in _RECORDS:
            found.update({field.name: field for field in item.fields if _is_field(field, contract.kind)})
    return tuple(found.values())


def _is_field(item: Field, kind: str) -> bool:
    facts = item.facts
    if kind == "model" and item.name.startswith("_"):
        # a private attribute is never written
        return False
    return facts.in_code and facts.annotated and not facts.class_level and facts.origin == "annotated"


def optional_keys(contract: Class, index: Index) -> frozenset[str]:
    """The keys that a typed dictionary may lack because a class says ``total=False``."""
    found: set[str] = set()
    for item in (*reversed(index.bases(contract).classes), contract):
        for field in item.fields:
            found.discard(field.name)
            if item.facts.is_partial and not _REQUIRED.match(field.type or ""):
                found.add(field.name)
    return frozenset(found)


def dumped_fields(contract: Class, index: Index) -> tuple[Field, ...] | None:
    """The fields that ``asdict``, ``model_dump`` and the like write of a record; None where they write others too."""
    fields = fields_of_class(contract, index)
    if fields is None or contract.kind != "model":
        return fields
    return None if any(item.facts.has_other_keys for item in (contract, *index.bases(contract).classes)) else fields


def attributes_of_class(contract: Class, index: Index) -> tuple[Field, ...] | None:
    """The fields that ``vars`` gives of a record; None where its methods may set other attributes."""
    fields = fields_of_class(contract, index)
    if fields is None:
        return None
    names = {item.name for item in fields}
    for method in (method for item in (contract, *index.bases(contract).classes) for method in item.methods):
        changes = (item.text.partition("=")[0] for item in method.facts.body.changes if item.category == "self-state")
        assigned = {name for text in changes for name in _OWN_ATTRIBUTE.findall(text)}
        if (
            not assigned <= names
            or method.name == "__post_init__"
            or "functools.cached_property" in method.facts.decorators
        ):
            return None
    return fields
