"""Code held against the formats that it documents: one module in a file, and what is told of it below a line.

What stands in the folder ``silent`` agrees, or may agree: a wrong finding costs more trust than a missing one.
"""

from pathlib import Path

import pytest

from tests.formats.cases import DIVIDER
from tests.rules.checking import checked

FOLDER = Path(__file__).parent.parent / "cases" / "drift"
CASES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.txt"))


@pytest.mark.parametrize("name", CASES)
def test_what_is_told(name: str) -> None:
    text, _, expected = (FOLDER / name).read_text(encoding="utf-8").partition(f"{DIVIDER}\n")
    found = checked({"core/status.py": text}).findings
    told = [
        f"line {item.line}: {item.message}"
        for item in found
        if item.rule in ("format-drift", "format-undocumented", "internal-error", "source-unparsable")
    ]
    assert "\n".join(told) == expected.rstrip("\n")
    assert bool(told) == name.startswith("told/")


def test_there_are_cases_of_both_kinds() -> None:
    assert sum(name.startswith("told/") for name in CASES) >= 15
    assert sum(name.startswith("silent/") for name in CASES) >= 50
