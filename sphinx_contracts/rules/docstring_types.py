"""The rule that compares types in docstrings with annotations, part of the item on docstrings of callables.

A type in a docstring is compared with the annotation only where both are sure to be types, and it is wrong only
where no value can be of both.

Key Components:
    - RULES: the rule

Usage:
    from sphinx_contracts.rules.docstring_types import RULES

    names = [rule.name for rule in RULES]
"""

from collections.abc import Iterator

from sphinx_contracts.model.contract import Callable
from sphinx_contracts.model.docstring import Entry, SectionKind
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.annotations import head
from sphinx_contracts.rules.exemptions import is_context_manager
from sphinx_contracts.rules.kinship import are_disjoint, members
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]

_ITERATED = frozenset({"Iterator", "Iterable", "Generator", "AsyncIterator", "AsyncIterable", "AsyncGenerator"})


def _mismatch(subject: Callable, context: Context) -> list[Fault] | None:
    pairs = list(_pairs(subject, context))
    if not pairs:
        return None
    found: list[Fault] = []
    for entry, annotation, what in pairs:
        documented, annotated = members(entry.type or "", context), members(annotation, context)
        if documented is None or annotated is None or not are_disjoint(documented, annotated, context):
            continue
        message = f"the docstring gives {what} the type {entry.type}, the annotation says {annotation}; correct one"
        found.append(Fault(message, entry.line, entry.column, about=entry.name.lstrip("*\\")))
    return found


def _pairs(subject: Callable, context: Context) -> Iterator[tuple[Entry, str, str]]:
    """Each documented type with the annotation that it speaks of."""
    annotations = {item.name: item.annotation for item in subject.inputs}
    for section in subject.doc.sections:
        if section.kind is SectionKind.INPUTS:
            for entry in section.entries:
                name = entry.name.lstrip("*\\")
                annotation = annotations.get(name)
                if entry.type is not None and annotation is not None:
                    yield entry, annotation, f"'{name}'"
        elif section.kind in (SectionKind.RETURNS, SectionKind.YIELDS):
            annotation = _result(subject, section.kind, context)
            if annotation is not None and len(section.entries) == 1 and section.entries[0].type is not None:
                yield section.entries[0], annotation, "the result"


def _result(subject: Callable, kind: SectionKind, context: Context) -> str | None:
    """The annotation that the type under Returns or Yields is about."""
    annotation = subject.facts.return_annotation
    if annotation is None or is_context_manager(subject):
        return None
    if kind is SectionKind.RETURNS:
        return None if subject.facts.yields else annotation
    found = head(annotation, context)
    if found is None or found[0].rpartition(".")[2] not in _ITERATED or not found[1]:
        return None
    return found[1][0]


_TEXT = '''
def words(text: str) -> list[str]:
    """Split a text into words.

    Args:
        text: Any text

    Returns:
        {}: The words in order

    Example:
        words("a b")
    """
    return text.split()
'''

RULES = (
    Rule(
        name="docstring-type-mismatch",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        looks_at_docs=True,
        summary="The docstring gives a type that the annotation contradicts.",
        why="One of the two is wrong, and readers cannot know which.",
        bad=in_module(_TEXT.format("dict"), "words"),
        good=in_module(_TEXT.format("list[str]"), "words"),
        fix="Leave types to the annotations, or make both say the same.",
        check=_mismatch,
    ),
)
