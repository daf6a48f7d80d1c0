"""reST field lists: ``:param int x: text``, ``:returns:``, ``:raises ValueError:``.

Fields may stand anywhere in a docstring, also below sections of another dialect.

Key Components:
    - FieldLine: one field with its body
    - field_at: the field that starts at a line
    - field_sections: the sections that the fields stand for

Usage:
    from sphinx_contracts.docstrings.lines import Line
    from sphinx_contracts.docstrings.rest import field_at, field_sections

    field = field_at(Line(":param x: the x", 0, 3))
    sections = field_sections([field])
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sphinx_contracts.docstrings._described import described_type
from sphinx_contracts.docstrings._heads import names_in
from sphinx_contracts.docstrings._nested import described, described_value, positions
from sphinx_contracts.docstrings._raised import raised_entries
from sphinx_contracts.docstrings.lines import Line, dedented
from sphinx_contracts.docstrings.types import unquoted
from sphinx_contracts.model.docstring import DocSection, Entry, SectionKind
from sphinx_contracts.model.fast_init import replace

__all__ = ["FieldLine", "field_at", "field_sections"]

_FIELD = re.compile(r"[:@]([a-z]+)(?:\s+((?:[^:`]++|`[^`]*`|:[\w:]{1,40}:`[^`]*`|:(?!\s|$))++))?:(?:\s+(.*)|$)")
_KINDS: dict[str, SectionKind] = {
    **dict.fromkeys(
        ("param", "parameter", "arg", "argument", "key", "keyword", "kwarg", "kwparam", "type", "paramtype", "kwtype"),
        SectionKind.INPUTS,
    ),
    **dict.fromkeys(("return", "returns", "rtype"), SectionKind.RETURNS),
    **dict.fromkeys(("yield", "yields", "ytype"), SectionKind.YIELDS),
    **dict.fromkeys(("raise", "raises", "except", "exception"), SectionKind.RAISES),
    **dict.fromkeys(("warns", "warn"), SectionKind.WARNS),
    **dict.fromkeys(("var", "ivar", "cvar", "vartype", "attr", "attribute"), SectionKind.ATTRIBUTES),
}
_TYPES = frozenset({"type", "paramtype", "kwtype", "vartype", "rtype", "ytype"})
_RETURNED = (SectionKind.RETURNS, SectionKind.YIELDS)
_RAISED = (SectionKind.RAISES, SectionKind.WARNS)
_TITLES = {
    SectionKind.INPUTS: "Parameters",
    SectionKind.RETURNS: "Returns",
    SectionKind.YIELDS: "Yields",
    SectionKind.RAISES: "Raises",
    SectionKind.WARNS: "Warns",
    SectionKind.ATTRIBUTES: "Attributes",
}


@dataclass(slots=True)
class FieldLine:
    """One field of a field list."""

    name: str  # the field's name: "param", "returns" ...
    argument: str  # what stands behind it: "int x", "ValueError"
    text: str  # the text on the field's own line
    line: Line  # where it starts
    body: list[Line] = field(default_factory=list)  # the lines below it

    @property
    def whole(self) -> str:
        """The field's text with the lines below it."""
        return f"{self.text}\n{dedented(self.body)}".strip()


def field_at(line: Line) -> FieldLine | None:
    """Find the field that starts at a line.

    Args:
        line: The line

    Returns:
        The field without the lines below it, None when the line starts none that is known

    Example:
        field = field_at(Line(":param x: the x", 0, 3))
    """
    match = _FIELD.match(line.text)
    if match is None or match[1] not in _KINDS:
        return None
    return FieldLine(match[1], (match[2] or "").strip(), (match[3] or "").strip(), line)


