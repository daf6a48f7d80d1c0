"""The rule of the item "Error conditions explicit": what the documentation tells and the code cannot raise.

What nothing in a body can raise is told only where all that the body runs is known.

Key Components:
    - RULES: the rule

Usage:
    from sphinx_contracts.rules.unraised_exceptions import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.exemptions import takes_raises
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _builtins(*names: str) -> frozenset[str]:
    return frozenset(f"builtins.{name}" for name in names)


# what code raises without a raise statement: anywhere, by taking items, by calculating
_ANYWHERE = _builtins(
    "AttributeError",
    "BaseException",
    "Exception",
    "MemoryError",
    "NameError",
    "RecursionError",
    "RuntimeError",
    "TypeError",
)
_BY_SUBSCRIPT = _builtins("IndexError", "KeyError", "LookupError")
_BY_OPERATOR = _builtins("ArithmeticError", "OverflowError", "ZeroDivisionError")


def _unraised(subject: Callable, context: Context) -> list[Fault] | None:
    facts = subject.facts
    if facts.opaque or facts.stub_body or subject.inherited_from is not None or not takes_raises(subject):
        return None
    implicit = _ANYWHERE
    implicit |= _BY_SUBSCRIPT if facts.body.subscripts else frozenset()
    implicit |= _BY_OPERATOR if facts.body.operates else frozenset()
    return [
        Fault(
            f"documents {row.exception}, which nothing in its body can raise",
            row.doc_line,
            row.column,
            about=row.exception.rpartition(".")[2],
        )
        for row in subject.raises
        if row.origin == "documented" and row.name and not row.covers and row.name not in implicit
    ]


_QUIET = '''
class OddError(Exception):
    """The number is odd."""


def same(number: int) -> int:
    """Give a number back.

    Args:
        number: Any number

    Returns:
        The same number
    {section}
    Example:
        assert same(4) == 4
    """
    return number
'''


def _example(section: str) -> str:
    return in_module(_QUIET.replace("{section}", section), "same", "OddError")


RULES = (
    Rule(
        name="exception-unraised",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.NOTE,
        on=("callable",),
        summary="A documented exception that nothing in the body can raise.",
        why="Callers write handlers for errors that never come.",
        bad=_example("\n    Raises:\n        OddError: If the number is odd\n"),
        good=_example(""),
        fix="Take the entry out.",
        check=_unraised,
    ),
)
