"""Whatever ends a run, and whoever else runs: no half file, and the next run equals a clean one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.property.profile import rounds

_PROJECT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="needs to fork")
@pytest.mark.parametrize(("task", "count"), [("check", 20), ("build", 3), ("share", 3), ("full", 5), ("worker", 2)])
def test_nothing_is_lost(tmp_path: Path, task: str, count: int) -> None:
    command = [sys.executable, "-m", "tests.property.killed", task, str(rounds(count)), str(tmp_path)]
    environment = {**os.environ, "SPHINX_CONTRACTS_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
