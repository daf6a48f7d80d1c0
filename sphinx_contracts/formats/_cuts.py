"""Texts cut where brackets and quotes allow it."""

import re

__all__ = ["alternatives", "items_of", "shielded"]

_CUT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[\[({]|[\])}]|\s+or\s+|\s*[|/]\s*")
_ITEM = re.compile(r"\"[^\"]*\"|'[^']*'|[\[({]|[\])}]|,")


def alternatives(text: str) -> list[str]:
    """Cut at ``|``, ``or`` and ``/`` outside brackets and quotes."""
    parts, depth, start = [], 0, 0
    for match in _CUT.finditer(text):
        piece = match[0]
        if piece in ("[", "(", "{"):
            depth += 1
        elif piece in ("]", ")", "}"):
            depth -= 1
        elif depth == 0 and piece[0] not in "\"'":
            parts.append(text[start : match.start()].strip())
            start = match.end()
    return [*parts, text[start:].strip()]


def items_of(text: str) -> list[str]:
    """Cut at commas outside brackets and quotes."""
    parts, depth, start = [], 0, 0
    for match in _ITEM.finditer(text):
        if match[0] in ("[", "(", "{"):
            depth += 1
        elif match[0] in ("]", ")", "}"):
            depth -= 1
        elif match[0] == "," and depth == 0:
            parts.append(text[start : match.start()].strip())
            start = match.end()
    return [*parts, text[start:].strip()]


def shielded(text: str) -> str:
    """The text with square brackets and strings blanked, so that separators in them do not cut."""
    chars, depth, quote = [], 0, ""
    for char in text:
        if quote:
            quote = "" if char == quote else quote
            char = "_"
        elif char == '"':
            quote, char = char, "_"
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
        chars.append("_" if depth > 0 else char)
    return "".join(chars)
