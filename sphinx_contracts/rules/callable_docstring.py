"""Rules of the item "All public methods have docstrings (Args/Returns/Raises)" that ask for the docstring itself.

Those on parameters, on results and on types in docstrings stand in files of their own.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.callable_docstring import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]

_LACKING = "the {} has no docstring; add one that says what it does"
_NO_SUMMARY = "the docstring has no summary line; begin it with a sentence"


def _missing(subject: Callable, context: Context) -> list[Fault] | None:
    # a constructor may be documented in its class
    if subject.facts.is_constructor:
        return None
    if subject.doc.present:
        return []
    return [Fault(_LACKING.format(_kind(subject)), subject.line, subject.facts.column)]


def _summary(subject: Callable, context: Context) -> list[Fault] | None:
    if subject.facts.is_constructor:
        return None
    if subject.summary:
        return []
    return [Fault(_NO_SUMMARY, subject.line, subject.facts.column)]


def _kind(subject: Callable) -> str:
    return {"function": "function", "property": "property"}.get(subject.kind, "method")


_HEAD = "def double(x: int) -> int:\n"
_SUMMARY = '    """Double a number.\n\n'
_REST = (
    "    Args:\n        x: Any number\n\n    Returns:\n        Twice the number\n\n"
    '    Example:\n        assert double(2) == 4\n    """\n'
)
_BODY = "    return 2 * x\n"
_GOOD = in_module(_HEAD + _SUMMARY + _REST + _BODY, "double")

RULES = (
    Rule(
        name="docstring-missing",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="A public function, method or property has no docstring.",
        why="Without one there is no contract: callers have to read the body, and rely on what may change tomorrow.",
        bad=in_module(_HEAD + _BODY, "double"),
        good=_GOOD,
        fix=(
            "Add a docstring. A constructor may be documented in its class, and a method that overrides a documented "
            "one of the project needs none."
        ),
        options=("private",),
        decides_missing=True,
        check=_missing,
    ),
    Rule(
        name="summary-missing",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="A callable's docstring begins with a section instead of a summary.",
        why="The first line is what indexes and editors show.",
        bad=in_module(_HEAD + '    """\n' + _REST + _BODY, "double"),
        good=_GOOD,
        fix="Begin the docstring with one line that says what the callable does.",
        needs_docstring=True,
        check=_summary,
    ),
)
