"""Bodies that are lists: side effects, guarantees, steps, key components."""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings._marks import bullet, is_bullet
from sphinx_contracts.docstrings.google import named_entries
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.docstrings.types import split_outside
from sphinx_contracts.model.docstring import Entry

_SENTENCE = re.compile(r"[.!?;][\"'`)]*$")
_ITEM = re.compile(r"[\w./{}<>*~-]{1,120}(\(\))?(\s*$|\s*:\s|\s+[-–—]{1,2}\s|\s+\()|\w{1,20}( \w{1,20}){0,2}: \S")
_SEPARATORS = (": ", " - ", " – ", " — ", " -- ")


def listed_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read bullets or numbered items; without any, each paragraph or sentence on a line of its own is one item.

    Args:
        lines: The section's body

    Returns:
        The items and the text before the first bullet

    Example:
        entries, preamble = listed_entries(lines)
    """
    first = next((index for index, line in enumerate(lines) if is_bullet(line.text)), None)
    if first is None:
        return tuple(_plain_items(lines)), ""
    level = lines[first].indent
    items: list[tuple[Line, list[Line]]] = []
    for line in lines[first:]:
        if is_bullet(line.text) and line.indent <= level:
            items.append((line, []))
        else:
            items[-1][1].append(line)
    return tuple(_bulleted(line, deeper) for line, deeper in items), dedented(lines[:first])


def _bulleted(line: Line, deeper: Sequence[Line]) -> Entry:
    mark = bullet(line.text)
    text = line.text[mark.end() :] if mark is not None else line.text
    more = dedented(deeper)
    return Entry("", f"{text}\n{more}" if more else text, line.number, None, line.column)


def _plain_items(lines: Sequence[Line]) -> list[Entry]:
    base = next((line.indent for line in lines if line.text), 0)
    outer = [line.text for line in lines if line.text and line.indent <= base]
    each = len(outer) > 1 and all(_ITEM.match(text) for text in outer)
    items: list[tuple[Line, list[Line]]] = []
    before = ""
    for line in lines:
        fresh = not before or each or (_SENTENCE.search(before[-4:]) is not None and not line.text[:1].islower())
        if line.text and line.indent <= base and fresh:
            items.append((line, [line]))
        elif items:
            items[-1][1].append(line)
        before = line.text
    return [Entry("", dedented(body), line.number, None, line.column) for line, body in items]


def component_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read the key components of a module: ``- Name: text``, ``1. Name - text``, ``- name(): text``.

    Args:
        lines: The section's body

    Returns:
        The components and the text before the first; an item that is a sentence has no name

    Example:
        entries, preamble = component_entries(lines)
    """
    lines = _without_autosummary(lines)
    if not any(is_bullet(line.text) for line in lines):
        named, preamble = named_entries(lines)
        if named:
            return named, preamble
    items, preamble = listed_entries(lines)
    return tuple(_component(item) for item in items), preamble


def _without_autosummary(lines: Sequence[Line]) -> list[Line]:
    """The names that an ``autosummary`` directive lists stand for themselves."""
    kept: list[Line] = []
    margin = -1  # indentation of the directive that is open
    for line in lines:
        if line.text.startswith(".. autosummary::"):
            margin = line.indent
        elif margin >= 0 and line.text and line.indent <= margin:
            margin = -1
            kept.append(line)
        elif margin < 0:
            kept.append(line)
        elif not line.text.startswith(":"):
            kept.append(Line(f"- {line.text}", margin, line.number, line.column) if line.text else line)
    return kept


def _component(item: Entry) -> Entry:
    first, newline, more = item.text.partition("\n")
    cut = split_outside(first, _SEPARATORS)
    if cut is not None:
        name, text = cut[0], cut[2]
    elif first.endswith(":") or len(first.split()) <= 2:
        name, text = first.rstrip(":"), ""
    else:
        return item
    name = re.sub(r"[`*]|:[\w:]+:(?=`)|\(\)$", "", name.strip()).strip()
    return Entry(name, f"{text}{newline}{more}".strip(), item.line, None, item.column)
