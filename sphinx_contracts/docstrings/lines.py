"""A docstring's value as cleaned lines, each with its line in the source file.

Value and source have different line numbers when the literal holds ``\\n`` escapes or line continuations, so
positions are taken from the source text wherever it holds a backslash.

Key Components:
    - Line: one cleaned line
    - clean_lines: the cleaned lines of a docstring
    - dedented: lines as text without their common indentation
    - places_of: where the lines of a text stand that was taken from a docstring

Usage:
    from sphinx_contracts.docstrings.lines import clean_lines

    lines, margin = clean_lines("Summary.", None, 1, 1)
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sphinx_contracts.docstrings._literal import Start, opening_column, starts_of

__all__ = ["Line", "clean_lines", "dedented", "places_of"]


class Line(NamedTuple):
    """One line of a docstring without its margin."""

    text: str  # the characters without indentation and trailing blanks
    indent: int  # columns of indentation beyond the docstring's margin
    number: int  # source line
    column: int = 1  # 1-based source column of the first character

    @property
    def full(self) -> str:
        """The line with its indentation."""
        return " " * self.indent + self.text if self.text else ""


def clean_lines(value: str, source: str | None, line: int, end_line: int) -> tuple[list[Line], int]:
    """Clean a docstring as ``inspect.cleandoc`` does and keep the source line of every line.

    A line that begins after a ``\\n`` escape has no margin of its own: it is indented as the line before it.

    Args:
        value: The docstring's value
        source: The source lines of the literal, joined by newlines; None where it is not at hand
        line: Source line of the opening quotes
        end_line: Source line of the closing quotes

    Returns:
        The lines without blank ones at both ends, and the margin that was removed, in columns

    Example:
        lines, margin = clean_lines("Summary.", None, 1, 1)
    """
    raw = value.split("\n")
    texts = [text.expandtabs() for text in raw] if "\t" in value else raw
    bare = [text.strip() for text in texts]
    indents = [len(text) - len(text.lstrip()) for text in texts]
    blanks = indents if texts is raw else [len(text) - len(text.lstrip()) for text in raw]
    starts = starts_of(raw, source, line, end_line)
    if starts is None:
        margin = min((indent for indent, text in zip(indents[1:], bare[1:], strict=True) if text), default=0)
        lines = [
            Line(text, indent - margin if text and indent > margin else 0, line + index, blank + 1)
            for index, (text, indent, blank) in enumerate(zip(bare, indents, blanks, strict=True))
        ]
        column = opening_column(source, raw[0]) if source is not None else 1
        lines[0] = Line(bare[0], 0, line, column + blanks[0])
    else:
        lines, margin = _escaped(bare, indents, blanks, starts)
    first, last = 0, len(lines)
    while first < last and not lines[first].text:
        first += 1
    while last > first and not lines[last - 1].text:
        last -= 1
    return lines[first:last], margin


def _escaped(
    bare: Sequence[str], indents: Sequence[int], blanks: Sequence[int], starts: Sequence[Start]
) -> tuple[list[Line], int]:
    """The lines of a literal whose value and source have different lines, and the margin."""
    own = [index > 0 and not start.escaped for index, start in enumerate(starts)]
    margin = min((indent for indent, text, has in zip(indents, bare, own, strict=True) if text and has), default=0)
    lines: list[Line] = []
    before = 0
    for text, indent, blank, start in zip(bare, indents, blanks, starts, strict=True):
        if not text:
            indent = 0
        elif start.escaped:
            indent += before
        else:
            indent = before = max(0, indent - margin) if lines else 0
        lines.append(Line(text, indent, start.number, start.column + blank))
    return lines, margin


def dedented(lines: Iterable[Line]) -> str:
    """Join lines without their common indentation.

    Args:
        lines: The lines

    Returns:
        The text without blank lines at both ends

    Example:
        text = dedented(lines)
    """
    kept = list(lines)
    margin = min((line.indent for line in kept if line.text), default=0)
    return "\n".join(" " * (line.indent - margin) + line.text if line.text else "" for line in kept).strip("\n")


def places_of(text: Sequence[str], lines: Sequence[str], *, start: int = 0) -> tuple[int, ...]:
    """Find the lines of a text that was taken from a docstring, in its order.

    Lines are found again by what they say; one that says something new has the place of the one before it.

    Args:
        text: The lines of the text
        lines: The lines of the docstring
        start: The index of the first line where the text may begin

    Returns:
        An index of ``lines`` for each line of the text; empty where the docstring has no lines

    Example:
        assert places_of(["b"], ["a", "  b"]) == (1,)
    """
    if not lines:
        return ()
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.strip():
            places.setdefault(line.strip(), []).append(index)
    at = min(start, len(lines) - 1)
    free = at  # the first line that is not found yet
    found: list[int] = []
    for line in text:
        known = places.get(line.strip(), ())
        position = bisect_left(known, free)
        if position < len(known):
            at = known[position]
            free = at + 1
        found.append(at)
    return tuple(found)
