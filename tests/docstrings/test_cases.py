"""Every case file reads as it says."""

import pytest

from tests.docstrings.case_files import FOLDER, Case, cases_in
from tests.docstrings.rendering import rendered

ALL = [(path, case) for path in sorted(FOLDER.glob("*.txt")) for case in cases_in(path)]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{path.stem}:{case.title}") for path, case in ALL])
def test_case(case: Case) -> None:
    assert rendered(case.read()) == case.expected


def test_titles_are_unique() -> None:
    names = [(path.stem, case.title) for path, case in ALL]
    assert len(names) == len(set(names))
