"""The guide to hooks: each configuration and each command of the page, in a repository, with commits that pass and fail."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.examples.conftest import EXAMPLES
from tests.examples.pages import console, with_commands
from tests.sites.site import FAULTY, GOOD

ROOT = EXAMPLES.parents[1]
HOOKS = EXAMPLES / "pre-commit"
PAGE = "docs/howto/pre-commit.md"
_STATUS = """\
status.json Format
------------------

{
    "step": 3  // int: How far it is
}

Key Components:"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one good module, committed."""
    for name, value in with_commands(tmp_path / "bin").items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "hooks"))
    folder = tmp_path / "project"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "good.py").write_text(GOOD, encoding="utf-8")
    (folder / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n', encoding="utf-8")
    git(folder, "init", "-q", ".")
    assert committed(folder).returncode == 0
    return folder


def git(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", *identity, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def committed(folder: Path) -> "subprocess.CompletedProcess[str]":
    git(folder, "add", "-A")
    return git(folder, "commit", "-m", "a change")


def closes_and_opens(folder: Path) -> None:
    """A commit with a fault is refused, and passes when the fault is mended."""
    (folder / "src" / "new.py").write_text(FAULTY, encoding="utf-8")
    refused = committed(folder)
    assert refused.returncode == 1
    assert "src/new.py:13:1: docstring-missing" in refused.stdout + refused.stderr
    (folder / "src" / "new.py").write_text(GOOD.replace("core.good", "new"), encoding="utf-8")
    assert committed(folder).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="the hook is a script for a POSIX shell")
def test_a_hook_of_git_alone(repository: Path) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    shutil.copy(HOOKS / "pre-commit", hook)
    hook.chmod(0o755)
    closes_and_opens(repository)


@pytest.mark.parametrize("name", ["local.yaml", "changed.yaml"])
def test_a_local_hook_of_pre_commit(name: str, repository: Path) -> None:
    shutil.copy(HOOKS / name, repository / ".pre-commit-config.yaml")
    assert committed(repository).returncode == 0
    install, everything = console(PAGE)
    for command in (install, everything):
        done = subprocess.run(command.split(), cwd=repository, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    closes_and_opens(repository)


def test_a_commit_of_data_alone_is_checked(repository: Path) -> None:
    lines = ["[tool.sphinx-contracts]", 'sources = ["src"]', 'formats = { "status.json" = ["status.json"] }', ""]
    (repository / "pyproject.toml").write_text("\n".join(lines), encoding="utf-8")
    described = GOOD.replace("Key Components:", _STATUS, 1)
    (repository / "src" / "good.py").write_text(described, encoding="utf-8")
    (repository / "status.json").write_text('{"step": 1}', encoding="utf-8")
    shutil.copy(HOOKS / "local.yaml", repository / ".pre-commit-config.yaml")
    assert committed(repository).returncode == 0
    install, _ = console(PAGE)
    assert subprocess.run(install.split(), cwd=repository, capture_output=True, check=False).returncode == 0
    (repository / "status.json").write_text('{"step": "one"}', encoding="utf-8")
    refused = committed(repository)
    assert refused.returncode == 1
    assert "format-sample-mismatch" in refused.stdout + refused.stderr


def test_since_lets_old_faults_pass_and_refuses_the_module_that_changes(repository: Path) -> None:
    (repository / "src" / "old.py").write_text(FAULTY, encoding="utf-8")
    assert committed(repository).returncode == 0
    shutil.copy(HOOKS / "changed.yaml", repository / ".pre-commit-config.yaml")
    subprocess.run(["pre-commit", "install"], cwd=repository, check=True, capture_output=True)
    (repository / "src" / "good.py").write_text(GOOD + "\n", encoding="utf-8")
    assert committed(repository).returncode == 0
    (repository / "src" / "old.py").write_text(FAULTY + "\n", encoding="utf-8")
    refused = committed(repository)
    assert refused.returncode == 1
    assert "src/old.py:13:1: docstring-missing" in refused.stdout + refused.stderr


def test_the_published_hook_is_the_one_that_the_page_names() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    [repository] = yaml.safe_load((HOOKS / "config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [item["id"] for item in repository["hooks"]] == [hook["id"]]
    [[local]] = [item["hooks"] for item in yaml.safe_load((HOOKS / "local.yaml").read_text(encoding="utf-8"))["repos"]]
    for key in ("entry", "types_or", "pass_filenames", "require_serial"):
        assert hook[key] == local[key]


def test_the_page_shows_every_file() -> None:
    shown = re.findall(r"\.\./examples/pre-commit/(\S+)", (ROOT / PAGE).read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(path.name for path in HOOKS.iterdir())
