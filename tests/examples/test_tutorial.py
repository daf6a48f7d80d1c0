"""The tutorial's steps, carried out; what it shows as printed is what they print.

``REGENERATE=1 pytest tests/examples/test_tutorial.py`` writes the files anew.
"""

import doctest
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.conftest import EXAMPLES
from tests.examples.pages import console

TUTORIAL = EXAMPLES / "tutorial"
BUILD, CHECK = (command.split() for command in console("docs/tutorial.md")[2:])


def folder_for(step: str, folder: Path) -> Path:
    """The folder as it is after a step."""
    (folder / "docs").mkdir(exist_ok=True)
    shutil.copy(TUTORIAL / "conf.py", folder / "docs")
    shutil.copy(TUTORIAL / "index.md", folder / "docs")
    shutil.copy(TUTORIAL / step / "wordcount.py", folder)
    return folder


def built(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run the command that the tutorial shows."""
    program, *folders = BUILD
    assert program == ".venv/bin/sphinx-build"
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "--quiet", *options, *folders],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def warnings_of(done: "subprocess.CompletedProcess[str]", folder: Path) -> str:
    lines = [line for line in done.stderr.split("\n") if "WARNING" in line]
    return "".join(f"{line.replace(f'{folder}{os.sep}', '')}\n" for line in lines)


@pytest.mark.parametrize("step", ["1-bare", "2-described"])
def test_a_step_that_misses_something_fails_each_time_and_prints_what_the_page_shows(step: str, tmp_path: Path) -> None:
    folder = folder_for(step, tmp_path)
    first, second = built(folder), built(folder)
    assert first.returncode != 0
    assert (second.returncode, second.stderr) == (first.returncode, first.stderr)
    assert (folder / "site" / "contracts" / "wordcount.html").is_file()
    shown = TUTORIAL / step / "warnings.txt"
    if os.environ.get("REGENERATE"):
        shown.write_text(warnings_of(first, folder), encoding="utf-8")
    assert warnings_of(first, folder) == shown.read_text(encoding="utf-8")


def test_the_last_step_passes_also_after_the_others(tmp_path: Path) -> None:
    for step in ("1-bare", "2-described"):
        assert built(folder_for(step, tmp_path)).returncode != 0
    done = built(folder_for("3-complete", tmp_path), "-W")
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "site" / "contracts" / "wordcount.html").read_text(encoding="utf-8")
    for cell in ("Number of words to return, None for all", "If top is below 1", "the most frequent first"):
        assert cell in page


@pytest.mark.parametrize(("step", "status"), [("1-bare", 1), ("2-described", 1), ("3-complete", 0)])
def test_the_command_line_says_the_same(step: str, status: int, tmp_path: Path) -> None:
    folder = folder_for(step, tmp_path)
    program, *arguments = CHECK
    assert program == ".venv/bin/sphinx-contracts"
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_contracts", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    shown = TUTORIAL / step / "warnings.txt"
    for line in shown.read_text(encoding="utf-8").splitlines() if shown.exists() else []:
        place, _, rest = line.partition(": WARNING: ")
        rule = rest.rpartition("[contracts.")[2].rstrip("]")
        assert any(row.startswith(place) and rule in row for row in done.stdout.splitlines())


def test_the_finished_module_does_what_it_says() -> None:
    spec = importlib.util.spec_from_file_location("wordcount", TUTORIAL / "3-complete" / "wordcount.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)
    with pytest.raises(ValueError, match="top"):
        module.count_words("", 0)
