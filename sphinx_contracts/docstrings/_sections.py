"""One section: its text, its entries, and whether it says that there is nothing."""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings._listed import component_entries, listed_entries
from sphinx_contracts.docstrings._marks import is_rule, without_bullet
from sphinx_contracts.docstrings._raised import raised_entries
from sphinx_contracts.docstrings._returned import returned_entry
from sphinx_contracts.docstrings.google import named_entries
from sphinx_contracts.docstrings.headings import OPEN_SHAPES, Heading, Shape
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.docstrings.numpy import is_numpy, numpy_entries, numpy_returned
from sphinx_contracts.model.docstring import DocSection, Entry, SectionKind

_NAMED = (SectionKind.INPUTS, SectionKind.ATTRIBUTES)
_RAISED = (SectionKind.RAISES, SectionKind.WARNS)
_RETURNED = (SectionKind.RETURNS, SectionKind.YIELDS)
_VERBATIM = (SectionKind.OTHER, SectionKind.EXAMPLES)
_NONE = re.compile(r"[`*]{0,2}(none|nothing|n/?a|not applicable)[`*]{0,2}\s*($|[.:;,(\-–—])", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"(no(ne of)?( known| direct| other| external| observable)? "
    r"(side[ -]?effects?|exceptions?|errors?|effects?|warnings?)\b"
    r"|(does not|doesn't|never|will not|won't) (raises?|throws?|have|modify|modifies|mutates?|writes?|touch|changes?)\b"
    r"|(this (function|method|class|module) |the (function|method) )?(is |has |does |raises )"
    r"(a )?(pure|no side[ -]?effects?|no exceptions?|nothing|not raise)\b"
    r"|pure\b|side[ -]?effect[ -]free)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(if|when|unless|until|except|only|but|before|after|outside|while)\b", re.IGNORECASE)
_MAY_BE_NONE = frozenset({*_RETURNED, *_RAISED, *_NAMED, SectionKind.SIDE_EFFECTS})
_LONGEST_NONE = 400


def section_of(heading: Heading, at: Line, body: Sequence[Line]) -> DocSection:
    """Read a section's body.

    Args:
        heading: The section's heading
        at: The heading's line
        body: The lines of the body

    Returns:
        The section with its entries

    Example:
        section = section_of(heading, lines[2], lines[3:7])
    """
    lines = _trimmed(heading, body)
    body_line = lines[0].number if lines else at.number
    text = dedented(lines)
    numbers = [line.number for line in lines]
    if heading.inline:
        numbers.insert(0, at.number)
        text = f"{heading.inline}\n{text}" if text else heading.inline
        lines = _with_inline(heading, at, lines)
        body_line = at.number
    if _says_none(heading.kind, text):
        return DocSection(heading.kind, heading.title, at.number, text, body_line, (), text, True, _uneven(numbers))
    entries, preamble = _entries(heading, lines)
    preamble = preamble if entries else text
    return DocSection(
        heading.kind, heading.title, at.number, text, body_line, entries, preamble, False, _uneven(numbers)
    )


def _uneven(numbers: Sequence[int]) -> tuple[int, ...]:
    """The lines' numbers where they do not follow each other, else nothing."""
    if not numbers or list(numbers) == list(range(numbers[0], numbers[0] + len(numbers))):
        return ()
    return tuple(numbers)


def _trimmed(heading: Heading, body: Sequence[Line]) -> list[Line]:
    """The body without blank lines at both ends, and without a rule below it."""
    first, last = 0, len(body)
    ruled = heading.shape in OPEN_SHAPES
    while last > 0 and (not body[last - 1].text or (ruled and is_rule(body[last - 1].text))):
        last -= 1
    while first < last and not body[first].text:
        first += 1
    return list(body[first:last])


def _with_inline(heading: Heading, at: Line, lines: Sequence[Line]) -> list[Line]:
    """The body with the text on the heading's own line in front; what follows belongs to it."""
    column = at.column + at.text.find(heading.inline, len(heading.title))
    first = Line(heading.inline, 0, at.number, max(1, column))
    if heading.kind not in _RETURNED and heading.shape is Shape.BLOCK and lines and lines[0].indent:
        margin = min(line.indent for line in lines if line.text)
        return [first, *(line._replace(indent=max(0, line.indent - margin)) for line in lines)]
    return [first, *(line._replace(indent=line.indent + 1) for line in lines)]


def _says_none(kind: SectionKind, text: str) -> bool:
    """Tell whether a body says that there is nothing, without a condition."""
    if not text or len(text) > _LONGEST_NONE or kind not in _MAY_BE_NONE:
        return False
    first, _, more = text.partition("\n")
    first = without_bullet(first)
    none = _NONE.match(first)
    if none is not None:
        if kind in _NAMED and (more or none[2] == ":" or none[1] == "na"):
            return False  # a parameter with such a name
        return not (kind in _RETURNED and _CONDITION.search(text)) and not _lists_more(more)
    if kind not in (*_RAISED, SectionKind.SIDE_EFFECTS):
        return False
    return _NEGATIVE.match(first) is not None and not _CONDITION.search(text) and not _lists_more(more)


def _lists_more(text: str) -> bool:
    """Another item follows, as opposed to a remark."""
    return any(without_bullet(line) != line for line in text.split("\n"))


def _entries(heading: Heading, lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    kind = heading.kind
    if not lines or kind in _VERBATIM:
        return (), ""
    if kind in _RAISED:
        return raised_entries(lines)
    if kind is SectionKind.COMPONENTS:
        return component_entries(lines)
    if kind not in _NAMED and kind not in _RETURNED:
        return listed_entries(lines)
    numpy = heading.shape is Shape.UNDERLINED and is_numpy(lines)
    if kind in _NAMED:
        return numpy_entries(lines) if numpy else named_entries(lines)
    if numpy:
        return numpy_returned(lines)
    entry = returned_entry(lines)
    return ((entry,) if entry is not None else ()), ""
