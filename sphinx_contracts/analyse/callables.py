"""Functions, methods and properties as contracts.

A definition is read from its syntax tree and its docstring; nothing outside its file is needed.

Key Components:
    - callable_of: one definition as a contract
    - merged: several definitions of one name as one

Usage:
    from sphinx_contracts.analyse.callables import callable_of
"""

import ast
from collections.abc import Iterable, Iterator, Sequence

from sphinx_contracts.analyse._metadata import description_in
from sphinx_contracts.analyse.comments import header_end
from sphinx_contracts.analyse.documented import inputs_of, outputs_of, raises_of, side_effects_of, warns_of
from sphinx_contracts.analyse.leftovers import leftover_inputs, other_sections
from sphinx_contracts.analyse.sections import all_examples, docstring_of, texts_of
from sphinx_contracts.analyse.unit import Unit
from sphinx_contracts.calls.bodies import function_body
from sphinx_contracts.flags import alive
from sphinx_contracts.formats import find_formats
from sphinx_contracts.model.contract import Callable, CallableFacts
from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.model.rows import Input

__all__ = ["FunctionNode", "callable_of", "merged"]

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef

_USED = frozenset(
    {
        SectionKind.INPUTS,
        SectionKind.RETURNS,
        SectionKind.YIELDS,
        SectionKind.RAISES,
        SectionKind.WARNS,
        SectionKind.SIDE_EFFECTS,
        SectionKind.GUARANTEES,
        SectionKind.PRECEDENCE,
        SectionKind.EXAMPLES,
    }
)
_PROPERTIES = frozenset({"property", "functools.cached_property", "abc.abstractproperty", "builtins.property"})
_STATIC = frozenset({"staticmethod", "builtins.staticmethod", "abc.abstractstaticmethod"})
_ACCESSORS = frozenset({"setter", "deleter"})


def callable_of(node: FunctionNode, unit: Unit, prefix: str, *, in_class: bool, protocol: bool = False) -> Callable:
    """Read a definition.

    Args:
        node: The definition
        unit: The file it stands in
        prefix: Qualified name of the module or class around it
        in_class: True for a method
        protocol: True where the class around it is a protocol

    Returns:
        The contract as this file tells it

    Side Effects:
        - Adds cut expressions and data formats to the unit

    Example:
        contract = callable_of(node, unit, "core.train", in_class=False)
    """
    decorators = tuple(filter(None, (unit.resolve(item) for item in node.decorator_list)))
    qualname = f"{prefix}.{node.name}"
    doc = docstring_of(node, unit.lines, unit.headings) if unit.is_shown(node.name) else Docstring()
    parameters = tuple(_parameters(node, unit, drop_first=in_class and not _is_static(decorators)))
    returned = unit.annotation(node.returns, f"the return annotation of {node.name}")
    inputs = inputs_of(parameters, [doc])
    facts = _facts(node, unit, decorators, returned, prefix if in_class else None, protocol)
    if doc.present:
        unit.formats += find_formats(doc, qualname)
    return Callable(
        name=node.name,
        qualname=qualname,
        line=node.lineno,
        kind=_kind(node, decorators, in_class),
        is_async=isinstance(node, ast.AsyncFunctionDef),
        signature=_signature(parameters, returned),
        summary=doc.summary,
        description=doc.description,
        inputs=inputs,
        outputs=outputs_of(doc, returned, yields=facts.yields),
        raises=raises_of([doc]),
        side_effects=side_effects_of(doc),
        guarantees=texts_of(doc, SectionKind.GUARANTEES),
        precedence=texts_of(doc, SectionKind.PRECEDENCE),
        warns=warns_of([doc]),
        examples=all_examples(doc),
        sections=(*leftover_inputs(parameters, doc), *other_sections(doc, _USED)),
        doc=doc,
        facts=facts,
    )


