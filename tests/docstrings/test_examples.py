"""Example blocks: where they begin and end, their language, their line."""

import pytest

from sphinx_contracts.docstrings.examples import examples_of
from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import DocSection, SectionKind
from tests.docstrings.case_files import FOLDER, Case, cases_in

CASES = list(cases_in(FOLDER / "examples" / "blocks.txt"))


def blocks(text: str) -> str:
    """Write the blocks of a text: line, language, ``*`` where the text names the language, and the code."""
    section = DocSection(SectionKind.EXAMPLES, "Example", 0, text, 1)
    return "\n".join(
        f"{item.line} {item.language}{'*' if item.marked else ''}\n"
        + "\n".join(f"| {line}".rstrip() for line in item.code.split("\n"))
        for item in examples_of(section)
    )


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    assert blocks(case.given) == case.expected


def test_lines_are_those_of_the_file() -> None:
    doc = parse_docstring("Sum.\n\nUsage:\n    Do it:\n\n    >>> f()\n    1\n", None, 40, 46)
    assert [(item.line, item.language) for item in examples_of(doc.sections[0])] == [(43, "text"), (45, "pycon")]


def test_lines_behind_an_escape() -> None:
    source = '    """Sum.\n\n    Usage:\n        print("a\\nb")\n\n        >>> f()\n    """'
    value = source.strip().strip('"').replace("\\n", "\n")
    doc = parse_docstring(value, source, 10, 16)
    assert [(item.line, item.language) for item in examples_of(doc.sections[0])][-1] == (15, "pycon")


def test_text_on_the_heading_line_and_a_gap() -> None:
    doc = parse_docstring("Sum.\n\nUsage: do it\n\n    run()\n", None, 1, 6)
    assert next(item.line for item in examples_of(doc.sections[0])) == 3


def test_a_section_without_text_has_no_examples() -> None:
    assert examples_of(DocSection(SectionKind.EXAMPLES, "Usage", 1)) == ()
