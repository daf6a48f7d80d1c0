"""reST field lists: ``:param int x: text``, ``:returns:``, ``:raises ValueError:``.

Key Components:
    - FieldLine: one field with its body
    - take_fields: separates the fields from the other lines
    - field_sections: the sections that the fields stand for

Usage:
    from sphinx_contracts.docstrings.rest import field_sections, take_fields

    rest, fields = take_fields(lines)
    sections = field_sections(fields)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sphinx_contracts.docstrings.google import dedented
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.model.docstring import DocSection, Entry, SectionKind

__all__ = ["FieldLine", "field_sections", "take_fields"]

_FIELD = re.compile(r"[:@]([a-z]+)(?:\s+([^:`]+(?:`[^`]*`)?[^:`]*))?:(?:\s+(.*)|$)")
_KINDS: dict[str, SectionKind] = {
    **dict.fromkeys(
        ("param", "parameter", "arg", "argument", "key", "keyword", "kwarg", "kwparam", "type"), SectionKind.INPUTS
    ),
    **dict.fromkeys(("return", "returns", "rtype"), SectionKind.RETURNS),
    **dict.fromkeys(("yield", "yields", "ytype"), SectionKind.YIELDS),
    **dict.fromkeys(("raise", "raises", "except", "exception"), SectionKind.RAISES),
    **dict.fromkeys(("warns", "warn"), SectionKind.WARNS),
    **dict.fromkeys(("var", "ivar", "cvar", "vartype"), SectionKind.ATTRIBUTES),
}
_TITLES = {
    SectionKind.INPUTS: "Parameters",
    SectionKind.RETURNS: "Returns",
    SectionKind.YIELDS: "Yields",
    SectionKind.RAISES: "Raises",
    SectionKind.WARNS: "Warns",
    SectionKind.ATTRIBUTES: "Attributes",
}


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a field list."""

    field: str  # the field's name: "param", "returns" ...
    argument: str  # what stands behind it: "int x", "ValueError"
    line: Line  # where it starts
    body: tuple[Line, ...]  # its text, the rest of the first line included


def take_fields(lines: Sequence[Line]) -> tuple[list[Line], list[FieldLine]]:
    """Separate the known fields from the other lines.

    Args:
        lines: The docstring's lines

    Returns:
        The other lines, and the fields in order

    Example:
        rest, fields = take_fields(lines)
    """
    if not any(line.text[:1] in (":", "@") for line in lines):
        return list(lines), []
    rest: list[Line] = []
    fields: list[FieldLine] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        match = _FIELD.match(line.text) if line.text[:1] in (":", "@") else None
        if match is None or match[1] not in _KINDS:
            rest.append(line)
            index += 1
            continue
        body = [Line(match[3] or "", 0, line.number, line.column)]
        index += 1
        while index < len(lines):
            following = lines[index]
            if following.text and following.indent <= line.indent:
                break
            body.append(following)
            index += 1
        fields.append(FieldLine(match[1], (match[2] or "").strip(), line, tuple(body)))
    return rest, fields


def _text(found: FieldLine) -> str:
    tail = dedented(found.body[1:])
    return f"{found.body[0].text}\n{tail}".strip()


def field_sections(fields: Sequence[FieldLine]) -> tuple[DocSection, ...]:
    """Build the sections that a field list stands for.

    Args:
        fields: The fields in order

    Returns:
        One section for each kind, in order of appearance

    Example:
        sections = field_sections(fields)
    """
    entries: dict[SectionKind, list[Entry]] = {}
    types: dict[tuple[SectionKind, str], str] = {}
    lines: dict[SectionKind, int] = {}
    for found in fields:
        kind = _KINDS[found.field]
        lines.setdefault(kind, found.line.number)
        place = entries.setdefault(kind, [])
        text = _text(found)
        number, column = found.line.number, found.line.column
        if found.field in ("type", "vartype", "rtype", "ytype"):
            types[kind, found.argument.lstrip("*\\")] = text
        elif kind in (SectionKind.RAISES, SectionKind.WARNS):
            names = [re.sub(r":[\w:]+:|[`~]", "", name) for name in re.split(r"\s*,\s*|\s+or\s+", found.argument)]
            place.extend(Entry(name, text, number, None, column) for name in names if name)
            if not found.argument and text:
                place.append(Entry("", text, number, None, column))
        elif kind in (SectionKind.RETURNS, SectionKind.YIELDS):
            place.append(Entry("", text, number, None, column))
        else:
            words = found.argument.split()
            name = re.sub(r"[`*\\]", "", words[-1]) if words else ""
            place.append(Entry(name, text, number, " ".join(words[:-1]) or None, column))
    return tuple(_section(kind, place, types, lines[kind], fields) for kind, place in entries.items())


def _section(
    kind: SectionKind,
    place: list[Entry],
    types: dict[tuple[SectionKind, str], str],
    line: int,
    fields: Sequence[FieldLine],
) -> DocSection:
    found = [replace(entry, type=entry.type or types.get((kind, entry.name))) for entry in place]
    if kind in (SectionKind.RETURNS, SectionKind.YIELDS):
        if not found and (kind, "") in types:
            found = [Entry("", "", line, types[kind, ""])]
        elif len(found) > 1:
            found = [replace(found[0], text="\n".join(entry.text for entry in found))]
    text = "\n".join(
        f":{' '.join(filter(None, (item.field, item.argument)))}: {_text(item)}"
        for item in fields
        if _KINDS[item.field] is kind
    )
    preamble = found[0].text if kind is SectionKind.RETURNS and found else ""
    return DocSection(kind, _TITLES[kind], line, text, line, tuple(found), preamble)
