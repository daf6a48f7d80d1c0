"""Classes as contracts: kind, fields, methods and nested classes.

Kinds that come from a base class of the same project are settled later, in ``linking``.

Key Components:
    - class_of: one class as a contract

Usage:
    from sphinx_contracts.analyse.classes import class_of
"""

import ast
import builtins
import re

from sphinx_contracts.analyse._models import has_other_keys
from sphinx_contracts.analyse.callables import FunctionNode, callable_of, merged
from sphinx_contracts.analyse.comments import header_end
from sphinx_contracts.analyse.documented import inputs_of, raises_of
from sphinx_contracts.analyse.fields import body_fields, constructor_fields
from sphinx_contracts.analyse.leftovers import leftover_inputs, other_sections
from sphinx_contracts.analyse.sections import all_examples, docstring_of, entries_of, texts_of
from sphinx_contracts.analyse.unit import Unit
from sphinx_contracts.calls.bodies import assigned_attributes
from sphinx_contracts.formats import find_formats
from sphinx_contracts.model.code import Chain
from sphinx_contracts.model.contract import Callable, Class, ClassFacts
from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.rows import Field, Input
from sphinx_contracts.scope import flat_statements

__all__ = ["class_of"]

_USED = frozenset(
    {
        SectionKind.ATTRIBUTES,
        SectionKind.RESPONSIBILITIES,
        SectionKind.DATA_FLOW,
        SectionKind.GUARANTEES,
        SectionKind.EXAMPLES,
    }
)
_OF_CONSTRUCTOR = frozenset({SectionKind.INPUTS, SectionKind.RAISES})
_DEEPEST = 20
# the bare name stands for it where an excerpt leaves the import out, or a star import brings it
_DATACLASS = frozenset({"dataclass", "dataclasses.dataclass", "pydantic.dataclasses.dataclass"})
_MODEL_DECORATORS = frozenset(
    {
        *(f"attr.{name}" for name in ("s", "attrs", "attributes", "dataclass", "define", "mutable", "frozen")),
        *(f"attrs.{name}" for name in ("define", "mutable", "frozen")),
    }
)
_BASES = {
    "enum.Enum": "enum",
    "enum.IntEnum": "enum",
    "enum.StrEnum": "enum",
    "enum.Flag": "enum",
    "enum.IntFlag": "enum",
    "typing.TypedDict": "typeddict",
    "typing_extensions.TypedDict": "typeddict",
    "typing.NamedTuple": "namedtuple",
    "typing_extensions.NamedTuple": "namedtuple",
    "typing.Protocol": "protocol",
    "typing_extensions.Protocol": "protocol",
    "pydantic.BaseModel": "model",
    "pydantic.v1.BaseModel": "model",
    "pydantic.main.BaseModel": "model",
    "pydantic.RootModel": "model",
    "pydantic_settings.BaseSettings": "model",
    "sqlmodel.SQLModel": "model",
    "msgspec.Struct": "model",
}
_MADE_INIT = frozenset({"dataclass", "model", "namedtuple", "typeddict"})


def class_of(node: ast.ClassDef, unit: Unit, prefix: str, depth: int = 0) -> Class:
    """Read a class.

    Args:
        node: The class
        unit: The file it stands in
        prefix: Qualified name of the module or class around it
        depth: How many classes stand around it; what is nested too deeply is left out

    Returns:
        The contract as this file tells it

    Side Effects:
        - Adds cut expressions and data formats to the unit

    Example:
        contract = class_of(node, unit, "core.train")
    """
    qualname = f"{prefix}.{node.name}"
    doc = docstring_of(node, unit.lines, unit.headings) if unit.is_shown(node.name) else Docstring()
    if doc.present:
        unit.formats += find_formats(doc, qualname)
    bases = tuple(filter(None, (unit.annotation(item, f"a base of {node.name}") for item in node.bases)))
    base_names = tuple(unit.resolve(item) or "?" for item in node.bases)
    decorators = tuple(filter(None, (unit.resolve(item) for item in node.decorator_list)))
    kind = _kind(node, unit, base_names, decorators)
    nodes = [item for item in flat_statements(node.body) if isinstance(item, FunctionNode)]
    found = [callable_of(item, unit, qualname, in_class=True, protocol=kind == "protocol") for item in nodes]
    if kind == "class" and any(item.facts.is_abstract for item in found):
        kind = "abstract"
    methods = tuple(_with_class_docs(item, doc) for item in _constructed(merged(found), kind))
    constructed = any(item.facts.is_constructor for item in methods)
    constructor = next((item for item in reversed(nodes) if item.name == "__init__"), None)
    return Class(
        name=node.name,
        qualname=qualname,
        line=node.lineno,
        kind=kind,
        bases=bases,
        summary=doc.summary,
        description=doc.description,
        responsibilities=texts_of(doc, SectionKind.RESPONSIBILITIES),
        data_flow=texts_of(doc, SectionKind.DATA_FLOW),
        guarantees=texts_of(doc, SectionKind.GUARANTEES),
        fields=_all_fields(node, constructor, unit),
        examples=all_examples(doc),
        sections=other_sections(doc, _USED | _OF_CONSTRUCTOR if constructed else _USED),
        methods=methods,
        classes=_nested(node, unit, qualname, depth),
        doc=doc,
        facts=ClassFacts(
            home=unit.module,
            column=unit.column(node),
            header_end=header_end(node, unit.lines),
            decorators=decorators,
            bases=base_names,
            has_init=constructor is not None or kind in _MADE_INIT,
            mentioned=_mentioned(node, unit, doc),
            attributes=_attributes(constructor, unit, qualname),
            accessors=tuple(item for item in found if item.facts.is_accessor),
            has_other_keys=has_other_keys(node),
            is_partial=any(
                item.arg == "total" and isinstance(item.value, ast.Constant) and item.value.value is False
                for item in node.keywords
            ),
        ),
    )


