"""Rules of the item "Error conditions explicit" that look at the documentation alone.

What the code raises and the documentation does not tell is in ``detected_exceptions``, the reverse in
``unraised_exceptions``.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.error_conditions import RULES

    names = [rule.name for rule in RULES]
"""

from collections.abc import Iterator

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import Entry, SectionKind
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.naming import did_you_mean
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module
from sphinx_contracts.rules.standard_exceptions import STANDARD_EXCEPTIONS

__all__ = ["RULES"]


def _entries(subject: Callable, context: Context) -> Iterator[Entry]:
    """The exceptions that the callable's docstring, and for a constructor its class's, names."""
    docs = [subject.doc]
    if subject.facts.is_constructor and context.owner is not None:
        docs.append(context.owner.doc)
    for doc in docs:
        for section in doc.sections:
            if section.kind is SectionKind.RAISES:
                yield from (entry for entry in section.entries if entry.name)


def _no_condition(subject: Callable, context: Context) -> list[Fault] | None:
    entries = list(_entries(subject, context))
    if not entries:
        return None
    return [
        Fault(
            f"the entry of {entry.name} does not say when it is raised; add that",
            entry.line,
            entry.column,
            about=entry.name.rpartition(".")[2],
        )
        for entry in entries
        if not any(char.isalnum() for char in entry.text)
    ]


def _unknown(subject: Callable, context: Context) -> list[Fault] | None:
    entries = list(_entries(subject, context))
    if not entries:
        return None
    return [
        Fault(
            f"documents the exception {entry.name}, which no builtin, import or class of the project bears"
            f"{did_you_mean(entry.name, STANDARD_EXCEPTIONS)}",
            entry.line,
            entry.column,
            about=entry.name.rpartition(".")[2],
        )
        for entry in entries
        if not _is_known(entry.name, context)
    ]


def _is_known(name: str, context: Context) -> bool:
    first, dot, _ = name.partition(".")
    holder, _, last = name.rpartition(".")
    if last in STANDARD_EXCEPTIONS or last in context.class_names:
        return True
    facts = context.home.facts
    if first in facts.names or first in facts.defined:
        return True
    if dot:
        return holder not in context.modules  # a name of another package cannot be told from here
    # a star import may bring any name, unless it takes from a module that is in view
    return any(star not in context.modules for star in facts.stars)


def _no_section(subject: Callable, context: Context) -> list[Fault] | None:
    if subject.facts.is_constructor or subject.kind == "property":
        return None
    if any(section.kind is SectionKind.RAISES for section in subject.doc.sections):
        return []
    message = "the docstring has no Raises section; add one, with None where nothing is raised"
    return [Fault(message, subject.line, subject.facts.column)]


_CODE = '''
def parse(text: str) -> int:
    """Read a number.

    Args:
        text: Digits

    Returns:
        The number
{}
    Example:
        assert parse("4") == 4
    """
    return int(text)
'''


def _example(section: str) -> str:
    return in_module(_CODE.format(section), "parse")


_GOOD = _example("\n    Raises:\n        ValueError: If the text holds anything but digits\n")

RULES = (
    Rule(
        name="exception-condition-missing",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="An exception is documented without the condition under which it is raised.",
        why="A caller can only avoid or handle an error when it is known what causes it.",
        bad=_example("\n    Raises:\n        ValueError\n"),
        good=_GOOD,
        fix="Write ``ValueError: If ...``; the text may stand on the next line.",
        check=_no_condition,
    ),
    Rule(
        name="exception-unknown",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.NOTE,
        on=("callable",),
        looks_at_docs=True,
        summary="A documented exception has a name that nothing in view bears.",
        why="It is misspelt, was renamed, or never existed; nobody can write a handler for it.",
        bad=_example("\n    Raises:\n        NumberFormatError: If the text holds anything but digits\n"),
        good=_GOOD,
        fix="Correct the name, import the exception, or write the dotted name of the module that has it.",
        check=_unknown,
    ),
    Rule(
        name="raises-section-missing",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.OFF,
        on=("callable",),
        looks_at_docs=True,
        summary="A callable's docstring has no Raises section.",
        why=(
            "The letter of the standard asks every callable for the section, one that raises nothing included. Off by "
            "default; switch it on where readers must never wonder whether the section was forgotten."
        ),
        bad=_example(""),
        good=_GOOD,
        fix="Add ``Raises:`` with one entry for each exception, or ``None``.",
        options=("sections",),
        needs_docstring=True,
        check=_no_section,
    ),
)
