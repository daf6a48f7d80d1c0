"""Case files: a docstring, a line of equals signs, and the formats that it documents."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.formats import find_formats
from sphinx_contracts.model.formats import Format, FormatField

FOLDER = Path(__file__).parent.parent / "cases" / "formats"
DIVIDER = "=" * 20


@dataclass(frozen=True)
class Case:
    """One case file."""

    name: str  # path below the folder of cases, without suffix
    docstring: str  # the docstring's value
    expected: str  # the formats as ``render`` writes them

    def formats(self) -> tuple[Format, ...]:
        """The formats that the docstring documents."""
        return formats_in(self.docstring)


def formats_in(docstring: str) -> tuple[Format, ...]:
    """The formats of a docstring that starts at line 1 of its file."""
    doc = parse_docstring(docstring, None, 1, docstring.count("\n") + 1)
    return find_formats(doc, "shop.orders")


def cases(kind: str) -> list[Case]:
    """All case files of a folder, in order."""
    return list(_cases(kind))


def _cases(kind: str) -> Iterator[Case]:
    for path in sorted((FOLDER / kind).glob("*.txt")):
        docstring, _, expected = path.read_text(encoding="utf-8").partition(f"\n{DIVIDER}\n")
        yield Case(f"{kind}/{path.stem}", docstring, expected.strip("\n"))


def render(formats: tuple[Format, ...]) -> str:
    """Write formats as the case files have them; what has its default is left out."""
    return "\n\n".join(_render(item) for item in formats)


def _render(item: Format) -> str:
    head = f"{item.name} ({item.language}) at line {item.line}"
    rows = [head if item.version is None else f"{head}, version {item.version}"]
    if item.description:
        rows.append(f"    {item.description}")
    rows += [f"    {problem.rule} at line {problem.line}: {problem.message}" for problem in item.problems]
    for field in item.fields:
        rows.extend(_rows(field))
    return "\n".join(rows)


def _rows(field: FormatField) -> Iterator[str]:
    types = " | ".join(field.types) or "-"
    flags = [
        name
        for name, given in (
            ("nullable", field.nullable),
            ("optional", field.optional),
            ("open-ended", field.open_ended),
            ("map key", field.map_key),
        )
        if given
    ]
    yield f"{field.line:>4}  {field.path}: {types}" + (f" ({', '.join(flags)})" if flags else "")
    for label, value in (("group", field.group), ("unit", field.unit), ("means", field.description or None)):
        if value is not None:
            yield f"          {label}: {value}"
    if field.enum:
        yield f"          one of: {', '.join(json.dumps(value, ensure_ascii=False) for value in field.enum)}"
    if field.example is not None:
        yield f"          example: {json.dumps(field.example, ensure_ascii=False)}"
