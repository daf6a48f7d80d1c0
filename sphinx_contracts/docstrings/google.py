"""Bodies of Google-style sections of names: parameters and attributes.

The same shapes stand under looser headings too, so these readers serve every dialect that has no body of its own.

Key Components:
    - blocks: a body's entries as groups of lines
    - named_entries: parameters and attributes

Usage:
    from sphinx_contracts.docstrings.google import named_entries
    from sphinx_contracts.docstrings.lines import Line

    entries, preamble = named_entries([Line("x (int): the x", 0, 3)])
"""

from collections.abc import Sequence
from itertools import islice

from sphinx_contracts.docstrings._described import described_type
from sphinx_contracts.docstrings._heads import Head, bare_names, head_of, joined_head
from sphinx_contracts.docstrings._marks import bullet
from sphinx_contracts.docstrings._nested import described
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.model.docstring import Entry

__all__ = ["blocks", "named_entries"]


def blocks(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """Group a body into its base lines, each with the deeper lines below it.

    Args:
        lines: The body; the first line that is not blank sets the base

    Returns:
        Pairs of a base line, a head in brackets that reaches over several lines joined, and the lines below it

    Example:
        groups = blocks(lines)
    """
    base = next((line.indent for line in lines if line.text), 0)
    groups: list[tuple[Line, list[Line]]] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.text and line.indent <= base:
            line, count = joined_head(lines, index)
            groups.append((line, []))
            index += count
            continue
        if groups:
            groups[-1][1].append(line)
        index += 1
    return groups


def named_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read ``name (type): text`` entries with their nested fields.

    Args:
        lines: The section's body

    Returns:
        The entries, one for each name, and the text before the first

    Example:
        entries, preamble = named_entries(lines)
    """
    found: list[tuple[Line, Head, list[Line]]] = []
    preamble: list[Line] = []
    for line, deeper in blocks(lines):
        mark = bullet(line.text)
        text = line.text[mark.end() :] if mark is not None else line.text
        column = line.column + (mark.end() if mark is not None else 0)
        head = head_of(text) if not text.startswith("..") else None
        if head is None and any(item.text for item in deeper):
            head = _bare_head(text, deeper)
        if head is not None:
            first = Line(head.rest, 0, line.number, column)
            found.append((line, head, [first, *deeper]))
        elif found:
            continue_body(found[-1][2], line, deeper)
        else:
            preamble.extend((line, *deeper))
    entries: list[Entry] = []
    for line, head, body in found:
        type_, optional, default = described_type(head.kind)
        content = described(body, type_)
        entries.extend(
            Entry(name, content.text, line.number, type_, body[0].column, content.fields, optional, default)
            for name in head.names
        )
    return tuple(entries), dedented(preamble)


def _bare_head(text: str, deeper: list[Line]) -> Head | None:
    """A name alone on its line; the line below may begin with its type in brackets."""
    names = bare_names(text)
    if names is None:
        return None
    head = head_of(f"{text} {deeper[0].text}") if deeper[0].text.startswith("(") else None
    if head is not None and head.kind is not None:
        deeper.pop(0)
        return head
    return Head(names, None, "")


def continue_body(body: list[Line], line: Line, deeper: Sequence[Line]) -> None:
    """Add a line that stands as far left as the entry's head, though it belongs to its text.

    Args:
        body: The entry's lines; the first is the text on the head's own line
        line: The line
        deeper: The lines below it

    Side Effects:
        - Extends ``body``

    Example:
        continue_body(body, line, [])
    """
    margin = max(line.indent, next((item.indent for item in islice(body, 1, None) if item.text), 0))
    body.append(line._replace(indent=margin))
    body.extend(item._replace(indent=margin + item.indent - line.indent) for item in deeper)
