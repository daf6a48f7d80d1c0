"""Every case file: how prose looks to a reader."""

import pytest

from tests.prose.cases import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_blocks(case: Case) -> None:
    assert case.rendered() == case.expected
