"""A docstring's value as cleaned lines, each with its line in the source file.

Value and source have different line numbers when the literal holds ``\\n`` escapes or line continuations, so
positions are taken from the source text wherever it holds a backslash.

Key Components:
    - Line: one cleaned line
    - clean_lines: the cleaned lines of a docstring

Usage:
    from sphinx_contracts.docstrings.lines import clean_lines

    lines, margin = clean_lines("Summary.", None, 1, 1)
"""

import re
from dataclasses import dataclass

__all__ = ["Line", "clean_lines"]

_OPENING = re.compile(r"""([rRuUbBfF]{0,2})(\"\"\"|'''|"|')""")


@dataclass(frozen=True, slots=True)
class Line:
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
    numbers = _numbers(raw, source, line, end_line)
    texts = [text.expandtabs().rstrip() for text in raw]
    margins = [len(text) - len(text.lstrip()) for text in texts[1:] if text]
    margin = min(margins, default=0)
    lines: list[Line] = []
    for index, text in enumerate(texts):
        stripped = text.lstrip()
        indent = 0 if index == 0 or not stripped else len(text) - len(stripped) - margin
        column = len(text) - len(stripped) + 1 if index else 1
        lines.append(Line(stripped, indent, numbers[index], column))
    start, end = 0, len(lines)
    while start < end and not lines[start].text:
        start += 1
    while end > start and not lines[end - 1].text:
        end -= 1
    return lines[start:end], margin


def _numbers(raw: list[str], source: str | None, line: int, end_line: int) -> list[int]:
    count = len(raw)
    if source is None or (count - 1 == end_line - line and "\\" not in source):
        return [min(line + index, end_line) for index in range(count)]
    found = _scan(source, line)
    if len(found) == count:
        return found
    return [min(line + index, end_line) for index in range(count)]


def _scan(source: str, line: int) -> list[int]:
    """Walk the literal (or adjacent literals) and note the source line after each newline of the value."""
    opening = _OPENING.search(source)
    if opening is None:
        return []
    found = [line]
    raw, quote, position = "r" in opening[1].lower(), opening[2], opening.end()
    current = line + source.count("\n", 0, opening.start())
    while position < len(source):
        char = source[position]
        if source.startswith(quote, position):
            following = _OPENING.search(source, position + len(quote))
            if following is None:
                break
            current += source.count("\n", position, following.start())
            raw, quote, position = "r" in following[1].lower(), following[2], following.end()
            continue
        if char == "\\":
            after = source[position + 1 : position + 2]
            if after == "\n":
                current += 1
                if raw:
                    found.append(current)
            elif after == "n" and not raw:
                found.append(current)
            position += 2
            continue
        if char == "\n":
            current += 1
            found.append(current)
        position += 1
    return found
