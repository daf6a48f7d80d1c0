"""Bodies of Google-style sections and of the looser headings: entries, nested fields, bullets.

Key Components:
    - named_entries: parameters and attributes
    - raised_entries: exceptions and warnings with their conditions
    - returned_entry: what is returned or yielded
    - listed_entries: bullets, numbered items or lines
    - component_entries: key components of a module

Usage:
    from sphinx_contracts.docstrings.google import listed_entries
    from sphinx_contracts.docstrings.lines import Line

    entries, preamble = listed_entries([Line("- Writes the file", 0, 3)])
"""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings.headings import is_bullet
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.docstrings.types import is_annotation, is_likely_type, split_outside, typed
from sphinx_contracts.model.docstring import Entry

__all__ = ["component_entries", "listed_entries", "named_entries", "raised_entries", "returned_entry"]

_BULLET = re.compile(r"(?:[-*•+→✓✅]|\d{1,3}[.)]|\([a-z\d]\))\s+(?=\S)")
_NAME = r"(?:\*\*|\\?\*{1,2})?`{0,2}(?:\*{1,2})?[^\W\d][\w.\-]*(?:\(\))?`{0,2}(?:\*\*)?"
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:,|/)\s*{_NAME})*")
_AFTER = re.compile(r"\s*(?::(?=\s|$)|--?(?=\s)|[–—])\s*")
_EXCEPTION = r"(?::[\w:]+:)?`{0,2}~?[^\W\d][\w.]*`{0,2}"
_EXCEPTIONS = re.compile(rf"{_EXCEPTION}(?:\s*(?:,|/|\||\bor\b|\band\b)\s*{_EXCEPTION})*")
_CONDITION = re.compile(r"(?::(?=\s|$)|\s+(?:--?|[–—])(?=\s)|(?=\s+(?:if|when|on|for|unless|in case|after|during)\b))\s*")
_SENTENCE = re.compile(r"[.!?:]['\"`)]?$")


