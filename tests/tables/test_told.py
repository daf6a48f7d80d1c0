"""Summary, description and sections as a docstring has them, each line with its place in the source."""

import textwrap
from collections.abc import Iterator, Sequence

import pytest

from sphinx_contracts.docstrings.lines import places_of
from sphinx_contracts.model.blocks import Paragraph, Prose, Text
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables.annotations import Scope
from sphinx_contracts.tables.entry import Entry
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.told import lead_blocks, safe_blocks, section_blocks, summary_cell
from sphinx_contracts.tables.view import View
from tests.code import module_of, project_of

KEPT = Scope("m", keeps_prose=True)
"""As ``markup = "rst"`` wants it."""


def _lead(docstring: str) -> tuple[str, tuple[int, ...]]:
    module = module_of(f'"""{docstring}"""\n')
    (found,) = lead_blocks(module, KEPT)
    assert isinstance(found, Prose)
    return found.text, found.numbers


@pytest.mark.parametrize(
    ("docstring", "text", "numbers"),
    [
        ("Summary.", "Summary.", (1,)),
        ("Summary.\n\nMore\nlines.\n", "Summary.\n\nMore\nlines.", (1, 2, 3, 4)),
        ("Two. Sentences\nhere.\n", "Two. Sentences\nhere.", (1, 2)),
        ("\n    Indented.\n\n        Deeper.\n    ", "Indented.\n\n    Deeper.", (2, 3, 4)),
        ("Some code::\n\n    x\n\nThen.\n", "Some code::\n\n    x\n\nThen.", (1, 2, 3, 4, 5)),
        (
            "A sentence over\ntwo lines.\n\n.. note::\n\n   x\n",
            "A sentence over\ntwo lines.\n\n.. note::\n\n   x",
            (1, 2, 3, 4, 5, 6),
        ),
    ],
)
def test_the_lines_as_they_stand(docstring: str, text: str, numbers: tuple[int, ...]) -> None:
    found, lines = _lead(docstring)
    assert found == text
    assert lines[0] == numbers[0] and lines[-1] == numbers[-1]
    assert len(lines) == len(text.split("\n"))


def test_prose_between_sections_has_its_own_lines() -> None:
    text, numbers = _lead("Summary.\n\nFirst.\n\nGuarantees:\n    - one\n\nLast.\n")
    by_line = dict(zip(text.split("\n"), numbers, strict=True))
    assert (by_line["Summary."], by_line["First."]) == (1, 3)
    assert by_line.get("Last.", 8) == 8


def test_sections_keep_their_headings() -> None:
    module = module_of('"""Summary.\n\nDesign:\n    First *one*.\n\n        Deeper.\n"""\n')
    (found,) = section_blocks(module, KEPT)
    assert found == Prose("First *one*.\n\n    Deeper.", "m", (4, 4, 6), "Design")


MARKED = '''\
from functools import lru_cache
from other import copydoc


class Bare:
    def __init__(self, x: int) -> None: ...

    def bare(self) -> None: ...

    def told(self) -> None:
        """Tell."""

    def given(self) -> None: ...

    def __repr__(self) -> str: ...


class Child(Told):
    """Another."""

    def told(self) -> None: ...


class Told:
    """A class."""

    def told(self) -> None:
        """Tell."""


@copydoc(f)
def copied() -> None: ...


@lru_cache
def bare() -> None: ...


Bare.given.__doc__ = "Given."
'''


def _marked(entry: Entry) -> Iterator[str]:
    if entry.blocks and Text(Label("Undocumented"), "badge-undocumented") in _spans(entry.blocks):
        yield entry.name
    for child in entry.children:
        yield from _marked(child)


def _spans(blocks: Sequence[object]) -> list[object]:
    return [span for block in blocks if isinstance(block, Paragraph) for span in block.spans]


@pytest.mark.parametrize("keeps_prose", [False, True])
def test_what_has_no_docstring_is_marked_on_the_spot(keeps_prose: bool) -> None:
    view = View(project_of({"example.py": MARKED}), (), "rst" if keeps_prose else "safe")
    assert list(_marked(module_entry(view.modules["example"], view))) == [
        "example",
        "example.Bare",
        "example.Bare.bare",
        "example.bare",
    ]


def test_of_tests_and_packages_without_code_no_docstring_is_asked() -> None:
    view = View(project_of({"pkg/__init__.py": "", "pkg/test_x.py": "def test(): ...\n"}), ())
    assert not any(list(_marked(module_entry(module, view))) for module in view.modules.values())


def test_our_own_reader_is_used_otherwise() -> None:
    module = module_of('"""Summary.\n\nDesign:\n    First.\n"""\n')
    scope = Scope("m")
    assert all(isinstance(block, Paragraph) for block in (*lead_blocks(module, scope), *section_blocks(module, scope)))
    (first,) = lead_blocks(module, scope, style="lead")
    assert isinstance(first, Paragraph) and first.style == "lead"
    assert safe_blocks(Prose("Summary.", "m"), scope) == (Paragraph(first.spans),)


def test_places_of_lines() -> None:
    lines = textwrap.dedent("a\n\n  b\nc\nb").split("\n")
    assert places_of(["b", "new", "b"], lines) == (2, 2, 4)
    assert places_of(["b", "c", "b"], lines) == (2, 3, 4)
    assert places_of(["b"], lines, start=3) == (4,)
    assert places_of(["x"], []) == ()


@pytest.mark.parametrize(
    ("docstring", "sentence"),
    [
        ("Does it. And more.", "Does it."),
        (":mod:`json` is read, see `run`.", "json is read, see run."),
        (".. module:: thing\n   :synopsis: Things.\n\nThe thing. And more.", "The thing."),
        (".. currentmodule:: thing\n\n.. _label:\n\nThe thing, i.e. this\none. More.", "The thing, i.e. this one."),
        (".. versionadded:: 2.0\n   With a note.\n\nThe thing.", "The thing."),
        (".. image:: logo.png\n\n   A caption.\n\nThe thing.", "The thing."),
        (".. note::\n   Nothing but this.", "Note: Nothing but this."),
        (".. automodule:: thing\n   :members:", ""),
        (">>> run()\n1\n\nThe thing.", "The thing."),
        ("- a list\n- of things", "a list"),
    ],
)
def test_a_table_shows_the_first_sentence(docstring: str, sentence: str) -> None:
    found = summary_cell(module_of(f'"""{docstring}\n"""\n'), Scope("m")).blocks
    assert all(isinstance(block, Paragraph) for block in found)
    assert "".join(span.text for block in found for span in getattr(block, "spans", ())) == sentence
