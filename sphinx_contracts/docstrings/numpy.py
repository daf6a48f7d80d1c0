"""Bodies of NumPy-style sections: ``name : type`` with an indented description.

Heads stand at the section's indentation and descriptions below them, deeper; a head may name several parameters.

Key Components:
    - is_numpy: does a body follow the style
    - numpy_entries: parameters and attributes
    - numpy_returned: what is returned or yielded

Usage:
    from sphinx_contracts.docstrings.numpy import numpy_entries

    entries, preamble = numpy_entries(lines)
"""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings._described import described_type, names_a_type, reads_as_type
from sphinx_contracts.docstrings._heads import NAME, names_in
from sphinx_contracts.docstrings._marks import is_bullet
from sphinx_contracts.docstrings._nested import described, described_value, positions
from sphinx_contracts.docstrings._returned import returned_entry
from sphinx_contracts.docstrings.google import blocks, continue_body
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.docstrings.types import is_likely_type, unquoted
from sphinx_contracts.model.docstring import Entry

__all__ = ["is_numpy", "numpy_entries", "numpy_returned"]

_MORE = rf"(?:\.\.\.|…)\s*,?\s*{NAME}|\.\.\.|…|{NAME}"
_LIST = rf"(?:{NAME}|\.\.\.)(?:=[\w.'\"]{{1,30}})?(?:\s*,\s*(?:{_MORE}))*,?"
_HEAD = re.compile(
    rf"(\(\s*{_LIST}\s*\)|{_LIST}(?:\s*\(\w+\)(?=\s*:))?)"
    r"\s*(?:$|:\s*(?![:/=])(.*)$|(?<=,)\s*((?:optional|default)\b.*)$)"
)
_GOOGLE = re.compile(r"\*{0,2}`?[^\W\d][\w.]*`?(?:\s*\([^()]*\))?:\s+(\S.*)")

_ASSIGNED = re.compile(r"=([\w.'\"]+)")
_BESIDES = re.compile(r"=[\w.'\"]+|\(\w+\)$|\.\.\.|…")


def is_numpy(lines: Sequence[Line]) -> bool:
    """Tell whether a body under an underlined heading follows the NumPy style.

    Args:
        lines: The body

    Returns:
        True when its base lines are heads (``name : type``, ``name`` or a type) and not ``name: text``

    Example:
        assert is_numpy([Line("x : int", 0, 1), Line("The x.", 4, 2)])
    """
    groups = blocks(lines)
    if not groups or is_bullet(groups[0][0].text):
        return False
    heads = [line.text for line, _ in groups]
    if any(" : " in text for text in heads):
        return True
    deeper = any(line.text for _, below in groups for line in below)
    told = [match[1] for match in map(_GOOGLE.match, heads) if match is not None]
    if told:
        return all(reads_as_type(text) and (deeper or is_likely_type(text) or names_a_type(text)) for text in told)
    return deeper or len(heads[0].split()) == 1


def _whole_heads(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """The blocks of a body; the second line of a type, which stands deeper than the text, joins its head."""
    groups = blocks(lines)
    for position, (line, deeper) in enumerate(groups):
        later = min((item.indent for item in deeper[1:] if item.text), default=None)
        wraps = later is not None and deeper[0].indent > later and ":" in line.text
        if wraps or (deeper and deeper[0].text and line.text[-1] == "," and ":" in line.text):
            groups[position] = line._replace(text=f"{line.text} {deeper[0].text}"), deeper[1:]
    return groups


def numpy_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read the parameters or attributes of a NumPy-style body.

    Args:
        lines: The body

    Returns:
        One entry for each name, in order, and the text that belongs to none

    Example:
        entries, preamble = numpy_entries(lines)
    """
    found: list[tuple[Line, re.Match[str], list[Line]]] = []
    preamble: list[Line] = []
    open_ = False  # the last base line was a head and no blank line followed
    for line, deeper in _whole_heads(lines):
        match = _HEAD.match(line.text) if not line.text.startswith("..") else None
        if match is not None and match[2] is None and line.text[-1] == "." and found and open_:
            match = None  # the end of a sentence that was not indented
        if match is not None:
            found.append((line, match, [Line("", 0, line.number), *deeper]))
        elif found and (open_ or line.text.startswith("..")):
            continue_body(found[-1][2], line, deeper)
        else:
            preamble.extend((line, *deeper))
        open_ = not deeper or bool(deeper[-1].text)
    entries: list[Entry] = []
    for line, match, body in found:
        type_, optional, default = described_type(match[2] or match[3])
        content = described(body, type_)
        assigned = _ASSIGNED.search(match[1])
        default = default if assigned is None else assigned[1]
        names = names_in(_BESIDES.sub("", match[1]).strip("() "))
        entries.extend(
            Entry(name, content.text, line.number, type_, line.column, content.fields, optional, default)
            for name in names
        )
    return tuple(entries), dedented(preamble)


def numpy_returned(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read what a NumPy-style body says is returned or yielded.

    Args:
        lines: The body

    Returns:
        At most one entry, several values as its fields, and the text that belongs to none

    Example:
        entries, preamble = numpy_returned(lines)
    """
    groups = _whole_heads(lines)
    if _is_prose(groups):
        entry = returned_entry(lines)
        return ((entry,) if entry is not None else ()), ""
    entries: list[Entry] = []
    preamble: list[Line] = []
    for line, deeper in groups:
        if not _is_value(line.text, deeper):
            preamble.extend((line, *deeper))
            continue
        match = _HEAD.match(line.text)
        content = described_value([Line("", 0, line.number), *deeper])
        if match is not None and match[2] is not None:
            type_ = described_type(match[2])[0]
            names = names_in(match[1].strip("() "))
            entries.extend(Entry(name, content.text, line.number, type_, line.column, content.fields) for name in names)
        else:
            kind = unquoted(line.text.rstrip(":.").strip())
            entries.append(Entry("", content.text, line.number, kind, line.column, content.fields))
    return _one(entries), dedented(preamble)


def _is_value(text: str, deeper: Sequence[Line]) -> bool:
    """A line that names a value or its type, not a line of prose."""
    if text.startswith(".."):
        return False
    return any(line.text for line in deeper) or " : " in text or text[-1] not in ".:!?" or " " not in text


def _is_prose(groups: Sequence[tuple[Line, list[Line]]]) -> bool:
    """Sentences: nothing is named, and lines follow each other without a description between them."""
    texts = [line.text for line, _ in groups]
    if any(_HEAD.match(text) and ":" in text for text in texts):
        return False
    # the last of several lines may be a type without a description
    told = groups if len(groups) == 1 else groups[:-1]
    return any(not deeper and " " in line.text and not is_likely_type(unquoted(line.text)) for line, deeper in told)


def _one(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    if len(entries) == 1:
        only = entries[0]
        fields = only.fields or positions(only.text, Line("", 0, only.line, only.column))
        return (Entry(only.name, only.text, only.line, only.type, only.column, fields),)
    if not entries:
        return ()
    return (Entry("", "", entries[0].line, None, entries[0].column, tuple(entries)),)
