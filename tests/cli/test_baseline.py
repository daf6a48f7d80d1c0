"""The options ``--baseline``, ``--write-baseline`` and ``--extend-baseline``."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import main

FILE = "contracts-baseline.txt"
OLD = '"""A module."""\n\n\ndef f(x):\n    return x\n'
NEW = "\n\ndef g() -> None:\n    pass\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text(f'[tool.sphinx-contracts]\nsources = ["src"]\nbaseline = "{FILE}"\n')
    (tmp_path / "src/core").mkdir(parents=True)
    (tmp_path / "src/core/__init__.py").write_text("")
    (tmp_path / "src/core/old.py").write_text(OLD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def entries(path: Path | str = FILE) -> list[str]:
    text = Path(path).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_gate_is_closed_for_what_is_new_only(project: Path) -> None:
    before = run("--baseline", "", "--format", "json")
    assert run("--write-baseline").exit_code == 0
    done = run()
    assert done.exit_code == 0
    assert done.output.splitlines()[-2:] == [
        f"0 errors, 0 notes in 2 modules, score {json.loads(before.stdout)['summary']['score']:.1f}",
        f"{len(entries())} findings suppressed by the baseline",
    ]
    (project / "src/core/old.py").write_text(OLD + NEW)
    done = run()
    assert done.exit_code == 1
    assert [line.split(" ")[1:3] for line in done.output.splitlines()[:-3]] == [["docstring-missing", "core.old.g:"]]


def test_writing_again_takes_away_and_never_adds(project: Path) -> None:
    first = run("--write-baseline")
    count = len(entries())
    assert first.output.splitlines()[-1] == f"{FILE} is written: {count} findings, from now on suppressed"
    (project / "src/core/old.py").write_text(OLD.replace("def f(x)", "def f(x: int)") + NEW)
    told = run()
    assert told.output.splitlines()[-2] == "1 baseline entry is fixed: run 'sphinx-contracts check --write-baseline'"
    before = entries()
    done = run("--write-baseline")
    assert done.exit_code == 1
    assert "docstring-missing core.old.g" in done.output
    assert done.output.splitlines()[-2] == f"{FILE} holds {count - 1} findings now: 1 fixed"
    assert [line for line in before if line not in entries()] == ["core.old:f param-untyped x"]
    assert run("--write-baseline").output.splitlines()[-2] == f"{FILE} holds {count - 1} findings now: none is fixed"


def test_it_grows_with_a_word_of_its_own(project: Path) -> None:
    run("--write-baseline")
    before = entries()
    (project / "src/core/old.py").write_text(OLD + NEW)
    done = run("--extend-baseline")
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == f"{FILE} holds {len(before) + 1} findings now: 1 added"
    assert set(entries()) - set(before) == {"core.old:g docstring-missing"}
    assert run().exit_code == 0


def test_without_changes_the_file_is_left_alone(project: Path) -> None:
    run("--write-baseline")
    os.utime(FILE, (1, 1))
    run("--write-baseline")
    assert Path(FILE).stat().st_mtime == 1


def test_a_renamed_file_is_told_and_written(project: Path) -> None:
    run("--write-baseline")
    (project / "src/core/old.py").rename(project / "src/core/older.py")
    done = run()
    assert (done.exit_code, done.output.splitlines()[-1]) == (
        0,
        f"{len(entries())} baseline entries have moved: run 'sphinx-contracts check --write-baseline'",
    )
    assert run("--write-baseline").exit_code == 0
    assert {line.partition(":")[0].split()[0] for line in entries()} == {"core.older"}
    assert "moved" not in run().output


def test_findings_in_it_are_marked_and_shown(project: Path) -> None:
    run("--write-baseline")
    document = json.loads(run("--format", "json").stdout)
    assert {(item["severity"], item["suppressed"]) for item in document["findings"]} == {("note", "baseline")}
    assert document["summary"]["findings"] == {"error": 0, "note": 0}
    assert "src/core/old.py:4:7: param-untyped [note, baseline] core.old.f: " in run("--notes").output
    sarif = json.loads(run("--format", "sarif").stdout)
    assert all(item["suppressions"][0]["kind"] == "external" for item in sarif["runs"][0]["results"])


@pytest.mark.parametrize("style", ["json", "github", "gitlab", "sarif", "junit", "markdown"])
def test_what_is_said_of_it_is_no_part_of_other_reports(project: Path, style: str) -> None:
    plain = run("--format", style)
    run("--write-baseline")
    (project / "src/core/old.py").unlink()
    done = run("--format", style)
    assert done.exit_code == 0
    assert "fixed" not in done.stdout
    assert "baseline entries are fixed" in done.stderr
    assert plain.stdout != done.stdout or style in ("github",)


def test_the_option_beats_the_setting_and_starts_from_here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "src")
    written = run("--baseline", "mine.txt", "--write-baseline")
    assert written.exit_code == 0
    assert written.output.splitlines()[-1].endswith(
        "from now on suppressed with --baseline mine.txt; to read it always, set baseline in [tool.sphinx-contracts]"
    )
    assert not (project / FILE).exists()
    assert run("--baseline", "mine.txt").exit_code == 0
    assert run("--baseline", "mine.txt", "core").exit_code == 0
    assert run().exit_code == 2


def test_without_settings_paths_are_the_whole_project(project: Path) -> None:
    (project / "pyproject.toml").unlink()
    assert run("src", "--baseline", "b.txt", "--write-baseline").exit_code == 0
    assert run("src", "--baseline", "b.txt").exit_code == 0
    (project / "src/core/old.py").write_text(OLD.replace("def f(x)", "def f(x: int)"))
    assert run("src", "--baseline", "b.txt", "--write-baseline").exit_code == 0
    assert "core.old:f param-untyped x" not in entries("b.txt")


def test_a_part_of_the_project_is_held_against_it(project: Path) -> None:
    (project / "src/core/more.py").write_text(OLD)
    run("--write-baseline")
    done = run("src/core/old.py")
    assert done.exit_code == 0
    assert "fixed" not in done.output
    (project / "src/core/old.py").write_text(OLD + NEW)
    assert run("src/core/old.py").exit_code == 1


def test_paths_that_are_the_sources_are_the_whole_project(project: Path) -> None:
    assert run("./src/", "--write-baseline").exit_code == 0
    assert run("src/core", "--write-baseline").exit_code == 2


def test_nothing_of_a_file_that_is_broken_is_taken_away(project: Path) -> None:
    run("--write-baseline")
    before = entries()
    (project / "src/core/old.py").write_text("def f(:\n")
    assert run("--write-baseline").exit_code == 1
    assert entries() == before


def test_the_same_with_and_without_a_cache(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPHINX_CONTRACTS_CACHE_DIR", str(tmp_path / "cache"))
    run("--write-baseline")
    (project / "src/core/old.py").rename(project / "src/core/older.py")
    (project / "src/core/older.py").write_text(OLD.replace("def f(x)", "def f(x: int)") + NEW)
    outputs = [run(*arguments).output for arguments in ([], [], ["--no-cache"], ["-j", "1"])]
    assert len(set(outputs)) == 1
    assert "1 baseline entry is fixed and " in outputs[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], f"pyproject.toml: setting 'baseline': the file '{FILE}' does not exist"),
        (["--baseline", "no.txt"], "--baseline: 'no.txt' does not exist; add --write-baseline to write it"),
        (["--baseline", "src"], "--baseline: src: cannot be read: it is no regular file"),
        (["--baseline", "broken.txt"], "--baseline: broken.txt:2: is no entry of a baseline"),
        (["--baseline", "broken.txt", "--write-baseline"], "--baseline: broken.txt:2: is no entry of a baseline"),
        (["--baseline", "bytes.txt"], "--baseline: bytes.txt:2: is no UTF-8: "),
        (["--baseline", "no/such/folder.txt", "--write-baseline"], "no/such/folder.txt: cannot be written"),
        (["--baseline", "a\0b"], "--baseline: "),
        (["--write-baseline", "--select", "param-types"], "leave out --select, --ignore and --since"),
        (["--write-baseline", "--since", "HEAD"], "leave out --select, --ignore and --since"),
        (["--write-baseline", "src/core/old.py"], "only the whole project can tell what is fixed"),
    ],
)
def test_mistakes_are_one_line_and_two(project: Path, arguments: Sequence[str], said: str) -> None:
    (project / "broken.txt").write_text("# mine\ncore.old\n")
    (project / "bytes.txt").write_bytes(b"# mine\n\xff\n")
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert done.output.count("\n") == 1
    assert (project / "broken.txt").read_text() == "# mine\ncore.old\n"


def test_a_broken_file_of_the_setting_is_named(project: Path) -> None:
    (project / FILE).write_text("# mine\ncore.old\n")
    for arguments in ([], ["--write-baseline"], ["src/core/old.py"]):
        done = run(*arguments)
        assert (done.exit_code, done.output.count("\n")) == (2, 1)
        assert f"pyproject.toml: setting 'baseline': {FILE}:2: is no entry" in done.output


def test_without_a_name_there_is_nothing_to_write(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    done = run("--write-baseline")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "set 'baseline' in [tool.sphinx-contracts] or give --baseline FILE" in done.output


def git(*arguments: str) -> str:
    options = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *options, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


MODULE = '"""A module.\n\nMore of it.\n\nKey Components:\n    - f: F\n\nUsage:\n    import core.old\n"""'
DOCS = '    """F.\n\n    Args:\n        x: A\n\n    Returns:\n        B\n\n    Example:\n        f(1)\n    """\n'


@pytest.mark.parametrize("attributes", ["", f"{FILE} merge=union\n"])
def test_two_branches_that_fix_something_merge(project: Path, attributes: str) -> None:
    """Neighbouring lines need ``merge=union``; other modules merge as they are."""
    (project / "src/core/more.py").write_text(OLD)
    (project / ".gitattributes").write_text(attributes)
    run("--write-baseline")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "all")
    git("checkout", "-q", "-b", "other")
    (project / "src/core/more.py").write_text(OLD.replace("def f(x):", "def f(x: int) -> int:"))
    run("--write-baseline")
    git("commit", "-qam", "more")
    git("checkout", "-q", "main")
    typed = OLD.replace("def f(x)", "def f(x: int)")
    (project / "src/core/old.py").write_text(typed)
    run("--write-baseline")
    git("commit", "-qam", "old")
    git("merge", "-q", "-m", "other", "other")
    if attributes:
        git("checkout", "-q", "-b", "third")
        (project / "src/core/old.py").write_text(typed.replace("    return", DOCS + "    return"))
        run("--write-baseline")
        git("commit", "-qam", "third")
        git("checkout", "-q", "main")
        (project / "src/core/old.py").write_text(typed.replace('"""A module."""', MODULE))
        run("--write-baseline")
        git("commit", "-qam", "main")
        git("merge", "-q", "-m", "third", "third")
    assert run().exit_code == 0
    run("--write-baseline")
    assert "fixed" not in run().output
