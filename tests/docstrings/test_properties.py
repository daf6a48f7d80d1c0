"""What holds for any docstring: it is read, nothing of it is lost, and every line number is right."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_contracts.docstrings.examples import examples_of
from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import Docstring, Entry, SectionKind
from tests.docstrings.families import FAMILIES, read
from tests.growth import FACTOR, is_linear

ANY_TEXT = st.text(st.characters(exclude_categories=()))
PIECES = (
    *(
        "Args:",
        "Returns:",
        "Raises:",
        "Usage:",
        "Side Effects:",
        "Key Components:",
        "Some Title:",
        "Note: x",
        "Yields:",
    ),
    *(
        "Parameters",
        "----------",
        "Returns",
        "=======",
        "=== FLOW ===",
        "**Returns:**",
        "## Usage",
        "Returns dict with:",
    ),
    *(
        "x: the x",
        "x (int, optional): the x",
        "x : int",
        "*args, **kwargs: all",
        "x",
        "ValueError: If x",
        "`KeyError` if y",
    ),
    *("- item", "- name: int (text)", "1. one", "None", "No side effects.", "(a, b)", "int: the number", "Dict with:"),
    *(
        ":param x: the x",
        ":type x: int",
        ":returns: the y",
        ":raises ValueError: if z",
        ":rtype: int",
        "@param y: the y",
    ),
    *(">>> f()", "```python", "```", "~~~", ".. note::", "$ run", "python3 run.py", "{", '    "a": 1,', "}", "try:"),
    *(
        "A sentence. Another one, e.g. this.",
        "words and words",
        "x (",
        "[a",
        "`b",
        "",
        "",
        "Summary. Args:",
        "%(x)s",
        "größe: 5",
    ),
)
LINES = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from((0, 0, 0, 2, 4, 4, 8))), max_size=25)
STRUCTURED = LINES.map(lambda lines: "\n".join(" " * indent + text for text, indent in lines))


def _entries(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _entries(entry.fields)


def _check(doc: Docstring, source: list[str], first: int) -> None:
    """Every line number lies in the docstring, and the line of an entry holds its name."""
    for section in doc.sections:
        assert doc.line <= section.line <= doc.end_line
        for entry in _entries(section.entries):
            assert section.line <= entry.line <= doc.end_line
            assert entry.column >= 1
            if entry.name:
                line = source[entry.line - first][entry.column - 1 :]
                # the rest of a name may stand on the line that continues this one
                name = entry.name.partition(" ")[0] if line.endswith("\\") else entry.name
                assert name in line, entry
        if section.kind is SectionKind.EXAMPLES:
            for example in examples_of(section):
                assert example.code.split()[0] in source[example.line - first], example


@given(ANY_TEXT | STRUCTURED)
@settings(max_examples=1500, deadline=None)
def test_any_text_is_read(text: str) -> None:
    doc = parse_docstring(text, None, 7, 7 + text.count("\n"))
    assert doc.present == bool(text.strip())
    if doc.present:
        _check(doc, text.split("\n"), 7)


@given(STRUCTURED)
@settings(max_examples=1500, deadline=None)
def test_nothing_is_lost(text: str) -> None:
    doc = parse_docstring(text, None, 1, 1 + text.count("\n"))
    kept = [doc.summary, doc.description]
    for section in doc.sections:
        kept += [section.title, section.text]
    assert not _words(text) - _words(" ".join(kept))


@given(STRUCTURED)
@settings(max_examples=800, deadline=None)
def test_entries_hold_what_their_section_says(text: str) -> None:
    for section in parse_docstring(text, None, 1, 1 + text.count("\n")).sections:
        said = _words(f"{section.title} {section.text}")
        for entry in _entries(section.entries):
            assert not _words(f"{entry.name} {entry.text} {entry.type or ''} {entry.default or ''}") - said


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))


@given(STRUCTURED, st.randoms(use_true_random=False), st.sampled_from(("", "    ")))
@settings(max_examples=600, deadline=None)
def test_lines_are_those_of_the_source(text: str, random: Random, margin: str) -> None:
    """Some newlines are written as escapes, some lines are continued."""
    lines = [line.replace(". A", ".\\\n A") if random.random() < 0.3 else line for line in text.split("\n")]
    written = lines[0] + "".join(("\\n" if random.random() < 0.2 else f"\n{margin}") + line for line in lines[1:])
    source = f'def f():\n    """{written}\n    """'
    tree = ast.parse(source)
    literal = tree.body[0].body[0].value  # type: ignore[attr-defined]
    lines = source.split("\n")
    doc = parse_docstring(
        literal.value, "\n".join(lines[literal.lineno - 1 : literal.end_lineno]), literal.lineno, literal.end_lineno
    )
    if doc.present:
        _check(doc, lines, 1)


@given(STRUCTURED)
@settings(max_examples=300, deadline=None)
def test_margin_and_line_endings_change_nothing(text: str) -> None:
    """What is indented as a whole, or saved with other line endings, reads the same."""
    plain = parse_docstring(f"\n{text}", None, 1, 2 + text.count("\n"))
    moved = parse_docstring("\n" + "\n".join(f"    {line}" for line in text.split("\n")), None, 1, 2 + text.count("\n"))
    assert (plain.summary, plain.description) == (moved.summary, moved.description)
    assert [(item.kind, item.title, item.text) for item in plain.sections] == [
        (item.kind, item.title, item.text) for item in moved.sections
    ]
    source = f'"""\n{text}"""'.replace("\\", "")
    value = ast.literal_eval(source)
    count = source.count("\n")
    assert parse_docstring(value, source, 1, 1 + count) == parse_docstring(
        value, source.replace("\n", "\r\n"), 1, 1 + count
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_linearly(family: str) -> None:
    small, large = (partial(read, FAMILIES[family](size)) for size in (100_000 // FACTOR, 100_000))
    assert is_linear(small, large)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\t", "\x00", "\ud800", "\x1b[31m", "\u202e", '"""', "\\", "\f\v\x85\u2028"]
)
def test_odd_texts(text: str) -> None:
    doc = parse_docstring(text, f"'{text}'", 1, 1 + text.count("\n"))
    assert doc.present == bool(text.strip())


def test_lines_that_are_split_and_joined_as_often_keep_their_numbers() -> None:
    written = "Sum.\n\nUsage:\n    Run it.\\\n Twice.\n    Then:\n      a()\\n      b()\n    Last:\n        c()"
    source = f'def f():\n    """{written}\n    """'
    literal = ast.parse(source).body[0].body[0].value  # type: ignore[attr-defined]
    lines = source.split("\n")
    doc = parse_docstring(literal.value, "\n".join(lines[literal.lineno - 1 : literal.end_lineno]), literal.lineno, 12)
    _check(doc, lines, 1)
    [usage] = doc.sections
    assert len({number - index for index, number in enumerate(usage.numbers)}) > 1
