"""The option ``--since``: what changed decides what is reported, never what is analysed."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import main

BAD = '"""A module."""\n\n\ndef f(x):\n    return x\n'
BASE = '"""The base."""\n\n\nclass Base:\n    """A base."""\n\n    def run(self) -> None:\n        """Run."""\n'
CHILD = '"""The child."""\nfrom core.base import Base\n\n\nclass Child(Base):\n    """A child."""\n\n    def run(self) -> None:\n        pass\n'
FILES = {
    "src/core/__init__.py": '"""Core."""\nfrom core._hidden import shown\n\n__all__ = ["shown"]\n',
    "src/core/_hidden.py": '"""Hidden."""\n\n\ndef shown(x):\n    """Show."""\n',
    "src/core/bad.py": BAD,
    "src/core/other.py": BAD,
    "src/core/base.py": BASE,
    "src/core/child.py": CHILD,
    "pyproject.toml": '[tool.sphinx-contracts]\nsources = ["src"]\n',
}


def git(*arguments: str) -> None:
    options = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *options, *arguments], capture_output=True, check=True)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in a folder of its repository, everything committed."""
    root = tmp_path / "repository" / "back end"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    monkeypatch.chdir(root.parent)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    monkeypatch.chdir(root)
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def modules(*arguments: str) -> set[str]:
    done = run("--format", "json", *arguments)
    return {item["module"] for item in json.loads(done.stdout)["findings"]}


def test_without_changes_there_is_nothing_to_report(project: Path) -> None:
    done = run("--since", "HEAD")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "0 errors, 0 notes in 0 modules, score 10.0",
        "0 of 5 modules changed since HEAD",
    ]


@pytest.mark.parametrize("staged", [False, True])
def test_what_is_not_committed_counts(project: Path, staged: bool) -> None:
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    if staged:
        git("add", ".")
    done = run("--since", "HEAD")
    assert done.exit_code == 1
    assert done.output.splitlines()[-2] == "1 of 5 modules changed since HEAD"
    assert modules("--since", "HEAD") == {"core.bad"}


def test_new_files_count_unless_they_are_ignored(project: Path) -> None:
    (project / "src/core/new ä.py").write_text(BAD)
    (project / "src/core/scratch.py").write_text(BAD)
    (project / ".gitignore").write_text("scratch.py\n")
    assert modules("--since", "HEAD") == {"core.new ä"}


def test_a_renamed_file_counts(project: Path) -> None:
    git("mv", "src/core/bad.py", "src/core/worse.py")
    assert modules("--since", "HEAD") == {"core.worse"}


def test_commits_count(project: Path) -> None:
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    git("commit", "-qam", "second")
    (project / "src/core/other.py").write_text(f"{BAD}# more\n")
    assert modules("--since", "HEAD~1") == {"core.bad", "core.other"}
    assert modules("--since", "HEAD") == {"core.other"}


def test_only_this_branch_s_changes_count(project: Path) -> None:
    git("checkout", "-q", "-b", "feature")
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    git("commit", "-qam", "feature")
    git("checkout", "-q", "main")
    (project / "src/core/other.py").write_text(f"{BAD}# more\n")
    git("commit", "-qam", "main")
    git("checkout", "-q", "feature")
    assert modules("--since", "main") == {"core.bad"}


def test_without_a_common_commit_the_commit_itself_is_compared(project: Path) -> None:
    git("checkout", "-q", "--orphan", "alone")
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    git("add", ".")
    git("commit", "-qm", "alone")
    assert modules("--since", "main") == {"core.bad"}


def test_a_private_file_changes_the_module_that_shows_it(project: Path) -> None:
    (project / "src/core/_hidden.py").write_text(f"{FILES['src/core/_hidden.py']}# more\n")
    assert modules("--since", "HEAD") == {"core"}
    done = run("--since", "HEAD", "--format", "markdown")
    assert next(line for line in done.output.splitlines() if line.startswith("## ")).startswith("## `core`")


def test_the_whole_project_is_analysed(project: Path) -> None:
    (project / "src/core/child.py").write_text(f"{CHILD}# more\n")
    found = json.loads(run("--since", "HEAD", "--format", "json").stdout)["findings"]
    # the base, which has not changed, documents the method
    assert "core.child.Child.run" not in {item["object"] for item in found}
    assert {item["module"] for item in found} == {"core.child"}


def test_it_goes_with_paths_and_from_any_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    (project / "src/core/other.py").write_text(f"{BAD}# more\n")
    monkeypatch.chdir(project / "src/core")
    assert modules("--since", "HEAD") == {"core.bad", "core.other"}
    assert modules("--since", "HEAD", "bad.py") == {"core.bad"}


def test_a_linked_source_counts(project: Path) -> None:
    (project / "link").symlink_to("src")
    (project / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["link"]\n')
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    assert modules("--since", "HEAD") == {"core.bad"}


def test_a_configured_diff_changes_nothing(project: Path) -> None:
    for name, value in {"diff.external": "false", "diff.relative": "true", "core.quotePath": "true"}.items():
        git("config", name, value)
    marker = project.parent / "ran"
    git("config", "core.fsmonitor", f"touch '{marker}'; false")
    (project / "src/core/bad.py").write_text(f"{BAD}# more\n")
    assert modules("--since", "HEAD") == {"core.bad"}
    assert not marker.exists()


def test_known_faults_are_known(project: Path) -> None:
    assert run("--baseline", "b.txt", "--write-baseline").exit_code == 0
    (project / "src/core/bad.py").write_text(f"{BAD}\n\ndef g() -> None:\n    pass\n")
    done = run("--baseline", "b.txt", "--since", "HEAD")
    assert done.exit_code == 1
    assert [line.split()[2] for line in done.output.splitlines()[:-1] if "docstring" in line] == ["core.bad.g:"]


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("no-such-branch", "git knows no commit 'no-such-branch' here"),
        ("HEAD~99", "git knows no commit 'HEAD~99' here"),
        ("HEAD:src", "git knows no commit 'HEAD:src' here"),
        ("--output=stolen", "'--output=stolen' is no revision of git"),
        ("-h", "'-h' is no revision of git"),
        ("", "'' is no revision of git"),
        ("a\0b", "is no revision of git"),
    ],
)
def test_a_wrong_revision_is_one_line_and_two(project: Path, revision: str, said: str) -> None:
    done = run("--since", revision)
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert said in done.output
    assert not (project / "stolen").exists()
    assert not (project.parent / "stolen").exists()


def test_outside_a_repository(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "bad.py").write_text(BAD)
    done = run("bad.py", "--since", "HEAD")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "--since: fatal: not a git repository" in done.output


def test_without_git(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", os.fspath(tmp_path / "bin"))
    done = run("--since", "HEAD")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "--since needs git, which is not there" in done.output


def test_before_the_first_commit(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "bad.py").write_text(BAD)
    done = run("bad.py", "--since", "HEAD")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
