"""Every case file: how prose looks to a reader."""

import pytest

from sphinx_contracts.prose import blocks_of
from tests.prose.cases import Case, cases, render


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_blocks(case: Case) -> None:
    assert case.rendered() == case.expected


@pytest.mark.parametrize(
    "text",
    [
        "> 0 if it is on",
        "> threshold",
        ">= 5",
        "# of rows",
        "| separated list",
        ":memory: or a path",
        "...",
        "--",
        "+1 day",
        "-1 for none",
        "*args",
        "= 5",
        "1.5 seconds",
        "[a, b]",
        "{a}",
        "$x$",
        "a: b",
        "e.g. x",
        "```python >>> from x import y",
    ],
)
def test_marks_that_are_no_markup(text: str) -> None:
    assert render(blocks_of(text)) == f"P {text}"