def _with_class_docs(method: Callable, doc: Docstring) -> Callable:
    """Give a constructor what the class docstring says of parameters and exceptions."""
    post = method.name == "__post_init__"
    if not (method.facts.is_constructor or post) or not any(item.kind in _OF_CONSTRUCTOR for item in doc.sections):
        return method
    known = {item.exception for item in method.raises}
    return replace(
        method,
        inputs=inputs_of(method.inputs, [doc])
        if not any(item.description for item in method.inputs)
        else _completed(method, doc),
        raises=(*method.raises, *(item for item in raises_of([doc]) if item.exception not in known)),
        sections=(*method.sections, *(leftover_inputs(method.inputs, doc) if not post else ())),
    )


def _attributes(node: FunctionNode | None, unit: Unit, owner: str) -> dict[str, Chain]:
    if node is None or not (node.args.posonlyargs or node.args.args):
        return {}
    first = (*node.args.posonlyargs, *node.args.args)[0].arg
    return assigned_attributes(node, unit.frame(owner, first))


def _completed(method: Callable, doc: Docstring) -> tuple[Input, ...]:
    described = {item.name: item for item in inputs_of(method.inputs, [doc])}
    return tuple(item if item.description else described[item.name] for item in method.inputs)


def _mentioned(node: ast.ClassDef, unit: Unit, doc: Docstring) -> frozenset[str]:
    """The documented attributes that the class's source sets or declares somewhere."""
    names = {entry.name for entry in entries_of(doc, SectionKind.ATTRIBUTES)}
    if not names:
        return frozenset()
    start = (node.body[0].end_lineno or node.lineno) if doc.present else node.lineno
    text = "\n".join(unit.lines[start : node.end_lineno])
    written = set(re.findall(r"\b(?:self|cls)\.(\w+)|[\"'](\w+)[\"']", text))
    return frozenset(names & {name for pair in written for name in pair})


def _constructed(methods: tuple[Callable, ...], kind: str) -> tuple[Callable, ...]:
    """``__new__`` counts as the constructor where there is no ``__init__``; that of an enumeration, nobody calls."""
    if kind == "enum" or any(item.name == "__init__" for item in methods):
        return methods
    return tuple(
        replace(item, facts=replace(item.facts, is_constructor=True)) if item.name == "__new__" else item
        for item in methods
    )


def _nested(node: ast.ClassDef, unit: Unit, qualname: str, depth: int) -> tuple[Class, ...]:
    if depth >= _DEEPEST:
        return ()
    inner = [item for item in flat_statements(node.body) if isinstance(item, ast.ClassDef)]
    found = {item.name: class_of(item, unit, qualname, depth + 1) for item in inner}
    return tuple(found.values())


def _all_fields(node: ast.ClassDef, constructor: FunctionNode | None, unit: Unit) -> tuple[Field, ...]:
    found = {item.name: item for item in body_fields(node, unit)}
    if constructor is not None:
        for item in constructor_fields(constructor, unit):
            known = found.get(item.name)
            if known is None or (item.description and not known.description):
                found[item.name] = (
                    item
                    if known is None
                    else replace(known, description=item.description, facts=replace(known.facts, documented=True))
                )
    return tuple(found.values())


def _kind(node: ast.ClassDef, unit: Unit, bases: tuple[str, ...], decorators: tuple[str, ...]) -> str:
    if any(name in _DATACLASS for name in decorators):
        return "dataclass"
    if any(name in _MODEL_DECORATORS for name in decorators):
        return "model"
    for name in bases:
        if name in _BASES:
            return _BASES[name]
    if any(_is_exception(name) for name in bases):
        return "exception"
    metaclass = next((unit.resolve(item.value) for item in node.keywords if item.arg == "metaclass"), None)
    if metaclass == "abc.ABCMeta" or "abc.ABC" in bases:
        return "abstract"
    return "enum" if metaclass in ("enum.EnumMeta", "enum.EnumType") else "class"


def _is_exception(name: str) -> bool:
    last = name.removeprefix("builtins.")
    found = getattr(builtins, last, None)
    if isinstance(found, type):
        return issubclass(found, BaseException)
    return "." in name and last.rpartition(".")[2].endswith(("Error", "Exception", "Warning"))
