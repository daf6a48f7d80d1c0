"""A docstring's value as cleaned lines, each with its line in the source file.

Value and source have different line numbers when the literal holds ``\\n`` escapes or line continuations, so
positions are taken from the source text wherever it holds a backslash.

Key Components:
    - Line: one cleaned line
    - clean_lines: the cleaned lines of a docstring
    - dedented: lines as text without their common indentation

Usage:
    from sphinx_contracts.docstrings.lines import clean_lines

    lines, margin = clean_lines("Summary.", None, 1, 1)
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sphinx_contracts.docstrings._literal import Start, starts_of

__all__ = ["Line", "clean_lines", "dedented"]


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
    starts = starts_of(raw, source, line, end_line)
    texts = [text.expandtabs() for text in raw] if "\t" in value else raw
    bare = [text.strip() for text in texts]
    indents = [len(text) - len(text.lstrip()) for text in texts]
    margin = min(
        (indents[index] for index in range(1, len(raw)) if bare[index] and not starts[index].escaped), default=0
    )
    lines = _placed(raw, bare, indents, starts, margin)
    first, last = 0, len(lines)
    while first < last and not lines[first].text:
        first += 1
    while last > first and not lines[last - 1].text:
        last -= 1
    return lines[first:last], margin


def _placed(
    raw: Sequence[str], bare: Sequence[str], indents: Sequence[int], starts: Sequence[Start], margin: int
) -> list[Line]:
    lines: list[Line] = []
    before = 0
    for index, text in enumerate(bare):
        start = starts[index]
        indent = 0
        if text and start.escaped:
            indent = before + indents[index]
        elif text and index:
            indent = max(0, indents[index] - margin)
        if text and not start.escaped:
            before = indent
        blanks = len(raw[index]) - len(raw[index].lstrip())
        lines.append(Line(text, indent, start.number, start.column + blanks))
    return lines


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
