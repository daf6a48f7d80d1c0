"""What the guide to documented formats says of the block holds, and the samples of the example code base are real."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.examples.conftest import EXAMPLES
from tests.formats.cases import formats_in

PAGE = EXAMPLES.parent / "howto" / "document-a-format.md"
SAMPLE = EXAMPLES / "training" / "samples" / "training_status.json"


def accepts(block: str, data: object) -> bool:
    (found,) = formats_in(f"Order format:\n\n{block}")
    assert found.schema is not None
    return bool(jsonschema.Draft202012Validator(dict(found.schema)).is_valid(data))


def shown(start: str) -> str:
    """The member that the page shows in a line with these words."""
    line = next(line for line in PAGE.read_text(encoding="utf-8").split("\n") if start in line)
    found = re.search(r'`("[^`]+)`', line)
    assert found is not None
    return found[1]


def test_listed_values_are_an_enumeration() -> None:
    block = f"{{{shown('are an enumeration')}}}"
    assert [accepts(block, {"state": value}) for value in ("go", "blocked", "stop", None)] == [True, True, False, False]


def test_a_map_is_written_with_one_of_each() -> None:
    block = f"{{{shown('A map from names')}}}"
    assert accepts(block, {"models": {"one": {"size": 1}, "two": {"size": 2}}})
    assert not accepts(block, {"models": {"one": 1}})


@pytest.mark.parametrize(
    ("comment", "absent", "null"),
    [
        ("int: Rows", False, False),
        ("Rows (int)", False, False),
        ("int, optional: Rows", True, False),
        ("Rows (int or null)", False, True),
        ("int | null: Rows", False, True),
    ],
)
@pytest.mark.parametrize("mark", ["//", "#"])
def test_comments(comment: str, absent: bool, null: bool, mark: str) -> None:
    block = f'{{\n    "size": 3,  {mark} {comment}\n    "b": 1\n}}'
    (found,) = formats_in(f"Order format:\n\n{block}")
    assert (found.fields[0].types, found.fields[0].description) == (("int",), "Rows")
    assert (accepts(block, {"b": 1}), accepts(block, {"b": 1, "size": None})) == (absent, null)


@pytest.mark.parametrize("words", ["ISO timestamp", "ISO string"])
def test_times(words: str) -> None:
    (found,) = formats_in(
        f'Order format:\n\n{{\n    "when": "2025-11-24T10:30:00",  // {words}: Last update\n    "b": 1\n}}'
    )
    assert found.schema is not None
    assert found.schema["properties"]["when"]["format"] == "date-time"


def test_the_sample_is_what_the_example_writes(tmp_path: Path) -> None:
    from core.training_status import read_status, write_status

    status = read_status(SAMPLE)
    write_status(status, tmp_path / "training_status.json")
    assert keys(json.loads(SAMPLE.read_text(encoding="utf-8"))) == keys(
        json.loads((tmp_path / "training_status.json").read_text(encoding="utf-8"))
    )


def keys(value: Any) -> Any:
    return [(key, keys(item)) for key, item in value.items()] if isinstance(value, dict) else None
