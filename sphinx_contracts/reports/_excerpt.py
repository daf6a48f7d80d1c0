"""A line of source with a caret below it, as a terminal can show it."""

import unicodedata

from sphinx_contracts.visible import visible

__all__ = ["excerpt"]

_BEFORE, _AFTER = 80, 40  # characters of a long line that are shown on either side of the caret
_TAB = "    "
_CUT = "…"


def excerpt(line: str, column: int) -> tuple[str, str]:
    """Show a line and the place of a column in it.

    A long line is cut on both sides. Tabs become spaces, and characters that could steer a terminal readable.

    Args:
        line: The source line without its line end
        column: 1-based column in characters; beyond the line it counts as the first place after it

    Returns:
        The line, and blanks with a caret that stands below the column
    """
    at = min(max(column - 1, 0), len(line))
    start = max(at - _BEFORE, 0) if len(line) > _BEFORE + _AFTER else 0
    end = max(at + _AFTER, start + _BEFORE + _AFTER)
    before = (_CUT if start else "") + _shown(line[start:at])
    after = _shown(line[at:end]) + (_CUT if end < len(line) else "")
    return before + after, " " * _width(before) + "^"


def _shown(text: str) -> str:
    return visible(text.replace("\t", _TAB).replace("\n", " "))


def _width(text: str) -> int:
    """The number of cells that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
