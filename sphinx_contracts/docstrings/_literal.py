"""Where the lines of a string literal's value begin in the source."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

_OPENING = re.compile(r"""([rRuU]?)(\"\"\"|'''|"|')""")
_NEXT = re.compile(r"""(?:[ \t\f\n)(]|\\\n|#[^\n]*\n)*([rRuU]?)(\"\"\"|'''|"|')""")
_ESCAPE = r"\\(?:N\{[^}\n]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|\n|.)"
_MOST_CANDIDATES = 100
_PIECES = {quote: re.compile(rf"{_ESCAPE}|\n|{quote}") for quote in ('"""', "'''", '"', "'")}


class Start(NamedTuple):
    """Where one line of the value begins."""

    number: int  # source line
    column: int = 1  # 1-based source column
    escaped: bool = False  # True when an escape such as ``\\n`` in the source ends the line before


def starts_of(raw: Sequence[str], source: str | None, line: int, end_line: int) -> list[Start] | None:
    """Find where the lines of a docstring's value begin, if not one below the other.

    Args:
        raw: The value, split at newlines
        source: The source lines that hold the literal, joined by newlines; None where they are not at hand
        line: Source line of the opening quotes
        end_line: Source line of the closing quotes

    Returns:
        One place for each line; None where each line of the value is one of the source

    Example:
        assert starts_of(["a", "b"], None, 1, 2) is None
    """
    straight = len(raw) - 1 == end_line - line
    if source is None or (straight and "\\" not in source):
        return None if straight else [Start(min(line + index, end_line)) for index in range(len(raw))]
    opening = _opening(source, raw[0])
    if opening is None or (straight and "r" in opening[1].lower()):
        return None if straight else [Start(min(line + index, end_line)) for index in range(len(raw))]
    found = _scanned(source, opening, line)
    if len(found) == len(raw):
        return found
    return [Start(min(line + index, end_line)) for index in range(len(raw))]


def opening_column(source: str, first: str) -> int:
    """Find the column behind a literal's opening quotes.

    Args:
        source: The source lines that hold the literal
        first: The first line of its value

    Returns:
        The 1-based column, 1 where no quotes are found

    Example:
        assert opening_column('    "a"', "a") == 6
    """
    opening = _opening(source, first)
    return opening.end() + 1 if opening is not None else 1


def _opening(source: str, first: str) -> re.Match[str] | None:
    """The opening quotes: the first ones on the line which what follows fits to the value's first line."""
    end = source.find("\n")
    end = len(source) if end < 0 else end
    candidates: list[re.Match[str]] = []
    for match in islice(_OPENING.finditer(source, 0, end), _MOST_CANDIDATES):
        candidates.append(match)
        after = match.end() + len(first)
        if source.startswith(first, match.end()) and source[after : after + 1] in ("", "\n", "\r", "\\", match[2][0]):
            return match
    for match in candidates:
        if source.find("\\", match.end(), match.end() + len(first) + 1) >= 0:
            return match
    return candidates[0] if candidates else None


def _scanned(source: str, opening: re.Match[str], line: int) -> list[Start]:
    """Walk the literal, and those joined to it, and note where each line of the value begins."""
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
    found = [Start(line, opening.end() + 1)]
    raw, quote, position = "r" in opening[1].lower(), opening[2], opening.end()
    blank = position  # from here on nothing but blanks belongs to the value's line so far; -1 when it has begun
    number, base = line, 0  # the source line, and the index of its first character
    while True:
        piece = _PIECES[quote].search(source, position)
        if piece is None:
            return found
        if blank >= 0 and source[blank : piece.start()].strip():
            blank = -1
        position, text = piece.end(), piece[0]
        if text == quote:
            following = _NEXT.match(source, position)
            if following is None:
                return found
            skipped = source.count("\n", position, following.end())
            number += skipped
            base = source.rfind("\n", 0, following.end()) + 1 if skipped else base
            raw, quote, position = "r" in following[1].lower(), following[2], following.end()
            blank = position if blank >= 0 else -1
        elif text == "\n" or (raw and text == "\\\n"):
            number, base, blank = number + 1, position, position
            found.append(Start(number))
        elif text == "\\\n":
            number, base = number + 1, position
            if blank >= 0:
                # the value's line has not begun yet: it begins here
                blank = position
                found[-1] = Start(number, 1, found[-1].escaped)
        elif not raw and _is_newline(text):
            blank = position
            found.append(Start(number, position - base + 1, True))
        else:
            blank = -1


def _is_newline(escape: str) -> bool:
    kind, digits = escape[1], escape[2:]
    if kind in "xuU":
        return len(digits) in (2, 4, 8) and int(digits, 16) == 10
    if kind in "01234567":
        return int(escape[1:], 8) == 10
    if kind == "N" and len(escape) > 3:
        try:
            return unicodedata.lookup(escape[3:-1]) == "\n"
        except KeyError:
            return False
    return kind == "n"
