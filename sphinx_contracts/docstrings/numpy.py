"""Bodies of NumPy-style sections: ``name : type`` with an indented description.

Key Components:
    - is_numpy: does a body follow the style
    - numpy_entries: its entries

Usage:
    from sphinx_contracts.docstrings.numpy import numpy_entries

    entries = numpy_entries(lines, returned=False)
"""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings.google import dedented, described_type
from sphinx_contracts.docstrings.headings import is_bullet
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.docstrings.types import is_likely_type
from sphinx_contracts.model.docstring import Entry

__all__ = ["is_numpy", "numpy_entries"]

_HEAD = re.compile(r"(\*{0,2}`{0,2}\\?\*{0,2}[^\W\d][\w.]*`{0,2}(?:\s*,\s*\\?\*{0,2}`{0,2}\\?\*{0,2}[^\W\d][\w.]*`{0,2})*)"
                   r"(?:\s*:\s+|\s+:\s*|\s*:$|$)(.*)$")
_GOOGLE = re.compile(r"\*{0,2}`?[^\W\d][\w.]*`?(?:\s*\([^()]*\))?:\s+\S")


def is_numpy(lines: Sequence[Line]) -> bool:
    """Tell whether a body under an underlined heading follows the NumPy style.

    Args:
        lines: The body

    Returns:
        True when its base lines are heads (``name : type``, ``name`` or a type) and not ``name: text``

    Example:
        assert is_numpy([Line("x : int", 0, 1), Line("The x.", 4, 2)])
    """
    base = next((line.indent for line in lines if line.text), 0)
    heads = [line.text for line in lines if line.text and line.indent <= base]
    deeper = any(line.text and line.indent > base for line in lines)
    if not heads or is_bullet(heads[0]):
        return False
    if any(" : " in text for text in heads):
        return True
    return not any(_GOOGLE.match(text) for text in heads) and (deeper or len(heads[0].split()) == 1)


def numpy_entries(lines: Sequence[Line], *, returned: bool) -> tuple[Entry, ...]:
    """Read the entries of a NumPy-style body.

    Args:
        lines: The body
        returned: True for Returns, Yields, Raises and Warns, where a lone word is a type

    Returns:
        One entry for each name, in order; under Returns the name may be ""

    Example:
        entries = numpy_entries(lines, returned=False)
    """
    base = next((line.indent for line in lines if line.text), 0)
    groups: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if line.text and line.indent <= base:
            groups.append((line, []))
        elif groups:
            groups[-1][1].append(line)
    entries: list[Entry] = []
    for line, deeper in groups:
        text = dedented(deeper)
        if returned and " : " not in line.text:
            entries.append(Entry("", text, line.number, line.text.rstrip(":").strip(), line.column))
            continue
        match = _HEAD.match(line.text)
        if match is None:
            if entries and not deeper:
                last = entries.pop()
                joined = f"{last.text}\n{line.text}".strip()
                entries.append(Entry(last.name, joined, last.line, last.type, last.column))
            else:
                entries.append(Entry("", f"{line.text}\n{text}".strip(), line.number, None, line.column))
            continue
        type_, optional, default = described_type(match[2] or None)
        entries.extend(
            Entry(re.sub(r"[`*\\]", "", name), text, line.number, type_, line.column, (), optional, default)
            for name in re.split(r"\s*,\s*", match[1])
        )
    return tuple(entries)


def merged_return(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Make one entry of what a NumPy-style Returns section lists.

    Args:
        entries: The entries as listed

    Returns:
        The single entry, with the values as fields when there are several

    Example:
        entries = merged_return(numpy_entries(lines, returned=True))
    """
    if len(entries) < 2:
        if entries and not entries[0].text and entries[0].type and not is_likely_type(entries[0].type):
            only = entries[0]
            return (Entry(only.name, only.type or "", only.line, None, only.column),)
        return tuple(entries)
    return (Entry("", "", entries[0].line, None, entries[0].column, tuple(entries)),)
