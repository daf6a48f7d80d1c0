"""A whole docstring: summary, description and sections, whatever the dialect.

The reader goes over the lines once. What it does not understand stays in the description or in a section of
its own, verbatim.

Key Components:
    - parse_docstring: reads a docstring's value

Usage:
    from sphinx_contracts.docstrings.reader import parse_docstring

    doc = parse_docstring("Summary.\\n\\nArgs:\\n    x: the x", None, 1, 4)
    assert doc.sections[0].entries[0].name == "x"
"""

import re
from collections.abc import Mapping, Sequence

from sphinx_contracts.docstrings.google import (
    component_entries,
    dedented,
    listed_entries,
    named_entries,
    raised_entries,
    returned_entry,
)
from sphinx_contracts.docstrings.headings import Heading, heading_at, is_bullet
from sphinx_contracts.docstrings.lines import Line, clean_lines
from sphinx_contracts.docstrings.numpy import is_numpy, merged_return, numpy_entries
from sphinx_contracts.docstrings.rest import field_sections, take_fields
from sphinx_contracts.model.docstring import DocSection, Docstring, Entry, SectionKind

__all__ = ["parse_docstring"]

_RULE = re.compile(r"([-=~^═─━_*#])\1{2,}$")
_NONE = re.compile(r"(none|nothing|n/?a|not applicable)\s*([.:;,(\-–—].*)?$", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"(no|does not|doesn't|never|pure|nothing)\b.{0,120}$|(this|the) (function|method|class)?\s*(is pure|has no|does not)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_NAMED = (SectionKind.INPUTS, SectionKind.ATTRIBUTES)
_RAISED = (SectionKind.RAISES, SectionKind.WARNS)
_RETURNED = (SectionKind.RETURNS, SectionKind.YIELDS)


def parse_docstring(
    value: str,
    source: str | None,
    line: int,
    end_line: int,
    *,
    headings: Mapping[str, SectionKind] | None = None,
) -> Docstring:
    """Read a docstring into summary, description and sections.

    Args:
        value: The docstring's value
        source: The source lines of the literal joined by newlines, None where they are not at hand
        line: Source line of the opening quotes
        end_line: Source line of the closing quotes
        headings: Further headings in lower case and their meaning

    Returns:
        The docstring; a blank one counts as missing

    Example:
        doc = parse_docstring("Summary.", None, 1, 1)
    """
    everything, margin = clean_lines(value, source, line, end_line)
    if not everything:
        return Docstring()
    lines, fields = take_fields(everything)
    prose, sections = _split(lines, headings or {})
    found = [*sections, *field_sections(fields)]
    summary, rest = _summary(prose)
    description = dedented(rest)
    return Docstring(
        present=True,
        line=line,
        end_line=end_line,
        summary=summary,
        description=description,
        description_line=next((item.number for item in rest if item.text), 0),
        sections=tuple(found),
        lines=tuple(item.full for item in everything),
        numbers=tuple(item.number for item in everything),
        margin=margin,
    )


def _split(lines: Sequence[Line], extra: Mapping[str, SectionKind]) -> tuple[list[Line], list[DocSection]]:
    prose: list[Line] = []
    sections: list[DocSection] = []
    index, fenced, in_section = 0, False, False
    while index < len(lines):
        text = lines[index].text
        if text.startswith(("```", "~~~")):
            fenced = not fenced
        heading = None if fenced else heading_at(lines, index, extra, in_section=in_section)
        if heading is None:
            prose.append(lines[index])
            in_section = False
            index += 1
            continue
        end = _body_end(lines, heading, extra)
        sections.append(_section(heading, lines[index], lines[heading.body : end], extra))
        index, in_section = end, True
    return prose, sections


def _body_end(lines: Sequence[Line], heading: Heading, extra: Mapping[str, SectionKind]) -> int:
    index, fenced = heading.body, False
    if heading.style == "underlined":
        while index < len(lines):
            if lines[index].text.startswith(("```", "~~~")):
                fenced = not fenced
            if not fenced and heading_at(lines, index, extra, in_section=False) is not None:
                break
            index += 1
        return index
    if heading.style in ("flat", "opener"):
        return _flat_end(lines, index, extra)
    if heading.inline:
        while index < len(lines) and lines[index].text and not lines[index].indent:
            if heading_at(lines, index, extra, in_section=True) is not None:
                return index
            index += 1
    while index < len(lines) and (lines[index].indent > 0 or not lines[index].text):
        index += 1
    return index


def _flat_end(lines: Sequence[Line], index: int, extra: Mapping[str, SectionKind]) -> int:
    fenced, depth = False, 0
    while index < len(lines):
        line = lines[index]
        if line.text.startswith("```"):
            fenced = not fenced
        elif not fenced and line.text and not line.indent and depth <= 0:
            open_item = is_bullet(line.text) or line.text.startswith((">>>", "...", "$ ", "{", "[", "```"))
            if not open_item and not (line.text[0] in "}]"):
                blank_before = not lines[index - 1].text
                if blank_before or heading_at(lines, index, extra, in_section=True) is not None:
                    return index
                if not _continues(lines, index):
                    return index
        depth += sum(line.text.count(char) for char in "{[") - sum(line.text.count(char) for char in "}]")
        index += 1
    return index


def _continues(lines: Sequence[Line], index: int) -> bool:
    """A doctest's output, or a bullet's second line without indentation."""
    previous = lines[index - 1].text
    return previous.startswith((">>>", "...", "$ ", "```")) or not lines[index].text[:1].isupper()


def _section(
    heading: Heading, at: Line, body: Sequence[Line], extra: Mapping[str, SectionKind]
) -> DocSection:
    kind = heading.kind
    lines = list(body)
    while lines and (not lines[-1].text or (heading.style == "underlined" and _RULE.match(lines[-1].text))):
        lines.pop()
    while lines and not lines[0].text:
        lines.pop(0)
    body_line = lines[0].number if lines else at.number
    if heading.inline:
        base = min((line.indent for line in lines if line.text), default=0)
        first = Line(heading.inline, 0, at.number, at.column)
        lines = [first, *(Line(line.text, max(0, line.indent - base) + 1, line.number, line.column) for line in lines)]
        if heading.style == "opener":
            lines = [first, *(Line(line.text, line.indent + 1, line.number, line.column) for line in body)]
        body_line = at.number
    text = "\n".join(filter(None, (heading.inline, dedented(body)))) if heading.inline else dedented(lines)
    none = _is_none(kind, lines)
    entries: tuple[Entry, ...] = ()
    preamble = text
    if not none:
        entries, preamble = _entries(kind, heading, lines, text)
    return DocSection(kind, heading.title, at.number, text, body_line, entries, preamble, none)


def _is_none(kind: SectionKind, lines: Sequence[Line]) -> bool:
    texts = [re.sub(r"^[-*•]\s+", "", line.text) for line in lines if line.text]
    if not texts:
        return False
    if kind in _RETURNED:
        return len(texts) == 1 and bool(_NONE.match(texts[0].strip("`*")) and not re.search(r"\b(if|when|or)\b", texts[0]))
    if kind not in (SectionKind.INPUTS, SectionKind.SIDE_EFFECTS, *_RAISED):
        return False
    if _NONE.match(texts[0].strip("`*")) and len(texts) <= 3:
        return True
    return kind is not SectionKind.INPUTS and len(texts) == 1 and bool(_NEGATIVE.match(texts[0]))


def _entries(kind: SectionKind, heading: Heading, lines: list[Line], text: str) -> tuple[tuple[Entry, ...], str]:
    numpy = heading.style == "underlined" and is_numpy(lines)
    if kind in _NAMED:
        return (numpy_entries(lines, returned=False), "") if numpy else named_entries(lines)
    if kind in _RETURNED:
        if numpy:
            found = merged_return(numpy_entries(lines, returned=True))
            return found, found[0].text if found else ""
        entry = returned_entry(lines)
        return ((entry,), text) if entry is not None else ((), "")
    if kind in _RAISED:
        if numpy:
            listed = numpy_entries(lines, returned=True)
            return tuple(
                Entry(re.sub(r":[\w:]+:|[`~]", "", name), item.text, item.line, None, item.column)
                for item in listed
                for name in re.split(r"\s*,\s*|\s+or\s+", item.type or item.name)
            ), ""
        return raised_entries(lines)
    if kind is SectionKind.COMPONENTS:
        return component_entries(lines)
    if kind in (SectionKind.OTHER, SectionKind.EXAMPLES):
        return (), text
    return listed_entries(lines)


def _summary(prose: Sequence[Line]) -> tuple[str, list[Line]]:
    """The first sentence of the first paragraph, title decoration left out, and the lines after it."""
    lines = [line for line in prose]
    while lines and (not lines[0].text or _RULE.match(lines[0].text)):
        lines.pop(0)
    if not lines:
        return "", []
    if len(lines) > 1 and _RULE.match(lines[1].text) and not lines[1].indent:
        return lines[0].text.strip(), lines[2:]
    words: list[str] = []
    for index, line in enumerate(lines):
        if not line.text or (index and (is_bullet(line.text) or line.indent > 0)):
            return " ".join(words), lines[index:]
        end = _SENTENCE_END.search(line.text)
        while end is not None and _abbreviated(line.text[: end.end()]):
            end = _SENTENCE_END.search(line.text, end.end())
        if end is not None and (index == 0 or end.end() > 0):
            words.append(line.text[: end.end()])
            tail = line.text[end.end() :].strip()
            rest = lines[index + 1 :]
            return " ".join(words), [Line(tail, 0, line.number, line.column), *rest] if tail else rest
        words.append(line.text)
    return " ".join(words), []


def _abbreviated(text: str) -> bool:
    return re.search(r"\b(e\.g|i\.e|etc|vs|cf|approx|incl|resp|al|[A-Z])\.$|\.\.$", text) is not None