def field_sections(fields: Sequence[FieldLine]) -> tuple[DocSection, ...]:
    """Build the sections that a field list stands for.

    Args:
        fields: The fields in order

    Returns:
        One section for each kind, in order of appearance

    Example:
        sections = field_sections(fields)
    """
    named: dict[SectionKind, set[str]] = {}
    for found in fields:
        if found.name not in _TYPES:
            named.setdefault(_KINDS[found.name], set()).update(_names(found)[1])
    # ``:type x:`` is also written for what ``:ivar x:`` describes
    attributes = named.get(SectionKind.ATTRIBUTES, set()) - named.get(SectionKind.INPUTS, set())
    grouped: dict[SectionKind, list[FieldLine]] = {}
    for found in fields:
        is_attribute = found.name == "type" and found.argument.lstrip("*\\") in attributes
        grouped.setdefault(SectionKind.ATTRIBUTES if is_attribute else _KINDS[found.name], []).append(found)
    return tuple(_section(kind, found) for kind, found in grouped.items())


def _section(kind: SectionKind, fields: Sequence[FieldLine]) -> DocSection:
    types = {found.argument.lstrip("*\\"): found for found in fields if found.name in _TYPES}
    others = [found for found in fields if found.name not in _TYPES]
    if kind in _RETURNED:
        entries = _returned(others, types)
    elif kind in _RAISED:
        entries = [entry for found in others for entry in _raised(found)]
    else:
        entries = [entry for found in others for entry in _named(found, types)]
        named = {entry.name for entry in entries}
        entries += [
            Entry(name, "", found.line.number, unquoted(found.whole), found.line.column)
            for name, found in types.items()
            if name and name not in named
        ]
    head = fields[0].line.number
    text = "\n".join(f":{' '.join(filter(None, (item.name, item.argument)))}: {item.whole}" for item in fields)
    return DocSection(kind, _TITLES[kind], head, text, head, tuple(entries))


def _names(found: FieldLine) -> tuple[str, tuple[str, ...], str]:
    """The type that a field's argument holds, its names, and a default."""
    argument, _, default = found.argument.partition("=") if "`" not in found.argument else (found.argument, "", "")
    words = argument.split()
    kind, names = " ".join(words[:-1]), words[-1] if words else ""
    if kind.endswith(",") or (words and all(word.endswith(",") for word in words[:-1])):
        kind, names = "", argument  # ":param x, y: text"
    return kind, names_in(names), default.strip()


def _named(found: FieldLine, types: dict[str, FieldLine]) -> list[Entry]:
    kind, names, default = _names(found)
    entries: list[Entry] = []
    for name in names:
        typed = types.get(name)
        type_, optional, documented = described_type(kind or (typed.whole if typed is not None else None))
        content = described([Line(found.text, 0, found.line.number), *found.body], type_)
        entries.append(
            Entry(
                name,
                content.text.strip(),
                found.line.number,
                type_,
                found.line.column,
                content.fields,
                optional,
                documented or default or None,
            )
        )
    return entries


def _returned(fields: Sequence[FieldLine], types: dict[str, FieldLine]) -> list[Entry]:
    typed = next(iter(types.values()), None)
    kind = described_type(typed.whole)[0] if typed is not None else None
    if not fields:
        return [Entry("", "", typed.line.number, kind, typed.line.column)] if typed is not None else []
    first = fields[0]
    content = described_value([Line(first.text, 0, first.line.number), *first.body])
    text = "\n".join([content.text, *(found.whole for found in fields[1:])]).strip()
    kind = kind or first.argument or None
    parts = content.fields or positions(content.text, first.line)
    return [Entry("", text, first.line.number, kind, first.line.column, parts)]


def _raised(found: FieldLine) -> list[Entry]:
    number, column = found.line.number, found.line.column
    if not found.argument:
        entries, _ = raised_entries([Line(found.text, 0, number, column), *found.body])
        return [replace(entry, line=number) for entry in entries] or [Entry("", found.whole, number, None, column)]
    names = re.sub(r":[\w:]+:(?=`)|[`~]", "", found.argument)
    return [
        Entry(name.strip("."), found.whole, number, None, column)
        for name in re.split(r"\s*(?:,|\bor\b|/|\|)\s*|\s+", names)
        if name.strip(".")
    ]