def _blocks(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """Group a body into its base lines, each with the deeper lines below it."""
    base = next((line.indent for line in lines if line.text), 0)
    groups: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if line.text and line.indent <= base:
            groups.append((line, []))
        elif groups:
            groups[-1][1].append(line)
    return groups


def dedented(lines: Sequence[Line]) -> str:
    """Join lines without their common indentation.

    Args:
        lines: The lines

    Returns:
        The text without blank lines at both ends

    Example:
        text = dedented(lines)
    """
    margin = min((line.indent for line in lines if line.text), default=0)
    return "\n".join(" " * (line.indent - margin) + line.text if line.text else "" for line in lines).strip("\n")


def _head(text: str) -> tuple[list[str], str | None, str] | None:
    """Split ``names (type): text``; None when the line is no head of an entry."""
    match = _NAMES.match(text)
    if match is None:
        return None
    names = [re.sub(r"[`\\]|\*|\(\)$", "", name) for name in re.split(r"\s*[,/]\s*", match[0])]
    rest = text[match.end() :]
    bracket = re.match(r"\s*\(", rest)
    kind: str | None = None
    if bracket is not None:
        depth = 0
        for position in range(bracket.end() - 1, len(rest)):
            if rest[position] == "(":
                depth += 1
            elif rest[position] == ")":
                depth -= 1
                if depth == 0:
                    kind = rest[bracket.end() : position]
                    rest = rest[position + 1 :]
                    break
        else:
            return None
    after = _AFTER.match(rest)
    if after is None or (after.end() == 0):
        return None
    return names, kind, rest[after.end() :]


def described_type(text: str | None) -> tuple[str | None, bool, str | None]:
    """Read ``type, optional, defaults to x`` as it stands in brackets behind a name.

    Args:
        text: The text in brackets, None when there is none

    Returns:
        The type, whether it is optional, and the default

    Example:
        assert described_type("int, optional") == ("int", True, None)
    """
    if text is None:
        return None, False, None
    text = text.strip()
    optional, default = False, None
    match = re.search(r",?\s*\*?(?:optional)\*?", text)
    if match is not None:
        optional = True
    found = re.search(r"(?:defaults? to|default:?|default=)\s*`{0,2}([^`,]+)", text)
    if found is not None:
        default = found[1].strip()
    kind = re.split(r",?\s*\*?\boptional\b|,\s*default|,\s*\*?required", text, maxsplit=1)[0].strip().rstrip(",")
    kind = re.sub(r":(?:py:)?\w+:`~?([^`]*)`", r"\1", kind).replace("`", "")
    return (kind or None), optional, default


def named_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read ``name (type): text`` entries with their nested fields.

    Args:
        lines: The section's body

    Returns:
        The entries, one for each name, and the text before the first

    Example:
        entries, preamble = named_entries(lines)
    """
    found: list[tuple[Line, list[str], str | None, list[Line]]] = []
    preamble: list[Line] = []
    for line, deeper in _blocks(lines):
        text = _BULLET.sub("", line.text, count=1)
        head = _head(text)
        column = line.column + len(line.text) - len(text)
        if head is None and not found:
            preamble.extend((line, *deeper))
        elif head is None:
            found[-1][3].extend((line, *deeper))
        else:
            names, kind, rest = head
            first = Line(rest, 0, line.number, column)
            found.append((Line(text, line.indent, line.number, column), names, kind, [first, *deeper]))
    entries: list[Entry] = []
    for line, names, kind, body in found:
        text, fields = _nested(body)
        type_, optional, default = described_type(kind)
        entries.extend(
            Entry(name, text, line.number, type_, line.column, fields, optional, default) for name in names
        )
    return tuple(entries), dedented(preamble)


def _nested(body: Sequence[Line]) -> tuple[str, tuple[Entry, ...]]:
    """Separate an entry's text from the items that describe its fields."""
    first, rest = body[0], list(body[1:])
    start = _fields_start(first, rest)
    if start is None:
        return _paragraph(first.text, rest), ()
    fields: list[Entry] = []
    groups = _blocks(rest[start:])
    for line, deeper in groups:
        head = _head(_BULLET.sub("", line.text, count=1))
        if head is None or len(head[0]) != 1:
            return _paragraph(first.text, rest), ()
        names, kind, text = head
        whole = " ".join([text, *(item.text for item in deeper if item.text)]).strip()
        type_, description = (described_type(kind)[0], whole) if kind is not None else typed(whole)
        fields.append(Entry(names[0], description, line.number, type_, line.column))
    return _paragraph(first.text, rest[:start]), tuple(fields)


def _fields_start(first: Line, rest: list[Line]) -> int | None:
    opener = first.text
    for index, line in enumerate(rest):
        if not line.text:
            continue
        head = _head(_BULLET.sub("", line.text, count=1))
        if is_bullet(line.text):
            return index if head is not None else None
        if opener.endswith(":") and head is not None and not _SENTENCE.search(line.text):
            return index
        opener = line.text
    return None


def _paragraph(first: str, rest: Sequence[Line]) -> str:
    body = dedented(rest)
    return f"{first}\n{body}".strip("\n") if body else first


def raised_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read exceptions with their conditions.

    Args:
        lines: The section's body

    Returns:
        One entry for each exception, and the text before the first

    Example:
        entries, preamble = raised_entries(lines)
    """
    found: list[tuple[Line, list[str], list[Line]]] = []
    preamble: list[Line] = []
    for line, deeper in _blocks(lines):
        text = _BULLET.sub("", line.text, count=1)
        head = _exception_head(text)
        if head is not None:
            names, rest = head
            found.append((line, names, [Line(rest, 0, line.number), *deeper]))
        elif found:
            found[-1][2].extend((line, *deeper))
        else:
            preamble.extend((line, *deeper))
    entries = [
        Entry(name, _paragraph(body[0].text, body[1:]).strip(), line.number, None, line.column)
        for line, names, body in found
        for name in names
    ]
    return tuple(entries), dedented(preamble)


def _exception_head(text: str) -> tuple[list[str], str] | None:
    match = _EXCEPTIONS.match(text)
    if match is None or match[0].lower() in ("none", "nothing"):
        return None
    names = [
        re.sub(r":[\w:]+:|[`~]", "", name)
        for name in re.split(r"\s*(?:,|/|\||\bor\b|\band\b)\s*", match[0])
    ]
    rest = text[match.end() :]
    if not rest:
        return names, ""
    after = _CONDITION.match(rest)
    if after is None:
        return None
    if not after[0].strip().startswith(":") and not all(name.split(".")[-1][:1].isupper() for name in names):
        return None
    return names, rest[after.end() :].strip()


def returned_entry(lines: Sequence[Line]) -> Entry | None:
    """Read what is returned or yielded: a type, a description and the parts of the value.

    Args:
        lines: The section's body

    Returns:
        One entry without a name, None when the body is blank

    Example:
        entry = returned_entry(lines)
    """
    body = [line for line in lines]
    while body and not body[0].text:
        body.pop(0)
    if not body:
        return None
    first = body[0]
    if is_bullet(first.text) or _all_heads(body):
        text, fields = _nested([Line("", 0, first.number), *body])
        if fields:
            return Entry("", text, first.number, None, first.column, fields)
    text, fields = _nested(body)
    kind: str | None = None
    cut = split_outside(first.text, (": ",))
    if cut is None and first.text.endswith(":") and is_likely_type(first.text[:-1]):
        cut = first.text[:-1], ":", ""
    if cut is not None and is_annotation(cut[0]) and is_likely_type(cut[0]):
        kind = cut[0].strip()
        text = text[len(cut[0]) + len(cut[1]) :].strip()
    elif is_likely_type(first.text) and len(body) == 1:
        kind = first.text
    return Entry("", text, first.number, kind, first.column, fields)


def _all_heads(body: Sequence[Line]) -> bool:
    base = body[0].indent
    heads = [line for line in body if line.text and line.indent <= base]
    if len(heads) < 2 or not heads[0].text[:1].islower():
        return False
    found = [_head(line.text) for line in heads]
    return all(head is not None and len(head[0]) == 1 for head in found) and not is_likely_type(
        heads[0].text.split(":")[0]
    )


def listed_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read bullets or numbered items; without any, each paragraph is one item.

    Args:
        lines: The section's body

    Returns:
        The items and the text before the first bullet

    Example:
        entries, preamble = listed_entries(lines)
    """
    bulleted = any(is_bullet(line.text) for line, _ in _blocks(lines))
    items: list[tuple[Line, list[str]]] = []
    preamble: list[Line] = []
    fresh = True
    base = next((line.indent for line in lines if line.text), 0)
    for line in lines:
        if not line.text:
            fresh = True
            continue
        starts = is_bullet(line.text) and line.indent <= base if bulleted else fresh and line.indent <= base
        fresh = False
        if starts:
            items.append((line, [_BULLET.sub("", line.text, count=1)]))
        elif items:
            items[-1][1].append(" " * max(0, line.indent - base - 2) + line.text)
        else:
            preamble.append(line)
    return tuple(Entry("", "\n".join(text), line.number, None, line.column) for line, text in items), dedented(preamble)


def component_entries(lines: Sequence[Line]) -> tuple[tuple[Entry, ...], str]:
    """Read the key components of a module: ``- Name: text``, ``1. Name - text``, ``- name(): text``.

    Args:
        lines: The section's body

    Returns:
        The components and the text before the first

    Example:
        entries, preamble = component_entries(lines)
    """
    items, preamble = listed_entries(lines)
    if not any(is_bullet(line.text) for line in lines):
        named, preamble = named_entries(lines)
        if named:
            return named, preamble
    entries: list[Entry] = []
    for item in items:
        first, _, more = item.text.partition("\n")
        cut = split_outside(first, (": ", " - ", " – ", " — ", " -- "))
        name, text = (cut[0], cut[2]) if cut is not None else (first.rstrip(":"), "")
        name = re.sub(r"[`*]", "", name).strip()
        entries.append(Entry(name, f"{text}\n{more}".strip(), item.line, None, item.column))
    return tuple(entries), preamble
