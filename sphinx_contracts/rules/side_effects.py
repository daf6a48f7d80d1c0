"""Rules of the item "Side effects documented".

This is the letter of the standard, a section on every callable; ``detected_effects`` asks for it only where the code
has effects.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.side_effects import RULES

    names = [rule.name for rule in RULES]
"""

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import SectionKind
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _no_section(subject: Callable, context: Context) -> list[Fault] | None:
    if subject.facts.is_constructor or subject.kind == "property":
        return None
    if any(section.kind is SectionKind.SIDE_EFFECTS for section in subject.doc.sections):
        return []
    message = "the docstring has no Side Effects section; add one, with None where there are none"
    return [Fault(message, subject.line, subject.facts.column)]


_CODE = '''
def double(x: int) -> int:
    """Double a number.

    Args:
        x: Any number

    Returns:
        Twice the number
{}
    Example:
        assert double(2) == 4
    """
    return 2 * x
'''

RULES = (
    Rule(
        name="side-effects-section-missing",
        item=Item.SIDE_EFFECTS,
        severity=Severity.OFF,
        on=("callable",),
        looks_at_docs=True,
        summary="A callable's docstring has no Side Effects section.",
        why=(
            "The letter of the standard asks every callable for the section, one with nothing to say included. Off by "
            "default; switch it on where readers must never wonder whether the section was forgotten."
        ),
        bad=in_module(_CODE.format(""), "double"),
        good=in_module(_CODE.format("\n    Side Effects:\n        None\n"), "double"),
        fix="Add ``Side Effects:`` with one bullet for each, or ``None``.",
        options=("sections",),
        needs_docstring=True,
        check=_no_section,
    ),
)
