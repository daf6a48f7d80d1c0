"""The reader's record as a whole: presence, lines, columns, further headings."""

import pytest

from sphinx_contracts.docstrings.headings import kind_of
from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.docstrings.types import is_annotation, is_likely_type, split_outside, typed, unquoted
from sphinx_contracts.model.docstring import Docstring, SectionKind

SOURCE = '''class Queue:
    """Keep items in order.

    More on it.

    Attributes:
        items (list): the items
        - size: how many

    Returns: a dict with:
        - `a`: int (the a)

    Raises:
        ValueError, KeyError: If it is empty
    """
'''


def _read(source: str, first: int = 2) -> Docstring:
    lines = source.split("\n")[first - 1 : -1]
    value = "\n".join(lines).strip().strip('"')
    return parse_docstring(value, "\n".join(lines), first, first + len(lines) - 1)


def test_blank_counts_as_missing() -> None:
    assert parse_docstring(" \n\n ", None, 3, 5) == Docstring()
    assert not Docstring().present


def test_extent_and_lines() -> None:
    doc = _read(SOURCE)
    assert (doc.present, doc.line, doc.end_line, doc.margin) == (True, 2, 15, 4)
    assert doc.lines[0] == "Keep items in order."
    assert doc.lines[5] == "    items (list): the items"
    assert doc.numbers == tuple(range(2, 15))
    assert (doc.description, doc.description_line) == ("More on it.", 4)


def test_columns_point_at_names() -> None:
    doc = _read(SOURCE)
    lines = SOURCE.split("\n")
    entries = [entry for section in doc.sections for entry in section.entries]
    found = [entry for entry in (*entries, *(field for entry in entries for field in entry.fields)) if entry.name]
    assert [entry.name for entry in found] == ["items", "size", "ValueError", "KeyError", "a"]
    for entry in found[:3]:
        assert lines[entry.line - 1][entry.column - 1 :].startswith(entry.name)
    assert lines[found[-1].line - 1][found[-1].column - 1 :].startswith("`a`")


def test_the_column_of_the_first_line_is_behind_the_quotes() -> None:
    source = '    """:param x: the x"""'
    doc = parse_docstring(":param x: the x", source, 1, 1)
    assert doc.sections[0].entries[0].column == 8


def test_tabs_count_as_one_column() -> None:
    source = '\t"""Sum.\n\n\tArgs:\n\t\tx: the x\n\t"""'
    doc = parse_docstring("Sum.\n\n\tArgs:\n\t\tx: the x\n\t", source, 1, 5)
    assert (doc.sections[0].entries[0].line, doc.sections[0].entries[0].column) == (4, 3)


def test_body_lines() -> None:
    doc = parse_docstring("Sum.\n\nUsage:\n\n    run()\n\nReturns: the x\n", None, 10, 17)
    assert [(section.line, section.body_line) for section in doc.sections] == [(12, 14), (16, 16)]


def test_line_numbers_of_a_section_with_escapes() -> None:
    source = '"""Sum.\n\nUsage:\n    print("\\n")\n    run()\n"""'
    value = source.strip('"').replace("\\n", "\n")
    section = parse_docstring(value, source, 1, 6).sections[0]
    assert section.text.split("\n") == ['print("', '")', "run()"]
    assert section.numbers == (4, 4, 5)
    plain = parse_docstring("Sum.\n\nUsage:\n    a()\n    b()\n", None, 1, 6).sections[0]
    assert plain.numbers == ()


def test_further_headings() -> None:
    headings = {"invariants of it": SectionKind.GUARANTEES, "usage": SectionKind.OTHER, "gain": SectionKind.RETURNS}
    text = "Sum.\n\nInvariants of it:\n    - x > 0\n\nUsage:\n    run()\n\nGain (in EUR):\n    int: the gain\n"
    doc = parse_docstring(text, None, 1, 11, headings=headings)
    assert [section.kind for section in doc.sections] == ["guarantees", "other", "returns"]
    assert doc.sections[2].entries[0].type == "int"


def test_sections_stand_in_the_order_of_their_lines() -> None:
    doc = parse_docstring("Sum.\n\n:param x: the x\n\nUsage:\n    run()\n\n:returns: the y\n", None, 1, 9)
    assert [(section.kind, section.line) for section in doc.sections] == [
        ("inputs", 3),
        ("examples", 5),
        ("returns", 8),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Args", "inputs"),
        ("  side   EFFECTS: ", "side-effects"),
        ("Precedence (highest to lowest)", "precedence"),
        ("Thread-Safety", "guarantees"),
        ("Subclasses must implement the following methods", "responsibilities"),
        ("RPG Flavor", "other"),
        ("", "other"),
    ],
)
def test_kind_of(title: str, kind: str) -> None:
    assert kind_of(title, {}) == kind


@pytest.mark.parametrize(
    ("text", "annotation", "likely"),
    [
        ("int", True, True),
        ("dict[str, int] | None", True, True),
        ("Callable[[int], str]", True, True),
        ("np.ndarray", True, True),
        ("TrainingResult", True, True),
        ("Literal['a', \"b\"]", True, True),
        ("str or None", False, True),
        ("list of str", False, True),
        ("value", True, False),
        ("config.json", True, False),
        ("Dict with stats", False, False),
        ("Dict of parameters", False, False),
        ("f(x)", False, False),
        ("a + b", False, False),
        ("1or 2", False, False),
        ("x[1or 2]", False, False),
        ("", False, False),
        ("a." * 600 + "b", False, False),
        ("a" + "|a[]" * 40 + "!", False, False),
    ],
)
def test_types(text: str, annotation: bool, likely: bool) -> None:
    assert (is_annotation(text), is_likely_type(text)) == (annotation, likely)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bool (True when done)", ("bool", "True when done")),
        ("Optional[str] - the path", ("Optional[str]", "the path")),
        ("Dict[str, Any] (more (or less) of it)", ("Dict[str, Any]", "more (or less) of it")),
        ("str: the name: full", ("str", "the name: full")),
        ("`int`: the number", ("int", "the number")),
        ("int", ("int", "")),
        ("int (a) and (b)", (None, "int (a) and (b)")),
        ("how many (at most)", (None, "how many (at most)")),
    ],
)
def test_typed(text: str, expected: tuple[str | None, str]) -> None:
    assert typed(text) == expected


def test_unquoted() -> None:
    assert unquoted(":class:`~core.Trainer` or `None`") == "core.Trainer or None"
    assert unquoted("[`Dataset`]") == "Dataset"
    assert unquoted(":py:class:`the trainer <core.Trainer>`") == "core.Trainer"
    assert unquoted("~.core.X") == "core.X"


def test_split_outside() -> None:
    assert split_outside("tuple[a: b]: text", (": ",)) == ("tuple[a: b]", ": ", "text")
    assert split_outside("`a: b`: text", (": ",)) == ("`a: b`", ": ", "text")
    assert split_outside("a - b: c", (": ", " - ")) == ("a", " - ", "b: c")
    assert split_outside("(a: b", (": ",)) is None
