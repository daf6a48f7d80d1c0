"""The documentation's tables: every test that they name is there, and other tools have seen every input."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.hostile.inputs import INPUTS
from tests.hostile.situations import PROPERTIES, SITUATIONS

_ROOT = Path(__file__).parents[2]
_TESTS = sorted({test for *_, test in SITUATIONS} | {test for _, tests in PROPERTIES for test in tests})


@pytest.mark.parametrize("test", _TESTS)
def test_a_test_that_is_named_exists(test: str) -> None:
    path, _, name = test.partition("::")
    text = (_ROOT / path).read_text(encoding="utf-8")
    assert f"\ndef {name}(" in text or f"\nclass {name}(" in text


def test_other_tools_have_seen_every_input() -> None:
    """``python -m benchmarks.hostile_peers`` shows them a new one."""
    data = tomllib.loads((_ROOT / "benchmarks/hostile_peers.toml").read_text(encoding="utf-8"))
    assert set(data["outcomes"]) == {item.title for item in INPUTS}
    assert {len(found) for found in data["outcomes"].values()} == {5}


def test_no_run_is_lost_here() -> None:
    data = tomllib.loads((_ROOT / "benchmarks/hostile_peers.toml").read_text(encoding="utf-8"))
    assert {found["sphinx-contracts"] for found in data["outcomes"].values()} == {"fine", "warns"}


def test_the_data_need_no_pytest() -> None:
    code = "import sys, tests.hostile.inputs, tests.hostile.situations; sys.exit('pytest' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=_ROOT, check=False).returncode == 0
