"""Exceptions and warnings with their conditions, in any dialect."""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings._marks import bullet
from sphinx_contracts.docstrings.google import blocks, continue_body
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.model.docstring import Entry

_ONE = r"(?::[\w:]{1,40}:)?`{0,2}[~.]{0,2}[^\W\d][\w.]*(?:\(\))?`{0,2}"
_MANY = re.compile(rf"(?:\*\*)?({_ONE}(?:\s*(?:,(?:\s*(?:or|and)\b)?|/|\||\bor\b|\band\b)\s*{_ONE})*)(?:\*\*)?")
_BETWEEN = re.compile(r"\s*(?:,(?:\s*(?:or|and)\b)?|/|\||\bor\b|\band\b)\s*")
_DECORATION = re.compile(r":[\w:]+:(?=`)|[`~]|\(\)$")
_ARTICLE = re.compile(r"(?:an?|raises?|the)\s+(?=\S)", re.IGNORECASE)
_CONDITION = re.compile(
    r"\s*(?::(?=\s|$)|(?<=\s)--?(?=\s|$)|[–—]|\.?$|(?=\()"
    r"|(?=(?<=\s)(?:[Ii]f|[Ww]hen|[Ww]henever|[Uu]nless|[Ww]here|on|for|in|after|during|from|is|raised)\b))"
    r"\s*"
)
_EXCEPTION = re.compile(r"(?:[A-Z]\w*|\w*(?:[Ee]rror|[Ee]xception|Warning|Exit|Interrupt|Fault|Failure|timeout))$")
_NOUNS = frozenset({"error", "exception"})
_NOT = frozenset({"none", "nothing", "if", "when", "unless", "this", "the", "any", "may", "see", "note", "no"})


def raised_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read exceptions or warnings with their conditions.

    Args:
        lines: The section's body

    Returns:
        One entry for each name, and the text that belongs to none

    Example:
        entries, preamble = raised_entries(lines)
    """
    found: list[tuple[Line, list[str], list[Line]]] = []
    preamble: list[Line] = []
    open_ = flush = False
    for line, deeper in blocks(lines):
        mark = bullet(line.text)
        column = line.column + (mark.end() if mark is not None else 0)
        head = exception_head(line.text[mark.end() :] if mark is not None else line.text)
        if head is not None:
            names, rest = head
            bare = not rest and not any(item.text for item in deeper)
            # the last word of a sentence may read like a name: ``TimeoutError.``, or ``error`` at the same margin
            prose = line.text[-1] == "." or (line.text in _NOUNS and flush)
            if bare and prose and found and open_ and _is_unfinished(found[-1][2]):
                continue_body(found[-1][2], line, deeper)
                continue
            found.append((line._replace(column=column), names, [Line(rest, 0, line.number), *deeper]))
            open_ = _touches(deeper)
            flush = bool(rest) and not any(item.text for item in deeper)
        elif found and (open_ or line.text.startswith("..")):
            continue_body(found[-1][2], line, deeper)
            open_ = _touches(deeper)
        else:
            preamble.extend((line, *deeper))
    entries = [
        Entry(name, _text(body), line.number, None, line.column) for line, names, body in found for name in names
    ]
    return tuple(entries), dedented(preamble)


def _is_unfinished(body: Sequence[Line]) -> bool:
    """The text so far is a sentence that lacks its end."""
    last = next((line.text for line in reversed(body) if line.text), "")
    return bool(last) and last[-1] not in ".;!?"


def _touches(deeper: Sequence[Line]) -> bool:
    """No blank line stands before the next base line."""
    return not deeper or bool(deeper[-1].text)


def _text(body: Sequence[Line]) -> str:
    more = dedented(body[1:])
    return f"{body[0].text}\n{more}".strip() if more else body[0].text


def exception_head(text: str) -> tuple[list[str], str] | None:
    """Read ``Name: text``, ``Name if ...``, `` `a.Name` `` or several names.

    Args:
        text: A line without its bullet

    Returns:
        The names and the text that follows, None when the line names no exception

    Example:
        assert exception_head("ValueError: If negative") == (["ValueError"], "If negative")
    """
    article = _ARTICLE.match(text)
    start = article.end() if article is not None else 0
    match = _MANY.match(text, start)
    if match is None:
        return None
    names = [_DECORATION.sub("", name).strip(".") for name in _BETWEEN.split(match[1])]
    if any(name.lower() in _NOT or not name for name in names):
        return None
    after = _CONDITION.match(text, match.end())
    if after is None:
        return None
    separated = after[0].strip().startswith(":")
    if article is not None or not separated:
        # without a colon only a name that looks like an exception's is one
        if not all(_EXCEPTION.match(name.rpartition(".")[2]) for name in names):
            return None
        if not after[0].strip() and text[after.end() :] and len(names) == 1 and not _is_marked(match[1], names[0]):
            return None
    elif len(match[1].split()) > 1 and not all(_EXCEPTION.match(name.rpartition(".")[2]) for name in names):
        return None
    return names, text[after.end() :].strip()


def _is_marked(written: str, name: str) -> bool:
    """A word that is no plain capitalised word of prose."""
    last = name.rpartition(".")[2]
    return "`" in written or "." in name or not last[1:].islower() or last.endswith(("Error", "Exception", "Warning"))
