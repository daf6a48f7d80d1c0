"""Every hostile input on the command line: its outcome, and nothing else changes."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from sphinx_contracts.cli import main
from tests.hostile.inputs import INPUTS, Input, Outcome
from tests.hostile.package import Result, exported, run_as_user, unlock, written

_HERE = [item for item in INPUTS if item.is_here]
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    yield tmp_path
    unlock(tmp_path)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What is said of the good modules alone."""
    root = tmp_path_factory.mktemp("good")
    (root / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    return exported(written(root))


def test_every_input_has_a_file_and_a_title_of_its_own() -> None:
    assert len({item.path for item in INPUTS}) == len({item.title for item in INPUTS}) == len(INPUTS)


@pytest.mark.parametrize("item", _HERE, ids=lambda item: item.title)
def test_outcome(project: Path, good: Result, item: Input) -> None:
    result = exported(written(project, item), user=item.is_for_users)
    outcome = result.outcome(item)
    assert outcome in item.outcomes
    assert result.good() == good.good()
    if outcome is Outcome.BAD:
        (finding,) = result.findings(item)
        assert finding["object"] == finding["module"]
        assert "\n" not in finding["message"]
    if outcome is item.outcome:
        found = [(entry["rule"], entry["line"]) for entry in result.of(item)]
        # where no rule is named, it depends on the interpreter
        assert not item.rule or (item.rule, item.line) in found


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All inputs in one package, but for those that take their time."""
    root = tmp_path_factory.mktemp("everything")
    (root / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    yield written(root, *(item for item in _HERE if not item.is_heavy))
    unlock(root)


def test_all_together_change_nothing_either(everything: Path, good: Result) -> None:
    assert exported(everything).good() == good.good()


@pytest.mark.parametrize("style", ["text", "github", "gitlab", "sarif", "junit", "markdown"])
def test_nothing_steers_a_terminal(everything: Path, monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    monkeypatch.chdir(everything)
    options = ["--notes", "--statistics"] if style == "text" else []
    done = CliRunner().invoke(main, ["check", "--format", style, *options])
    assert done.exit_code == 1, done.output
    assert _STEERING.search(done.output) is None
    assert len(done.stdout) > 1000


def test_in_a_process_of_its_own_with_warnings_as_errors(everything: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "sphinx_contracts", "check", "--format", "json"]
    done = run_as_user(command, everything, LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, "")


def test_no_source_is_imported(everything: Path) -> None:
    (acting,) = (item for item in INPUTS if "deletes itself" in item.name)
    assert (everything / "src/core" / acting.path).exists()
    assert not list(everything.rglob("was_imported.txt"))
