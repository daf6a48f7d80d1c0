"""Rules of no checklist item: files that cannot be read, and what the check itself reports.

``sphinx_contracts.check`` carries them out; here stands what they mean.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.whole_files import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.finding import Severity
from sphinx_contracts.rules.rule import Rule, in_module

__all__ = ["RULES"]

_CODE = '''
def double(x: int) -> int:{}
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
_GOOD = in_module(_CODE.format(""), "double")
_MANY = "(\n" + ("    " + "0, " * 35 + "0,\n") * 28 + ")"
_LONG = '''
def total(numbers: tuple[int, ...] = {}) -> int:
    """Add up numbers.

    Args:
        numbers: What to add up

    Returns:
        The sum

    Example:
        assert total((1, 2)) == 3
    """
    return sum(numbers)
'''

RULES = (
    Rule(
        name="source-unreadable",
        item=None,
        severity=Severity.ERROR,
        summary="A source file cannot be read or decoded.",
        why="Nothing in it was checked, and Python itself may not be able to import it.",
        bad="# -*- coding: klingon -*-\n" + _GOOD,
        good="# -*- coding: utf-8 -*-\n" + _GOOD,
        fix="Save it as UTF-8, name its encoding in the first line, make it readable, or exclude it.",
        options=("exclude",),
    ),
    Rule(
        name="source-unparsable",
        item=None,
        severity=Severity.ERROR,
        summary="A source file is no Python that this interpreter can parse.",
        why="Nothing in it was checked.",
        bad=_GOOD.replace("-> int:", "-> int"),
        good=_GOOD,
        fix="Correct it, exclude it, or run the check on a Python that knows its syntax.",
        options=("exclude",),
    ),
    Rule(
        name="too-complex",
        item=None,
        severity=Severity.ERROR,
        summary="An annotation or a default is far too large to show, and its cell shows … instead.",
        why="A table cell with thousands of characters helps nobody, and reading it takes time on every build.",
        bad=in_module(_LONG.format(_MANY), "total"),
        good=in_module(f"ZEROS = {_MANY}\n\n" + _LONG.format("ZEROS"), "total"),
        fix="Give the value, or the type, a name of its own.",
    ),
    Rule(
        name="suppression-unused",
        item=None,
        severity=Severity.ERROR,
        summary="A suppression comment suppresses nothing, or names a rule that does not exist.",
        why="It would hide the next finding of that name, long after its reason has gone.",
        bad=in_module(_CODE.format("  # contracts: ignore[param-undocumented]"), "double"),
        good=_GOOD,
        fix="Take the name out of the comment.",
    ),
    Rule(
        name="score-below",
        item=None,
        severity=Severity.ERROR,
        summary="A module scores less than ``fail_under`` asks of modules in enforced phases.",
        why="The limit keeps modules from getting worse while not every finding is an error yet.",
        bad=_GOOD.replace("x: int", "x"),
        good=_GOOD,
        fix="Mend what the checklist shows as missing, or lower the limit.",
        options=("fail_under", "rollout"),
    ),
    Rule(
        name="internal-error",
        item=None,
        severity=Severity.ERROR,
        summary="A rule failed on an object; the run went on without it.",
        why="The object was not checked by that rule, so nothing is known about it.",
        bad="",
        good="",
        fix="Report it with the message and the object's source; until then the rule can be set to ``off``.",
    ),
)
