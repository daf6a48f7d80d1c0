"""Lines that cannot be headings: those inside code fences and doctests."""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings.lines import Line

SIGNS = ("```", "~~~", ">>>")  # a docstring without any of these has no such lines
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")


def shields_of(lines: Sequence[Line]) -> list[int]:
    """Mark the lines inside code fences and doctests.

    A fence that is never closed counts as text. A doctest reaches to the next blank line.

    Args:
        lines: The docstring's lines

    Returns:
        A number above zero for each line that cannot be a heading, the same for the lines of one fence or doctest

    Example:
        shields = shields_of(lines)
    """
    marked = [0] * len(lines)
    unclosed: dict[str, int] = {}  # fence sign -> length from which on no closing fence follows
    index = 0
    while index < len(lines):
        text = lines[index].text
        if text.startswith(">>>"):
            start = index
            while index < len(lines) and lines[index].text:
                marked[index] = start + 1
                index += 1
            continue
        fence = _FENCE.match(text) if text[:1] in "`~" and text else None
        if fence is not None and len(fence[1]) < unclosed.get(text[0], len(text) + 1):
            end = _closing(lines, index + 1, fence[1])
            if end is None:
                unclosed[text[0]] = len(fence[1])
            else:
                for inside in range(index, end + 1):
                    marked[inside] = index + 1
                index = end
        index += 1
    return marked


def _closing(lines: Sequence[Line], index: int, fence: str) -> int | None:
    for position in range(index, len(lines)):
        text = lines[position].text
        if text.startswith(fence) and text.count(fence[0]) == len(text):
            return position
    return None
