"""The rule of the item "All return values have type hints".

A constructor needs none, since it can only return None.

Key Components:
    - RULES: the rule

Usage:
    from sphinx_contracts.rules.return_types import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.annotations import not_enough
from sphinx_contracts.rules.exemptions import is_exempt
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _untyped(subject: Callable, context: Context) -> list[Fault] | None:
    if is_exempt(subject) or subject.facts.is_constructor:
        return None
    if subject.facts.return_annotation is not None:
        return []
    documented = any(item.type is not None for item in subject.outputs)
    hint = not_enough(subject) if documented else ""
    return [Fault(f"the return value has no type annotation{hint}", subject.line, subject.facts.column)]


_CODE = '''
def double(x: int){}:
    """Double a number.

    Args:
        x: Any number

    Returns:
        Twice the number

    Example:
        assert double(2) == 4
    """
    return 2 * x
'''

RULES = (
    Rule(
        name="return-untyped",
        item=Item.RETURN_TYPES,
        severity=Severity.ERROR,
        on=("callable",),
        summary="A callable has no return annotation.",
        why="Type checkers take what it returns for anything, and readers have to guess.",
        bad=in_module(_CODE.format(""), "double"),
        good=in_module(_CODE.format(" -> int"), "double"),
        fix=(
            "Annotate it, with ``-> None`` where nothing is returned. A type in the docstring is not enough: the "
            "standard asks for annotations, which type checkers hold against the code. ``__init__`` needs none."
        ),
        check=_untyped,
    ),
)
