"""Rules of the item "Dataclasses have inline field comments".

Records of every kind count: dataclasses, named tuples, typed dicts, attrs and pydantic classes, and enums.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.dataclass_fields import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Field
from sphinx_contracts.rules.exemptions import FIELD_KINDS, RECORD_KINDS
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]

# what gives a field its type without an annotation
_TYPED_VALUES = frozenset({"Column", "mapped_column", "relationship"})


def _is_typed(item: Field) -> bool:
    return item.facts.annotated or item.facts.maker.rpartition(".")[2] in _TYPED_VALUES


def _undocumented(item: Field, context: Context) -> list[Fault] | None:
    owner, facts = context.owner, item.facts
    if owner is None or owner.kind not in FIELD_KINDS or not facts.in_code or facts.exempt:
        return None
    # without its type it is no field yet: field-untyped says so
    if owner.kind in ("dataclass", "namedtuple") and not facts.annotated:
        return None
    if facts.documented:
        return []
    what = "member" if owner.kind == "enum" else "field"
    return [Fault(f"the {what} '{item.name}' has no entry or comment that describes it", item.line, facts.column)]


def _untyped(item: Field, context: Context) -> list[Fault] | None:
    owner, facts = context.owner, item.facts
    if owner is None or owner.kind not in RECORD_KINDS or not facts.in_code or facts.exempt:
        return None
    if _is_typed(item):
        return []
    message = f"'{item.name}' has no type annotation"
    if owner.kind in ("dataclass", "namedtuple"):
        message += ", so it is no field; annotate it, with ClassVar where all instances share it"
    return [Fault(message, item.line, facts.column)]


_CODE = '''
from dataclasses import dataclass


@dataclass
class Point:
    """A point on a grid."""

    x: int  # column, counted from the left
    {}
'''


def _example(field: str) -> str:
    return in_module(_CODE.format(field), "Point")


_GOOD = _example("y: int = 0  # row, counted from the top")

RULES = (
    Rule(
        name="field-undocumented",
        item=Item.DATACLASS_FIELDS,
        severity=Severity.ERROR,
        on=("field",),
        summary="A field of a record, or a member of an enum, is not documented.",
        why="Fields are what travels between modules; units, allowed values and None belong beside them.",
        bad=_example("y: int = 0"),
        good=_GOOD,
        fix=(
            "Add a comment at the end of its line, or an entry under ``Attributes:``. A comment above counts when it "
            "is a sentence about that one field, not the heading of a group."
        ),
        check=_undocumented,
    ),
    Rule(
        name="field-untyped",
        item=Item.DATACLASS_FIELDS,
        severity=Severity.ERROR,
        on=("field",),
        summary="A field of a record has no type annotation.",
        why="A dataclass does not take it for a field: all instances share it, and the constructor does not set it.",
        bad=_example("y = 0  # row, counted from the top"),
        good=_GOOD,
        fix="Annotate it. A type in the docstring is not enough: it makes no field.",
        check=_untyped,
    ),
)
