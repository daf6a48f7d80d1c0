"""Rules of the item "Error conditions explicit": what the code raises and the documentation does not tell.

An exception that a callable's own raise statement surely lets out is an error when nothing documents it; what comes
through calls is a note.

Key Components:
    - RULES: the rules in order

Usage:
    from sphinx_contracts.rules.detected_exceptions import RULES

    names = [rule.name for rule in RULES]
"""

from collections.abc import Iterator

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import DocSection, Docstring, SectionKind
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.model.rows import Raise
from sphinx_contracts.raises.hierarchy import NEVER_ERRORS
from sphinx_contracts.rules.exemptions import takes_raises
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _docs(subject: Callable, context: Context) -> Iterator[Docstring]:
    yield subject.doc
    if (subject.facts.is_constructor or subject.name == "__post_init__") and context.owner is not None:
        yield context.owner.doc


def _sections(subject: Callable, context: Context, kind: SectionKind) -> list[DocSection]:
    return [item for doc in _docs(subject, context) for item in doc.sections if item.kind is kind]


def _sure(subject: Callable) -> list[Raise]:
    return [
        row
        for row in subject.raises
        if row.origin == "raised" and row.sure and not row.asserted and row.name not in NEVER_ERRORS
    ]


def _undocumented(subject: Callable, context: Context) -> list[Fault] | None:
    rows = _sure(subject)
    if not rows or not takes_raises(subject):
        return None
    if any(item.explicit_none for item in _sections(subject, context, SectionKind.RAISES)):
        return []  # that is a contradiction, which has a rule of its own
    return [
        replace(
            _raised(row, row.line, row.column),
            further=tuple(_raised(row, line, column) for line, column in row.further),
        )
        for row in rows
        if not row.documented
    ]


def _raised(row: Raise, line: int, column: int) -> Fault:
    message = f"raises {row.exception} (line {line}) but no Raises entry documents it"
    return Fault(message, line, column, about=row.exception.rpartition(".")[2])


def _contradicted(subject: Callable, context: Context) -> list[Fault] | None:
    denials = [item for item in _sections(subject, context, SectionKind.RAISES) if item.explicit_none]
    if not denials or not takes_raises(subject):
        return None
    return [
        Fault(
            f"the documentation says that nothing is raised, but {row.exception} is (line {row.line})",
            denials[0].line,
            subject.doc.margin + 1,
            about=row.exception.rpartition(".")[2],
        )
        for row in _sure(subject)
    ]


def _propagated(subject: Callable, context: Context) -> list[Fault] | None:
    if not takes_raises(subject):
        return None
    faults: list[Fault] = []
    for row in subject.raises:
        if row.documented:
            continue
        if row.origin == "propagated":
            path = " → ".join(f"{name.rpartition('.')[2]}()" for name in row.via)
            message = f"lets {row.exception} out of {path}, and no Raises entry documents it"
            faults.append(Fault(message, row.line, row.column, about=row.exception.rpartition(".")[2]))
        elif row.asserted:
            faults.append(Fault("asserts, and no Raises entry documents AssertionError", row.line, row.column))
    return faults


def _warning(subject: Callable, context: Context) -> list[Fault] | None:
    calls = subject.facts.warnings
    if not calls or not subject.doc.present or not takes_raises(subject):
        return None
    spoken = any("warn" in " ".join(doc.lines).lower() for doc in _docs(subject, context))
    if spoken or _sections(subject, context, SectionKind.WARNS):
        return []
    return [
        Fault(
            f"issues a warning ({calls[0].call}, line {calls[0].line}) and has no Warns section",
            calls[0].line,
            calls[0].column,
        )
    ]


_CODE = '''
def half(number: int) -> int:
    """Halve an even number.

    Args:
        number: An even number

    Returns:
        Half of it
    {section}
    Example:
        assert half(4) == 2
    """
    if number % 2:
        raise ValueError("odd")
    return number // 2
'''
_SECTION = "\n    Raises:\n        ValueError: If the number is odd\n"
_CALLING = '''
def _checked(number: int) -> int:
    if number % 2:
        raise ValueError("odd")
    return number


def half(number: int) -> int:
    """Halve an even number.

    Args:
        number: An even number

    Returns:
        Half of it
    {section}
    Example:
        assert half(4) == 2
    """
    return _checked(number) // 2
'''
_WARNING = '''
import warnings


def half(number: int) -> int:
    """Halve a number.

    Args:
        number: Any number

    Returns:
        Half of it, rounded down
    {section}
    Example:
        assert half(4) == 2
    """
    if number % 2:
        warnings.warn("odd", stacklevel=2)
    return number // 2
'''


def _example(code: str, section: str, *names: str) -> str:
    return in_module(code.replace("{section}", section), *names)


RULES = (
    Rule(
        name="exception-undocumented",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.ERROR,
        on=("callable",),
        summary="A raise statement surely lets out an exception that nothing documents.",
        why="Callers can only handle the errors that they know of.",
        bad=_example(_CODE, "", "half"),
        good=_example(_CODE, _SECTION, "half"),
        fix="Add the exception, or one of its ancestors, to ``Raises:`` with the condition.",
        needs_docstring=True,
        check=_undocumented,
    ),
    Rule(
        name="raises-contradicted",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.ERROR,
        on=("callable",),
        summary="The documentation says that nothing is raised, and the code raises.",
        why="A wrong promise is worse than none: callers rely on it.",
        bad=_example(_CODE, "\n    Raises:\n        None\n", "half"),
        good=_example(_CODE, _SECTION, "half"),
        fix="Document the exception, or handle it.",
        needs_docstring=True,
        check=_contradicted,
    ),
    Rule(
        name="exception-propagated",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.NOTE,
        on=("callable",),
        summary="An exception of a called function, or of an assert, leaves the callable undocumented.",
        why="Callers meet it, whichever function raises it.",
        bad=_example(_CALLING, "", "half"),
        good=_example(_CALLING, _SECTION, "half"),
        fix="Document it, or handle it around the call.",
        check=_propagated,
    ),
    Rule(
        name="warning-undocumented",
        item=Item.ERROR_CONDITIONS,
        severity=Severity.NOTE,
        on=("callable",),
        summary="A callable issues a warning and has no Warns section.",
        why="Warnings can be turned into errors, so callers must know of them.",
        bad=_example(_WARNING, "", "half"),
        good=_example(_WARNING, "\n    Warns:\n        UserWarning: If the number is odd\n", "half"),
        fix="Add a section ``Warns:`` with the category and the condition.",
        check=_warning,
    ),
)
