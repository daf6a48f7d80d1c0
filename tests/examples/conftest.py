"""What the tests of the example code base share: its modules on the import path and a dataset."""

import json
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
CAPITALS = {"France": "Paris", "Spain": "Madrid", "Italy": "Rome", "Poland": "Warsaw"}
QUESTIONS = (
    "What is the capital of {}?",
    "Name the capital of {}.",
    "Which city is the capital of {}?",
    "{} has which capital?",
    "Tell me the capital of {}!",
)


@pytest.fixture(autouse=True)
def example_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the example code base on the import path; it has no part in the installed package."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.syspath_prepend(str(EXAMPLES / "training"))


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the dataset ``data.jsonl`` that the docstrings of the example code speak of."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "data.jsonl"
    examples = [
        {"prompt": question.format(country), "completion": city}
        for question in QUESTIONS
        for country, city in CAPITALS.items()
    ]
    path.write_text("".join(json.dumps(example) + "\n" for example in examples), encoding="utf-8")
    return path
