"""Rules of the item "All parameters have type hints".

They look at annotations only; what a docstring says of types is no annotation.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.param_types import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Input
from sphinx_contracts.rules.annotations import head, never_none, not_enough
from sphinx_contracts.rules.exemptions import is_exempt
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]

_VAGUE = frozenset({"typing.Any", "builtins.dict", "builtins.list", "typing.Dict", "typing.List"})
_COLLECTING = ("var-positional", "var-keyword")


def _untyped(subject: Callable, context: Context) -> list[Fault] | None:
    if is_exempt(subject) or not subject.inputs:
        return None
    return [
        Fault(_without_annotation(item, subject), item.line, item.column, about=item.name)
        for item in subject.inputs
        if item.annotation is None
    ]


def _without_annotation(item: Input, subject: Callable) -> str:
    hint = not_enough(subject) if item.type is not None else ""
    return f"the parameter '{item.name}' has no type annotation{hint}"


def _implicit(subject: Callable, context: Context) -> list[Fault] | None:
    found: list[Fault] | None = None
    for item in () if is_exempt(subject) else subject.inputs:
        if item.default != "None" or item.annotation is None:
            continue
        found = found or []
        if never_none(item.annotation, context):
            message = (
                f"the parameter '{item.name}' is None by default, but {item.annotation} does not allow it; add None"
            )
            found.append(Fault(message, item.line, item.column, about=item.name))
    return found


def _vague(subject: Callable, context: Context) -> list[Fault] | None:
    if is_exempt(subject) or not subject.inputs:
        return None
    return [
        Fault(
            f"the type {item.annotation} of '{item.name}' does not say what it holds; be more specific",
            item.line,
            item.column,
            about=item.name,
        )
        for item in subject.inputs
        if _is_vague(item, context)
    ]


def _is_vague(item: Input, context: Context) -> bool:
    # *args: Any and **kwargs: Any are the usual way to pass things on
    if item.annotation is None or item.kind in _COLLECTING:
        return False
    found = head(item.annotation, context)
    return found is not None and not found[1] and found[0] in _VAGUE


_CODE = '''
def total({}) -> int:
    """Add up numbers.

    Args:
        numbers: What to add up

    Returns:
        The sum

    Example:
        assert total([1, 2]) == 3
    """
    return sum(numbers or [])
'''


def _example(parameter: str) -> str:
    return in_module(_CODE.format(parameter), "total")


RULES = (
    Rule(
        name="param-untyped",
        item=Item.PARAM_TYPES,
        severity=Severity.ERROR,
        on=("callable",),
        summary="A parameter has no type annotation.",
        why="Type checkers do not check what has no type, and readers have to guess.",
        bad=_example("numbers"),
        good=_example("numbers: list[int]"),
        fix=(
            "Annotate it. A type in the docstring is not enough: the standard asks for annotations, which type "
            "checkers hold against the code. ``self`` and ``cls`` need none."
        ),
        check=_untyped,
    ),
    Rule(
        name="optional-implicit",
        item=Item.PARAM_TYPES,
        severity=Severity.ERROR,
        on=("callable",),
        summary="A parameter is None by default, and its annotation does not allow None.",
        why="Type checkers reject it (PEP 484), and readers learn from the default what the type denies.",
        bad=_example("numbers: list[int] = None"),
        good=_example("numbers: list[int] | None = None"),
        fix="Write ``Optional[T]`` or ``T | None``.",
        check=_implicit,
    ),
    Rule(
        name="type-vague",
        item=Item.PARAM_TYPES,
        severity=Severity.NOTE,
        on=("callable",),
        summary="A parameter's type is a bare ``Any``, ``dict`` or ``list``.",
        why="It does not say what the value holds.",
        bad=_example("numbers: list"),
        good=_example("numbers: list[int]"),
        fix="Say what is inside: ``list[int]``, ``dict[str, Any]``, a dataclass or a protocol.",
        check=_vague,
    ),
)
