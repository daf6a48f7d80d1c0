"""Fields of a class: what its body and its constructor define, and what comments and strings say of them.

A comment above documents a field only when exactly one field follows it before a blank line or the next comment,
and it is no bare label of one or two words; otherwise it heads a group.

Key Components:
    - body_fields: what the class body defines
    - constructor_fields: what ``__init__`` assigns to ``self``

Usage:
    from sphinx_contracts.analyse.fields import body_fields
"""

import ast
import inspect
from collections.abc import Sequence

from sphinx_contracts.analyse._above import Above, Definition
from sphinx_contracts.analyse._metadata import description_in
from sphinx_contracts.analyse.comments import trailing_comment
from sphinx_contracts.analyse.unit import Unit
from sphinx_contracts.model.rows import Field, FieldFacts
from sphinx_contracts.scope import dotted, flat_statements

__all__ = ["body_fields", "constructor_fields"]

_ASSIGNING = (ast.AnnAssign, ast.Assign)
_TELLING = (*_ASSIGNING, ast.Expr)
_NO_FIELDS = frozenset({"__slots__", "model_config", "__match_args__", "__tablename__"})
# what stands around the default of a field in dataclasses, attrs and pydantic
_FIELD_CALLS = frozenset({"field", "Field", "ib", "attrib"})
_NOT_DATA = frozenset(
    {"property", "staticmethod", "classmethod", "functools.partialmethod", "functools.cached_property"}
)


def body_fields(node: ast.ClassDef, unit: Unit) -> tuple[Field, ...]:
    """Read the fields that a class body defines.

    Args:
        node: The class
        unit: The file it stands in

    Returns:
        The fields in source order, one for each name; what kind of class it is does not matter here

    Side Effects:
        - Adds cut expressions to the unit

    Example:
        fields = body_fields(node, unit)
    """
    statements = [item for item in flat_statements(node.body) if isinstance(item, _TELLING)]
    if not any(isinstance(item, _ASSIGNING) for item in statements):
        return ()
    defined = {item.name for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)}
    definitions = [_body_definition(item, unit, defined) for item in statements]
    return _fields(statements, definitions, unit, node.lineno)


def _body_definition(node: ast.stmt, unit: Unit, methods: set[str]) -> Definition | None:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return Definition(node, ((node.target.id, node.target),), node.annotation, node.value, "annotated")
    if isinstance(node, ast.Assign):
        if isinstance(node.value, ast.Name) and node.value.id in methods:
            return None  # another name for a method
        if isinstance(node.value, ast.Call) and unit.resolve(node.value) in _NOT_DATA:
            return None
        targets = tuple(
            (item.id, item) for target in node.targets for item in _flat(target) if isinstance(item, ast.Name)
        )
        return Definition(node, targets, _type_argument(node.value), node.value, "assigned") if targets else None
    return None


def _type_argument(value: ast.expr) -> ast.expr | None:
    """The type of an attrs field as classes without annotations give it: ``attr.ib(type=int)``."""
    if not isinstance(value, ast.Call) or _maker(value).rpartition(".")[2] not in ("ib", "attrib"):
        return None
    return next((item.value for item in value.keywords if item.arg == "type"), None)


def _flat(target: ast.expr) -> list[ast.expr]:
    if isinstance(target, ast.Tuple | ast.List):
        return [item.value if isinstance(item, ast.Starred) else item for item in target.elts]
    return [target]


def constructor_fields(node: ast.FunctionDef | ast.AsyncFunctionDef, unit: Unit) -> tuple[Field, ...]:
    """Read the attributes that a constructor assigns.

    Args:
        node: The ``__init__`` method
        unit: The file it stands in

    Returns:
        The attributes in source order, with the annotation of the parameter that they are assigned from

    Side Effects:
        - Adds cut expressions to the unit

    Example:
        fields = constructor_fields(node, unit)
    """
    positional = [*node.args.posonlyargs, *node.args.args]
    if not positional:
        return ()
    this = positional[0].arg
    parameters = {item.arg: item.annotation for item in (*positional[1:], *node.args.kwonlyargs)}
    statements: list[ast.stmt] = []
    definitions: list[Definition | None] = []
    for item in flat_statements(node.body):
        if isinstance(item, _TELLING):
            statements.append(item)
            definitions.append(_constructor_definition(item, this, parameters))
    return _fields(statements, definitions, unit, node.lineno, parameters=frozenset(parameters))


def _constructor_definition(node: ast.stmt, this: str, parameters: dict[str, ast.expr | None]) -> Definition | None:
    if isinstance(node, ast.AnnAssign):
        targets: list[ast.expr] = [node.target]
        annotation, value = node.annotation, node.value
    elif isinstance(node, ast.Assign):
        targets = [item for target in node.targets for item in _flat(target)]
        annotation, value = None, node.value
    else:
        return None
    named = tuple(
        (item.attr, item)
        for item in targets
        if isinstance(item, ast.Attribute) and isinstance(item.value, ast.Name) and item.value.id == this
    )
    if not named:
        return None
    if annotation is None and isinstance(value, ast.Name) and len(named) == len(targets):
        annotation = parameters.get(value.id)
    return Definition(node, named, annotation, value, "self")


