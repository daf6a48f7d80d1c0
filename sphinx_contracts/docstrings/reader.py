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

from collections.abc import Mapping

from sphinx_contracts.docstrings._sections import section_of
from sphinx_contracts.docstrings._shields import SIGNS, shields_of
from sphinx_contracts.docstrings._split import split
from sphinx_contracts.docstrings._summary import first_sentence, title_of
from sphinx_contracts.docstrings.lines import clean_lines, dedented
from sphinx_contracts.docstrings.rest import field_sections
from sphinx_contracts.model.docstring import Docstring, SectionKind

__all__ = ["parse_docstring"]


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
    extra = headings or {}
    title, count = title_of(everything, extra)
    lines = everything[count:]
    shields = shields_of(lines) if any(sign in value for sign in SIGNS) else [0] * len(lines)
    parts = split(lines, extra, shields)
    sections = [section_of(heading, at, body) for heading, at, body in parts.sections]
    sections.extend(field_sections(parts.fields))
    sections.sort(key=lambda section: section.line)
    rest = parts.prose
    first = next((item.number for item in rest if item.text), 0)
    if not title and not any(section.line < first for section in sections):
        title, rest = first_sentence(rest)
    return Docstring(
        present=True,
        line=line,
        end_line=end_line,
        summary=title,
        description=dedented(rest),
        description_line=next((item.number for item in rest if item.text), 0),
        sections=tuple(sections),
        lines=tuple(item.full for item in everything),
        numbers=tuple(item.number for item in everything),
        margin=margin,
        columns=tuple(item.column for item in everything) if "\t" in value else (),
    )
