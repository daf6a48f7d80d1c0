"""A docstring's lines divided into prose, sections and fields, in one pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sphinx_contracts.docstrings._flat import continues_flat_body
from sphinx_contracts.docstrings._marks import is_bullet, is_rule
from sphinx_contracts.docstrings._vocabulary import is_strict
from sphinx_contracts.docstrings.headings import OPEN_SHAPES, Heading, Shape, heading_at, kind_of
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.docstrings.rest import FieldLine, field_at
from sphinx_contracts.model.docstring import SectionKind


@dataclass(slots=True)
class Parts:
    """A docstring's lines by what they belong to."""

    prose: list[Line] = field(default_factory=list)  # lines of no section, in order
    sections: list[tuple[Heading, Line, list[Line]]] = field(default_factory=list)  # heading, its line, its body
    fields: list[FieldLine] = field(default_factory=list)  # reST fields


def split(lines: Sequence[Line], extra: Mapping[str, SectionKind], shields: Sequence[int]) -> Parts:
    """Divide lines into prose, sections and fields.

    Where headings stand deeper than the docstring's margin, because a stray line stands further left, the lines
    are read from the headings' indentation.

    Args:
        lines: The docstring's lines
        extra: Further headings in lower case and their meaning
        shields: What ``shields_of`` says of the lines

    Returns:
        The parts; each line belongs to exactly one, rules around headings to none

    Example:
        parts = split(lines, {}, shields_of(lines))
    """
    parts = _divided(lines, extra, shields)
    if parts.fields or any(is_strict(heading.title) for heading, _, _ in parts.sections):
        return parts
    shift = _deep_headings(parts.prose)
    if shift:
        return _divided([line._replace(indent=max(0, line.indent - shift)) for line in lines], extra, shields)
    return parts


def _deep_headings(prose: Sequence[Line]) -> int:
    """The indentation of strict headings that stand in prose; 0 when there are none, or only below an opener."""
    above: list[Line] = []  # the lines that the current one stands below, by indentation
    for line, following in pairwise(prose):
        if not line.text:
            continue
        while above and above[-1].indent >= line.indent:
            above.pop()
        heads = (line.text[-1] == ":" and following.indent > line.indent) or is_rule(following.text)
        opened = bool(above) and above[-1].text[-1] == ":"
        if line.indent and heads and not opened and line.text[0].isupper() and is_strict(line.text):
            return line.indent
        above.append(line)
    return 0


def _divided(lines: Sequence[Line], extra: Mapping[str, SectionKind], shields: Sequence[int]) -> Parts:
    return _Pass(lines, extra, shields).run()


class _Pass:
    """One pass over a docstring's lines."""

    def __init__(self, lines: Sequence[Line], extra: Mapping[str, SectionKind], shields: Sequence[int]) -> None:
        self.parts = Parts()
        self._lines = lines
        self._extra = extra
        self._shields = shields
        self._section: Heading | None = None  # the section that takes lines, None for prose and fields
        self._in_field = False  # a field takes lines
        self._body = self.parts.prose  # where the next line goes
        self._depth = 0  # brackets of a literal shape that are open in a flat body or behind a heading

    def run(self) -> Parts:
        """Give each line its place."""
        lines, index = self._lines, 0
        while index < len(lines):
            line = lines[index]
            text = line.text
            if line.indent or not text:
                if text[-1:] == ":" and self._opens_among_entries(line):
                    index += 1
                    continue
            elif not self._is_inside_shield(index):
                found = None if self._shields[index] else self._opens(index)
                if found is not None:
                    index = found
                    continue
                if not self._goes_on(index):
                    self._section, self._in_field, self._body, self._depth = None, False, self.parts.prose, 0
            self._body.append(line)
            if self._depth or (self._section is not None and self._section.shape is Shape.FLAT):
                self._depth = _depth(text, self._depth)
            index += 1
        return self.parts

    def _is_inside_shield(self, index: int) -> bool:
        shield = self._shields[index]
        return bool(shield) and index > 0 and self._shields[index - 1] == shield

    def _opens(self, index: int) -> int | None:
        """The index behind a heading or a field's first line, None where the line is neither."""
        line = self._lines[index]
        found = field_at(line) if line.text[0] in ":@" else None
        if found is not None:
            self.parts.fields.append(found)
            self._section, self._in_field, self._body, self._depth = None, True, found.body, 0
            return index + 1
        heading = heading_at(self._lines, index, self._extra, self._section)
        if heading is None and line.text[-1] == ":" and ". " in line.text:
            heading, line = self._tail_heading(index, line)
        if heading is None:
            return None
        self._section, self._in_field, self._body = heading, False, []
        self._depth = _depth(heading.inline, 0)
        self.parts.sections.append((heading, line, self._body))
        return heading.body

    def _tail_heading(self, index: int, line: Line) -> tuple[Heading | None, Line]:
        """A strict heading that ends a line of prose, and the line as it would be alone."""
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        prose, _, title = line.text.rpartition(". ")
        if following is None or not following.text or not title[0].isupper() or not is_strict(title):
            return None, line
        shape = Shape.BLOCK if following.indent else Shape.FLAT if is_bullet(following.text) else Shape.PARAGRAPH
        if shape is Shape.PARAGRAPH and index:
            return None, line  # only behind the opening quotes the lines below lose their indentation
        if not self._goes_on(index):
            self._body = self.parts.prose
        self._body.append(line._replace(text=f"{prose}."))
        at = line._replace(text=title, column=line.column + len(prose) + 2)
        name = title[:-1].rstrip()
        return Heading(kind_of(name, self._extra), name, index + 1, shape), at

    def _opens_among_entries(self, line: Line) -> bool:
        """Tell whether a line is a strict heading that stands, by mistake, as deep as the parameters above it."""
        section = self._section
        if section is None or section.shape is not Shape.BLOCK or section.kind is not SectionKind.INPUTS:
            return False
        base = next((item.indent for item in self._body if item.text), 0)
        if line.indent != base or not is_strict(line.text) or not line.text[0].isupper():
            return False
        title = line.text[:-1].rstrip()
        self._section, self._body = Heading(kind_of(title, self._extra), title, 0), []
        self.parts.sections.append((self._section, line, self._body))
        return True

    def _goes_on(self, index: int) -> bool:
        """Tell whether an unindented line belongs to what takes lines."""
        section = self._section
        if section is None:
            return not self._in_field
        if section.shape in OPEN_SHAPES:
            return True
        before = self._lines[index - 1]
        if section.shape is Shape.FLAT:
            return self._depth > 0 or continues_flat_body(section.kind, self._lines[index], before)
        if section.shape is Shape.PARAGRAPH:
            return bool(before.text)
        return self._depth > 0 or (bool(section.inline and before.text) and not before.indent)


def _depth(text: str, depth: int) -> int:
    """How many brackets of a literal shape are open after a line."""
    if depth <= 0 and text[:1] not in ("{", "[") and text[-1:] not in ("{", "["):
        return 0
    return depth + text.count("{") + text.count("[") - text.count("}") - text.count("]")
