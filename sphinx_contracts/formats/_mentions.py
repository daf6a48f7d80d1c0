"""Docstrings that name what declares their format: "Format: see `StatusDict`", or a heading with such a sentence."""

import re
from collections.abc import Iterator, Sequence

from sphinx_contracts.formats._claims import heading_at
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.files import Mention

__all__ = ["find_mentions"]

_WORD = re.compile(r"formats?|schemas?", re.IGNORECASE)
_LINE = re.compile(
    r"(?:[-*•]\s+)?(?P<title>(?:[A-Z`][\w./` -]{0,60}\s)?(?:formats?|schema))\s*:\s+(?P<text>\S.*)$", re.IGNORECASE
)
_NAME = re.compile(
    r"`~?(?P<quoted>[A-Za-z_][\w.]*)`|(?<![\w./`-])(?P<bare>(?:[A-Za-z_]\w*\.)*(?:_?[A-Z][a-z0-9]+[A-Z]\w*|_?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+))\b"
    r"|\bsee(?: also)?\s+(?P<seen>[A-Za-z_][\w.]*\w)",
)
_MOST_LINES = 12
_MOST_NAMES = 20


def find_mentions(doc: Docstring, object_name: str) -> tuple[Mention, ...]:
    """Find where a docstring may name what declares its format.

    Args:
        doc: The docstring
        object_name: Qualified name of the object that it belongs to

    Returns:
        The places in order; whether a name stands for a declaration is settled later

    Example:
        mentions = find_mentions(doc, "core.status")
    """
    if not doc.present or not any(_WORD.search(line) for line in doc.lines):
        return ()
    return tuple(_found(doc, object_name))


def _found(doc: Docstring, object_name: str) -> Iterator[Mention]:
    lines, index = doc.lines, 0
    while index < len(lines):
        match = _LINE.match(lines[index].strip())
        if match is not None:
            text, end = _paragraph(lines, index + 1, match["text"])
            yield from _mention(doc, object_name, match["title"], text, index)
            index = end
            continue
        heading = heading_at(lines, index, None) if _WORD.search(lines[index]) else None
        if heading is None:
            index += 1
            continue
        start = index + heading.size
        while start < len(lines) and not lines[start].strip():
            start += 1
        index += heading.size
        if heading.claim is not None and heading.claim.sure and not heading.claim.opening and start < len(lines):
            text, _ = _paragraph(lines, start, "")
            yield from _mention(doc, object_name, heading.claim.title, text, start)


def _paragraph(lines: Sequence[str], start: int, text: str) -> tuple[str, int]:
    end = start
    while end < min(len(lines), start + _MOST_LINES) and lines[end].strip():
        text = f"{text} {lines[end].strip()}".strip()
        end += 1
    return text, end


def _mention(doc: Docstring, object_name: str, title: str, text: str, index: int) -> Iterator[Mention]:
    if text[:1] in "{[" or text.startswith((">>>", "```")):
        return
    names = dict.fromkeys(match[match.lastgroup or 0] for match in _NAME.finditer(text))
    if 0 < len(names) <= _MOST_NAMES:
        yield Mention(object_name, title.strip("` "), text, tuple(names), doc.numbers[index])
