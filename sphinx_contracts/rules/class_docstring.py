"""Rules of the item "All classes have comprehensive docstrings".

They ask of a class what the standard asks: what it is there for, what it is responsible for, and its attributes.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.class_docstring import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Class
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Field
from sphinx_contracts.rules.exemptions import ATTRIBUTE_KINDS, PLAIN_KINDS
from sphinx_contracts.rules.naming import did_you_mean
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _fault(contract: Class, message: str) -> list[Fault]:
    return [Fault(message, contract.line, contract.facts.column)]


def _missing(contract: Class, context: Context) -> list[Fault]:
    return [] if contract.doc.present else _fault(contract, "the class has no docstring; add one with its purpose")


def _summary(contract: Class, context: Context) -> list[Fault]:
    if contract.summary:
        return []
    return _fault(contract, "the docstring has no summary line that states the purpose; begin it with one")


def _responsibilities(contract: Class, context: Context) -> list[Fault] | None:
    if contract.kind not in PLAIN_KINDS:
        return None
    if contract.responsibilities:
        return []
    return _fault(contract, "the docstring lists no responsibilities; add a Responsibilities section")


def _undocumented_attribute(item: Field, context: Context) -> list[Fault] | None:
    facts = item.facts
    if context.owner is None or context.owner.kind not in ATTRIBUTE_KINDS or not facts.in_code or facts.exempt:
        return None
    if facts.documented:
        return []
    return [Fault(f"the attribute '{item.name}' has no entry or comment that describes it", item.line, facts.column)]


def _unknown_attribute(item: Field, context: Context) -> list[Fault] | None:
    owner, facts = context.owner, item.facts
    if owner is None or facts.in_code or facts.exempt or not item.name.isidentifier():
        return None
    hint = did_you_mean(item.name, (other.name for other in owner.fields if other.facts.in_code))
    message = f"the docstring documents '{item.name}', which the class does not set{hint}"
    return [Fault(message, facts.doc_line or item.line, facts.column)]


_HEAD = '    """A counter of events.\n'
_DUTIES = "\n    Responsibilities:\n        - Count events\n"
_FIELDS = "\n    Attributes:\n        total: Events so far\n"
_USE = "\n    Example:\n        counter = Counter()\n"
_BODY = '\n    def __init__(self) -> None:\n        """Start at zero."""\n        self.total = 0\n'


def _example(*parts: str) -> str:
    return in_module("class Counter:\n" + "".join(parts) + '    """\n' + _BODY, "Counter")


_GOOD = _example(_HEAD, _DUTIES, _FIELDS, _USE)

RULES = (
    Rule(
        name="class-docstring-missing",
        item=Item.CLASS_DOCSTRING,
        severity=Severity.ERROR,
        on=("class",),
        summary="A public class has no docstring.",
        why="A class is a promise about a part of the system; without a docstring nobody can tell what it promises.",
        bad=in_module("class Counter:\n" + _BODY, "Counter"),
        good=_GOOD,
        fix="Add a docstring with a purpose; a plain class also lists responsibilities and shows an example.",
        options=("private",),
        decides_missing=True,
        check=_missing,
    ),
    Rule(
        name="class-summary-missing",
        item=Item.CLASS_DOCSTRING,
        severity=Severity.ERROR,
        on=("class",),
        summary="A class's docstring does not begin with a line that states its purpose.",
        why="The first line is what indexes and editors show.",
        bad=_example('    """\n', _DUTIES, _FIELDS, _USE),
        good=_GOOD,
        fix="Begin the docstring with one line that says what the class is for.",
        needs_docstring=True,
        check=_summary,
    ),
    Rule(
        name="class-responsibilities-missing",
        item=Item.CLASS_DOCSTRING,
        severity=Severity.ERROR,
        on=("class",),
        summary="A plain class's docstring lists no responsibilities.",
        why=(
            "The list says where the class ends: what it does, and what it leaves to others. Records, enums and "
            "exceptions need none. For an abstract class a list under ``Subclasses must implement:`` is one."
        ),
        bad=_example(_HEAD, _FIELDS, _USE),
        good=_GOOD,
        fix="Add ``Responsibilities:`` with one bullet for each thing that the class takes care of.",
        options=("sections",),
        needs_docstring=True,
        check=_responsibilities,
    ),
    Rule(
        name="class-attribute-undocumented",
        item=Item.CLASS_DOCSTRING,
        severity=Severity.ERROR,
        on=("field",),
        summary="A public attribute of a class is not documented.",
        why="Whoever holds an object reads its attributes; they are as much a part of the contract as the methods.",
        bad=_example(_HEAD, _DUTIES, _USE),
        good=_GOOD,
        fix=(
            "Describe it under ``Attributes:``, in a comment on its line, or, where it keeps a constructor's "
            "parameter, under ``Args:``; or give it a name with an underscore."
        ),
        options=("sections",),
        needs_docstring=True,
        check=_undocumented_attribute,
    ),
    Rule(
        name="class-attribute-unknown",
        item=Item.CLASS_DOCSTRING,
        severity=Severity.NOTE,
        on=("field",),
        summary="A class's docstring documents an attribute that the class does not have.",
        why="It was renamed or removed, or its name is misspelt; readers will look for it in vain.",
        bad=_example(
            _HEAD, _DUTIES, _FIELDS.replace("total: Events", "total: Events so far\n        limit: Most events"), _USE
        ),
        good=_GOOD,
        fix="Correct the name, or take the entry out.",
        check=_unknown_attribute,
    ),
)
