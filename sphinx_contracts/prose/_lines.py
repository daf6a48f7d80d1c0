"""Runs of lines: indentation, fences, brackets, and whether a text reads as code or as prose."""

import re
from collections.abc import Sequence

__all__ = [
    "braces_end",
    "dedented",
    "fence_end",
    "indent_of",
    "indented_end",
    "is_prose",
    "paragraph_lines_end",
]

_STRINGS = re.compile(r'"[^"]*"|\'[^\']*\'')
_WORD = re.compile(
    r"[(\[\"'`*“‘]*[A-Za-zÀ-ÿ][\w'’/.-]*[)\]\"'`*”’]*[,.;:!?]*|[-–—&\d]+[,.;:]?"
    r"|https?://\S+|\S*\]\(\S+\)\S*|`\S+`[,.]?"
)
_CODE = re.compile(
    r"\s*(?:(?:import|from \S+ import|def|class|for .+ in|if .+:$|with .+:$|return\b|while .+:$|try:|assert|print\("
    r"|@\w|\$ |#!|%)"
    r"|[\w.\[\]\"']+ (?:=|\+=|->|=>) \S|[\w.]+\([^)]*\)$|[}\])]+[,;]?$|<[/a-zA-Z]|--?\w)"
)
_MOST = 2000


def indent_of(line: str) -> int:
    """Columns of indentation."""
    return len(line) - len(line.lstrip())


def dedented(lines: Sequence[str]) -> list[str]:
    """The lines without the indentation that they share."""
    margin = min((indent_of(line) for line in lines if line), default=0)
    return [line[margin:] for line in lines]


def indented_end(lines: Sequence[str], index: int, margin: int) -> int:
    """The end of the lines that are indented deeper than ``margin``, blank lines at the end left out."""
    end = index
    while index < len(lines) and (not lines[index] or indent_of(lines[index]) > margin):
        index += 1
        if lines[index - 1]:
            end = index
    return end


def paragraph_lines_end(lines: Sequence[str], index: int) -> int:
    """The index of the next blank line."""
    while index < len(lines) and lines[index]:
        index += 1
    return index


def fence_end(lines: Sequence[str], index: int, fence: str) -> int:
    """The index behind the line that closes a fence, or the number of lines."""
    index += 1
    while index < len(lines):
        index += 1
        text = lines[index - 1].strip()
        if text.startswith(fence) and not text.strip(fence[0]):
            break
    return index


def braces_end(lines: Sequence[str], index: int) -> int | None:
    """The end of data in brackets that spans several lines, None when the line is prose."""
    if not re.match(r"""[{\[]\s*(?:$|["'{\[]|//|\.\.\.)""", lines[index]):
        return None
    start, depth = index, 0
    while index < len(lines) and index - start < _MOST:
        text = _STRINGS.sub("", lines[index])
        depth += sum(text.count(char) for char in "{[") - sum(text.count(char) for char in "}]")
        index += 1
        if depth <= 0:
            return index if index - start > 1 else None
    end = paragraph_lines_end(lines, start)
    return end if end - start > 1 else None


def is_prose(lines: Sequence[str]) -> bool:
    """Lines read as sentences, not as code."""
    shown = [line for line in lines if line][:6]
    if any(_CODE.match(line) for line in shown):
        return False
    tokens = [token for line in shown for token in line.split()[:30]]
    words = sum(1 for token in tokens if _WORD.fullmatch(token[:80]))
    if tokens and words == len(tokens):
        return tokens[0][0].isupper() or len(tokens) >= 3
    return len(tokens) >= 3 and words >= 0.7 * len(tokens)
