"""The phases of a rollout as tables: membership, order, counts, and what is set by selections."""

from typing import Any

import pytest

from sphinx_contracts.check.run import Checked
from sphinx_contracts.config import Settings
from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Table
from sphinx_contracts.tables.overview import Selection
from sphinx_contracts.tables.rollout import rollout_blocks
from sphinx_contracts.tables.view import View
from tests.rules.checking import checked

BARE = "def f():\n    pass\n"
PHASES: list[dict[str, Any]] = [
    {"name": "One", "modules": ["core.train", "core.absent"], "enforce": True},
    {"name": "Two", "modules": ["core.last", "core.*"], "enforce": False},
    {"name": "Three", "modules": ["nothing.*"]},
]
FILES = {
    f"{name.replace('.', '/')}.py": BARE for name in ("core.api", "core.last", "core.train", "core.util", "rest.more")
}


def words(cell: Cell) -> str:
    return "".join(span.text for block in cell.blocks if isinstance(block, Paragraph) for span in block.spans)


def rows(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[words(cell) for cell in row.cells] for row in block.rows]


def tables(result: Checked, phases: list[dict[str, Any]], **selection: Any) -> tuple[list[list[str]], list[list[str]]]:
    summary, details = rollout_blocks(View(result.project, result.findings), phases, Selection(**selection))
    return rows(summary), rows(details)


@pytest.fixture(scope="module")
def result() -> Checked:
    return checked(FILES, rollout=PHASES)


def errors_of(result: Checked, *modules: str) -> int:
    return sum(
        item.module in modules and (item.severity == "error" or item.suppressed == "rollout")
        for item in result.findings
    )


def test_phases_stand_in_order_and_modules_of_no_phase_last(result: Checked) -> None:
    summary, _ = tables(result, PHASES)
    assert [row[:3] for row in summary] == [
        ["One", "enforced", "0 of 1"],
        ["Two", "not yet", "0 of 3"],
        ["Three", "not yet", "no modules"],
        ["No phase", "–", "0 of 1"],
    ]


def test_errors_that_wait_for_their_phase_are_open(result: Checked) -> None:
    summary, details = tables(result, PHASES)
    waiting = errors_of(result, "core.api", "core.last", "core.util")
    assert waiting > 3
    assert not [item for item in result.findings if item.module == "core.api" and item.severity == "error"]
    assert [row[3] for row in summary] == [
        str(errors_of(result, "core.train")),
        str(waiting),
        "0",
        str(errors_of(result, "rest.more")),
    ]
    assert ["core.api", "6.0", str(errors_of(result, "core.api")), "not yet"] in details


def test_named_modules_come_before_what_a_glob_leaves_over(result: Checked) -> None:
    _, details = tables(result, PHASES)
    assert [row[0] for row in details] == [
        *("One", "core.train", "core.absent"),
        *("Two", "core.last", "core.api", "core.util"),
        "Three",
        *("No phase", "rest.more"),
    ]
    assert details[2] == ["core.absent", "no such module", "", "enforced"]


def test_a_module_belongs_to_its_first_phase_alone() -> None:
    phases: list[dict[str, Any]] = [
        {"name": "Later", "modules": ["core.train"]},
        {"name": "Now", "modules": ["core.*"], "enforce": True},
    ]
    result = checked(FILES, rollout=phases)
    summary, _ = tables(result, phases)
    assert [row[2] for row in summary] == ["0 of 1", "0 of 3", "0 of 1"]
    assert {item.severity for item in result.findings if item.module == "core.train"} == {"note"}
    assert "error" in {item.severity for item in result.findings if item.module == "core.api"}


def test_a_selection_of_modules_narrows_both_tables(result: Checked) -> None:
    summary, details = tables(result, PHASES, modules=("core.t*", "rest.*"))
    assert [row[2] for row in summary] == ["0 of 1", "no modules", "no modules", "0 of 1"]
    assert [row[0] for row in details] == ["One", "core.train", "Two", "Three", "No phase", "rest.more"]


def test_a_lowest_score_leaves_modules_out_and_counts_as_before(result: Checked) -> None:
    summary, details = tables(result, PHASES, min_score=9.9)
    assert [row[2] for row in summary] == ["0 of 1", "0 of 3", "no modules", "0 of 1"]
    assert [row[0] for row in details] == ["One", "core.absent", "Two", "Three", "No phase"]


def test_without_phases_one_sentence_says_so(result: Checked) -> None:
    [block] = rollout_blocks(View(result.project, result.findings), Settings().rollout, Selection())
    assert isinstance(block, Paragraph)
    assert words(Cell((block,))) == "No rollout phases are set: every module is held to the whole standard."


def test_tests_are_no_part_of_the_progress() -> None:
    result = checked({"core/train.py": BARE, "core/tests/test_train.py": BARE}, rollout=PHASES)
    _, details = tables(result, PHASES)
    assert "core.tests.test_train" not in [row[0] for row in details]


def test_what_a_comment_allows_is_not_open() -> None:
    source = "def f():  # contracts: ignore[docstring-missing, return-untyped]\n    pass\n"
    files = {"core/train.py": "# contracts: ignore-file[module-docstring]\n" + source}
    result = checked(files, rollout=PHASES)
    summary, _ = tables(result, PHASES)
    assert summary[0][2:4] == ["1 of 1", "0"]
