"""Which section or entry of a docstring a line stands in."""

from bisect import bisect_right

from sphinx_contracts.model.docstring import Docstring, SectionKind

__all__ = ["Places"]

_NAMES = {SectionKind.RETURNS: "returns", SectionKind.YIELDS: "yields"}


class Places:
    """Looks up the section or parameter that a line belongs to.

    Responsibilities:
        - Tell the name of a format that stands under Returns, Yields or one parameter
        - Tell what stands in a section of examples

    Attributes:
        doc: The docstring

    Example:
        place = Places(doc).at(12)
    """

    def __init__(self, doc: Docstring) -> None:
        marks: list[tuple[int, int, str]] = []
        self._examples: list[tuple[int, int]] = []
        for section in doc.sections:
            last = section.body_line + section.text.count("\n")
            if section.kind is SectionKind.EXAMPLES:
                self._examples.append((section.line, last))
            name = _NAMES.get(section.kind, "")
            marks.append((section.line, last, name))
            if section.kind is SectionKind.INPUTS:
                marks.extend((entry.line, last, entry.name) for entry in section.entries)
        marks.sort()
        self._starts = [start for start, _, _ in marks]
        self._marks = marks

    def at(self, line: int) -> str:
        """The name of the place that a source line stands in, "" for none."""
        index = bisect_right(self._starts, line) - 1
        if index < 0:
            return ""
        _, last, name = self._marks[index]
        return name if line <= last else ""

    def is_example(self, line: int) -> bool:
        """Tell whether a source line stands in a section of examples."""
        return any(start <= line <= last for start, last in self._examples)
