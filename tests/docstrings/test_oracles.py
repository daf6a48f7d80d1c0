"""On well-formed docstrings this project's reader, napoleon and griffe read the same names, types and texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docstrings.case_files import FOLDER, titled
from tests.docstrings.contracts import Contract, as_google, as_numpy, as_rest, contracts
from tests.docstrings.oracles import Style, by_griffe, by_napoleon, by_reader

STYLES: tuple[Style, ...] = ("google", "numpy", "rest")
CORPUS = [(style, title, text) for style in STYLES for title, text in titled(FOLDER / "well_formed" / f"{style}.txt")]
ids = [f"{style}: {title}" for style, title, _ in CORPUS]


@pytest.mark.parametrize(("style", "title", "text"), CORPUS, ids=ids)
def test_reader_and_griffe_agree(style: Style, title: str, text: str) -> None:
    assert by_reader(text) == by_griffe(text, style)


@pytest.mark.parametrize(("style", "title", "text"), CORPUS, ids=ids)
def test_reader_and_napoleon_agree(style: Style, title: str, text: str) -> None:
    assert by_reader(text) == by_napoleon(text, style)


@given(contracts())
@settings(max_examples=300, deadline=None)
def test_dialects_agree(contract: Contract) -> None:
    """One contract, written in three styles, reads back as itself each time."""
    for write in (as_google, as_numpy, as_rest):
        assert by_reader(write(contract)) == contract.read(), write.__name__


@given(contracts(), st.sampled_from(STYLES))
@settings(max_examples=200, deadline=None)
def test_generated_docstrings_have_one_reading(contract: Contract, style: Style) -> None:
    text = {"google": as_google, "numpy": as_numpy, "rest": as_rest}[style](contract)
    assert by_griffe(text, style) == contract.read()
    assert by_napoleon(text, style) == contract.read()