def _fields(
    statements: Sequence[ast.stmt],
    definitions: Sequence[Definition | None],
    unit: Unit,
    start: int,
    parameters: frozenset[str] = frozenset(),
) -> tuple[Field, ...]:
    above = Above(statements, definitions, unit.lines, start)
    found: dict[str, Field] = {}
    for index, definition in enumerate(definitions):
        if definition is None:
            continue
        words, group = above.of(index)
        text = trailing_comment(definition.node, unit.lines) or _string_after(statements, index)
        text = text or description_in(definition.annotation, definition.value) or words
        for name, target in definition.targets:
            known = found.get(name)
            if name in _NO_FIELDS or (name.startswith("__") and name.endswith("__")):
                continue
            if known is not None:
                if text and not known.description:
                    found[name] = _described(known, text)
                continue
            found[name] = _field(name, target, definition, unit, text, group, parameters)
    return tuple(found.values())


def _described(known: Field, text: str) -> Field:
    facts = known.facts
    return Field(
        known.name,
        known.type,
        known.default,
        text,
        known.group,
        known.line,
        FieldFacts(
            documented=True,
            annotated=facts.annotated,
            column=facts.column,
            end_line=facts.end_line,
            origin=facts.origin,
            class_level=facts.class_level,
            maker=facts.maker,
            documented_parameter=facts.documented_parameter,
        ),
    )


def _field(
    name: str,
    target: ast.expr,
    definition: Definition,
    unit: Unit,
    text: str,
    group: str | None,
    parameters: frozenset[str],
) -> Field:
    type_ = unit.annotation(definition.annotation, f"the annotation of {name}")
    default = None if definition.origin == "self" else _default(definition.value, unit, f"the value of {name}")
    return Field(
        name=name,
        type=type_,
        default=default,
        description=text,
        group=group,
        line=target.lineno,
        facts=FieldFacts(
            documented=bool(text),
            annotated=definition.annotation is not None,
            column=unit.column(target),
            end_line=definition.node.end_lineno or target.lineno,
            origin=definition.origin,
            class_level=_is_class_level(definition, unit),
            maker=_maker(definition.value),
            documented_parameter=_parameter_of(name, definition.value, parameters),
        ),
    )


def _maker(value: ast.expr | None) -> str:
    return (dotted(value.func) or "") if isinstance(value, ast.Call) else ""


def _default(value: ast.expr | None, unit: Unit, what: str) -> str | None:
    """The default itself, where ``field(default=…)`` and its kin stand around it."""
    if not isinstance(value, ast.Call) or (dotted(value.func) or "").rpartition(".")[2] not in _FIELD_CALLS:
        return unit.shown(value, what)
    for keyword in value.keywords:
        if keyword.arg == "default":
            return unit.shown(keyword.value, what)
        if keyword.arg in ("default_factory", "factory", "insert_default"):
            made = unit.shown(keyword.value, what)
            return f"{made}()" if made is not None and made.replace(".", "_").isidentifier() else made
    first = value.args[0] if value.args else None
    is_default = first is not None and not (isinstance(first, ast.Constant) and first.value is ...)
    return unit.shown(first, what) if is_default else None


def _is_class_level(definition: Definition, unit: Unit) -> bool:
    if definition.annotation is None:
        return False
    name = unit.resolve(definition.annotation)
    if name is None and isinstance(definition.annotation, ast.Constant):
        name = str(definition.annotation.value).partition("[")[0]
    return name is not None and name.rpartition(".")[2] in ("ClassVar", "InitVar", "KW_ONLY")


def _parameter_of(name: str, value: ast.expr | None, parameters: frozenset[str]) -> str | None:
    """The constructor parameter that an attribute keeps: assigned as it is, or converted under the same name."""
    if value is None or not parameters:
        return None
    if isinstance(value, ast.Name):
        return value.id if value.id in parameters else None
    candidate = name.lstrip("_")
    if candidate not in parameters:
        return None
    pending: list[ast.AST] = [value]
    budget = 200
    while pending and budget:
        node = pending.pop()
        budget -= 1
        if isinstance(node, ast.Name) and node.id == candidate:
            return candidate
        pending.extend(ast.iter_child_nodes(node))
    return None


def _string_after(statements: Sequence[ast.stmt], index: int) -> str:
    if index + 1 == len(statements):
        return ""
    following = statements[index + 1]
    if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
        value = following.value.value
        if isinstance(value, str):
            return inspect.cleandoc(value)
    return ""