def _facts(
    node: FunctionNode,
    unit: Unit,
    decorators: tuple[str, ...],
    returned: str | None,
    owner: str | None,
    protocol: bool,
) -> CallableFacts:
    last_names = {name.rpartition(".")[2] for name in decorators}
    accessor = next((name for name in decorators if "." in name and name.rpartition(".")[2] in _ACCESSORS), None)
    first = next((item.arg for item in (*node.args.posonlyargs, *node.args.args)), None)
    scope = f"{owner or unit.module}.{node.name}"
    if owner is None or _is_static(decorators):
        frame = unit.frame(scope=scope)
    elif _kind(node, decorators, in_class=True) == "classmethod" or node.name == "__new__":
        frame = unit.frame(owner, this_class=first, scope=scope)
    else:
        frame = unit.frame(owner, first, scope=scope)
    body = alive(function_body(node, frame, unit.lines, unit.interest), unit.dead)
    return CallableFacts(
        home=unit.module,
        column=unit.column(node),
        header_end=header_end(node, unit.lines),
        decorators=decorators,
        is_abstract=protocol or (bool(last_names) and any(name.startswith("abstract") for name in last_names)),
        is_overload="overload" in last_names,
        is_override="override" in last_names,
        is_accessor=accessor is not None and accessor.partition(".")[0] not in unit.names,
        is_constructor=owner is not None and node.name == "__init__",
        returns_value=body.returns_value,
        yields=body.yields,
        yields_value=body.yields_value,
        stub_body=_is_stub(node),
        return_annotation=returned,
        owner=owner,
        body=body,
    )


def _is_static(decorators: tuple[str, ...]) -> bool:
    return not _STATIC.isdisjoint(decorators)


def _kind(node: FunctionNode, decorators: tuple[str, ...], in_class: bool) -> str:
    if not in_class:
        return "function"
    for name in decorators:
        if name in _PROPERTIES or name.rpartition(".")[2].endswith("property"):
            return "property"
        if name in ("classmethod", "builtins.classmethod", "abc.abstractclassmethod"):
            return "classmethod"
    if _is_static(decorators):
        return "staticmethod"
    return "classmethod" if node.name in ("__init_subclass__", "__class_getitem__") else "method"


def _parameters(node: FunctionNode, unit: Unit, *, drop_first: bool) -> Iterator[Input]:
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    padding: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    for index, (argument, default) in enumerate(zip(positional, [*padding, *arguments.defaults], strict=True)):
        if index == 0 and (drop_first or argument.arg in ("self", "cls")):
            continue
        kind = "positional-only" if index < len(arguments.posonlyargs) else "positional"
        yield _parameter(argument, kind, default, unit)
    if arguments.vararg is not None:
        yield _parameter(arguments.vararg, "var-positional", None, unit)
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _parameter(argument, "keyword-only", default, unit)
    if arguments.kwarg is not None:
        yield _parameter(arguments.kwarg, "var-keyword", None, unit)


def _parameter(argument: ast.arg, kind: str, default: ast.expr | None, unit: Unit) -> Input:
    annotation = unit.annotation(argument.annotation, f"the annotation of {argument.arg}")
    return Input(
        name=argument.arg,
        kind=kind,
        type=annotation,
        default=unit.shown(default, f"the default of {argument.arg}"),
        description=description_in(argument.annotation, default),
        annotation=annotation,
        line=argument.lineno,
        column=unit.column(argument),
    )


def _signature(parameters: Sequence[Input], returned: str | None) -> str:
    parts: list[str] = []
    last = ""
    for item in parameters:
        if last == "positional-only" and item.kind != "positional-only":
            parts.append("/")
        if item.kind == "keyword-only" and last not in ("keyword-only", "var-positional"):
            parts.append("*")
        stars = {"var-positional": "*", "var-keyword": "**"}.get(item.kind, "")
        text = f"{stars}{item.name}" + (f": {item.annotation}" if item.annotation is not None else "")
        if item.default is not None:
            text += f" = {item.default}" if item.annotation is not None else f"={item.default}"
        parts.append(text)
        last = item.kind
    if last == "positional-only":
        parts.append("/")
    return f"({', '.join(parts)})" + (f" -> {returned}" if returned is not None else "")


def _is_stub(node: FunctionNode) -> bool:
    for statement in node.body:
        if isinstance(statement, ast.Pass):
            continue
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.Raise):
            raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
            if isinstance(raised, ast.Name) and raised.id == "NotImplementedError":
                continue
        return False
    return True


def merged(found: Iterable[Callable]) -> tuple[Callable, ...]:
    """Keep one contract for each name.

    Overload stubs give way to the implementation, setters and deleters to the property, and of several other
    definitions the last one with a docstring stays.

    Args:
        found: The definitions of one scope in source order

    Returns:
        One for each name, in order of first appearance

    Example:
        methods = merged(found)
    """
    kept: dict[str, Callable] = {}
    for item in found:
        known = kept.get(item.name)
        if known is None or _beats(item, known):
            kept[item.name] = item
    return tuple(item for item in kept.values() if not item.facts.is_accessor)


def _beats(new: Callable, known: Callable) -> bool:
    if new.facts.is_accessor or new.facts.is_overload:
        return known.facts.is_accessor and not new.facts.is_accessor
    if known.facts.is_overload or known.facts.is_accessor:
        return True
    return new.doc.present or not known.doc.present
