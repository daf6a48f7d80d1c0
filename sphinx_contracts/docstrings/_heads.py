"""The heads of entries: names, a type in brackets, and the text that follows."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sphinx_contracts.docstrings._described import described_type
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.docstrings.types import is_likely_type

NAME = r"(?:\\?\*){0,2}`{0,2}(?:\\?\*){0,2}[^\W\d][\w.\-]*(?:\(\))?`{0,2}(?:\*\*)?"
_NAMES = re.compile(rf"{NAME}(?:\s*(?:,|/|\band\b)\s*(?:\.\.\.|…|{NAME}))*")
_BETWEEN = re.compile(r"\s*(?:[,/]|\band\b)\s*")
_DECORATION = re.compile(r"[`\\*]|\(\)$")
_DASH = re.compile(r"\s*(?:(?<=\s)--?(?=\s|$)|[–—])\s*")
_REMARKS = (
    "Note|Notes|Warning|Warnings|Example|Examples|Default|Defaults|Important|Tip|See|Caution|Options|Usage|TODO|FIXME|NB"
    "|Also|Otherwise|Format|Raises|Returns"
)
_NO_NAMES = frozenset(_REMARKS.split("|"))
_MOST_LINES = 12  # a head in brackets reaches over at most so many lines


class Head(NamedTuple):
    """The head of an entry."""

    names: tuple[str, ...]  # without backticks and stars
    kind: str | None  # what stands in brackets behind the name
    rest: str  # what follows the separator


def names_in(text: str) -> tuple[str, ...]:
    """Split a list of names.

    Args:
        text: The names, separated by commas, slashes or "and"

    Returns:
        The names without backticks, stars and ``()``; dots that stand for more names are left out

    Example:
        assert names_in("*args, **kwargs") == ("args", "kwargs")
    """
    if text.isidentifier():
        return (text,)
    names = (_DECORATION.sub("", name).rstrip(".…") for name in _BETWEEN.split(text))
    return tuple(name.lstrip(".… ") for name in names if name)


def head_of(text: str) -> Head | None:
    """Read ``names: text``, ``name (type): text``, ``name - text``.

    Args:
        text: A line without its bullet

    Returns:
        The head, None when the line is none

    Example:
        assert head_of("x (int): the x") == (("x",), "int", "the x")
    """
    match = _NAMES.match(text)
    if match is None or match.end() == len(text):
        return None
    end = match.end()
    if text[end] == ":" and text[end + 1 : end + 2] not in (":", "/", "\\", "="):
        return None if match[0] in _NO_NAMES else _typed_behind_colon(match[0], text[end + 1 :].lstrip())
    following = text[end:].lstrip()
    if following[:1] == "(":
        return _bracketed(match[0], following)
    if following[:1] == ":" and following[1:2] in ("", " "):
        return Head(names_in(match[0]), None, following[1:].lstrip())
    dash = _DASH.match(text, end)
    return Head(names_in(match[0]), None, text[dash.end() :]) if dash is not None else None


def _typed_behind_colon(names: str, rest: str) -> Head:
    """``name: text``, or ``name: (type): text`` as some write it."""
    close = closing_bracket(rest) if rest[:1] == "(" else None
    if close is not None and rest[close + 1 : close + 2] in ("", ":"):
        kind = rest[1:close]
        if "`" in kind or is_likely_type(described_type(kind)[0] or ""):
            return Head(names_in(names), kind, rest[close + 2 :].lstrip())
    return Head(names_in(names), None, rest)


def _bracketed(names: str, following: str) -> Head | None:
    close = closing_bracket(following)
    if close is None:
        # nobody closed the bracket: a colon at the line's end, or in front of the text, must do
        kind, tick, rest = following[1:].partition("`:")
        if tick:
            return Head(names_in(names), f"{kind}`", rest.strip())
        return Head(names_in(names), following[1:-1], "") if following[-1] == ":" else None
    after = following[close + 1 :].lstrip("`)")  # a sign too many does not matter
    if after[:1] not in ("", " ", ":", ",", "-", "–", "—"):
        return None
    kind, rest = following[1:close], after.lstrip()
    while rest.startswith(("or (", "or(", ", (")):
        after = rest[rest.index("(") :]
        close = closing_bracket(after)
        if close is None:
            return None
        kind, rest = f"{kind} or {after[1:close]}", after[close + 1 :].lstrip()
    if rest[:1] == ":" and rest[1:2] != ":":
        return Head(names_in(names), kind, rest[1:].lstrip())
    dash = _DASH.match(f" {rest}")
    if dash is not None:
        return Head(names_in(names), kind, rest[dash.end() - 1 :])
    if "`" not in kind and not is_likely_type(described_type(kind)[0] or ""):
        return None
    if rest.endswith(":"):
        return Head(names_in(names), f"{kind} {rest[:-1]}", "")
    return Head(names_in(names), kind, rest)


def bare_names(text: str) -> tuple[str, ...] | None:
    """Read a line that is nothing but names.

    Args:
        text: A line without its bullet

    Returns:
        The names, None when there is anything else

    Example:
        assert bare_names("x, y") == ("x", "y")
    """
    match = _NAMES.fullmatch(text)
    return names_in(text) if match is not None and " and " not in text else None


def closing_bracket(text: str) -> int | None:
    """Find the bracket that closes the one a text begins with.

    Args:
        text: A text whose first character is ``(``

    Returns:
        The index, None when it is never closed

    Example:
        assert closing_bracket("(a(b)) c") == 5
    """
    depth = 0
    for match in re.finditer(r"[()]", text):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.start()
    return None


def joined_head(lines: Sequence[Line], index: int) -> tuple[Line, int]:
    """Put a head whose bracket is closed on a later line onto one line.

    Args:
        lines: The body
        index: The head's first line

    Returns:
        The line, and how many lines it takes; the line as it is where no bracket is open

    Example:
        line, count = joined_head(lines, 0)
    """
    line = lines[index]
    text = line.text
    if _is_closed(text):
        return line, 1
    match = _NAMES.match(text)
    if match is None or text[match.end() :].lstrip()[:1] not in ("(", ":") or text[-1] == ":":
        return line, 1
    for count in range(2, _MOST_LINES + 1):
        if index + count > len(lines) or not lines[index + count - 1].text:
            return line, 1
        text = f"{text} {lines[index + count - 1].text}"
        if _is_closed(text):
            return line._replace(text=text), count
    return line, 1


def _is_closed(text: str) -> bool:
    return (
        text.count("(") <= text.count(")") and text.count("[") <= text.count("]") and text.count("{") <= text.count("}")
    )
