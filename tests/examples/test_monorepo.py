"""The guide to repositories with several packages, on the repository that it shows: one gate, several, one site."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.examples.conftest import EXAMPLES
from tests.examples.pages import ROOT, blocks, console, with_commands

PAGE = "docs/howto/monorepo.md"
EXAMPLE = EXAMPLES / "monorepo"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as a repository of its own, committed."""
    for name, value in with_commands(tmp_path / "bin").items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "shop"
    shutil.copytree(EXAMPLE, folder)
    for words in (["init", "-q", "."], ["add", "-A"], ["commit", "-q", "-m", "the shop"]):
        identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *words], cwd=folder, check=True)
    return folder


def run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command.split(), cwd=folder, capture_output=True, text=True, check=False)


def rules(done: "subprocess.CompletedProcess[str]") -> set[str]:
    return set(re.findall(r"^\S+:\d+:\d+: (\S+)", done.stdout, re.MULTILINE))


def test_the_listing_is_the_repository() -> None:
    (listing,) = (block.text.split() for block in blocks(PAGE) if block.language == "text")
    assert all((EXAMPLE / path).exists() for path in listing)
    files = [path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*") if path.is_file()]
    assert all(any(file == path or file.startswith(path) for path in listing) for file in files)


def test_one_gate_sees_calls_from_package_to_package(repository: Path) -> None:
    done = run("sphinx-contracts check --notes", repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert "billing.invoice.close: changes files through dispatch()" in done.stdout.splitlines()[0]
    enforced = repository / "pyproject.toml"
    text = enforced.read_text(encoding="utf-8")
    enforced.write_text(text.replace('"shipping.*"]', '"shipping.*"]\nenforce = true'), encoding="utf-8")
    assert run("sphinx-contracts check", repository).returncode == 1


def test_a_gate_for_each_package(repository: Path) -> None:
    into, command, *_ = console(PAGE)
    folder = repository / into.removeprefix("cd ")
    done = run(command, folder)
    assert done.returncode == 1
    assert "side-effect-undocumented" in rules(done)
    assert run(f"{command} --format github", folder).stdout.startswith("::error file=packages/shipping/src/")
    alone = run(f"{command} --notes", repository / "packages" / "billing")
    assert (alone.returncode, rules(alone)) == (0, set())


def test_a_path_leaves_modules_out(repository: Path) -> None:
    (repository / "packages/billing/src/tests").mkdir()
    (repository / "packages/billing/src/tests/support.py").write_text("def f(x): ...\n", encoding="utf-8")
    settings = repository / "pyproject.toml"
    [glob] = re.findall(r"`(exclude = .*?)`", (ROOT / PAGE).read_text(encoding="utf-8"))
    before = run("sphinx-contracts export", repository).stdout
    text = settings.read_text(encoding="utf-8").replace("fail-under", f"{glob}\nfail-under")
    settings.write_text(text, encoding="utf-8")
    assert "support.py" in before
    assert "support.py" not in run("sphinx-contracts export", repository).stdout


def test_two_modules_of_one_name_are_a_finding(repository: Path) -> None:
    for package in ("billing", "shipping"):
        (repository / "packages" / package / "src" / "tools.py").write_text('"""Tools."""\n', encoding="utf-8")
    assert "is hidden by packages/billing/src/tools.py" in run("sphinx-contracts check --notes", repository).stdout


def test_one_site_for_all(repository: Path) -> None:
    build = console(PAGE)[2]
    done = run(f"{build} -q", repository)
    assert (done.returncode, done.stderr) == (0, "")
    pages = {path.stem for path in (repository / "build/site/contracts").glob("*.html")}
    assert pages == {"index", "billing", "billing.invoice", "shipping", "shipping.parcel", "release"}


def test_only_what_changes(repository: Path) -> None:
    command = console(PAGE)[3]
    path = repository / "packages/billing/src/billing/invoice.py"
    path.write_text(path.read_text(encoding="utf-8").replace("counted from 1", "numbered from 1"), encoding="utf-8")
    for folder in (repository, repository / "packages/billing"):
        done = run(command, folder)
        assert done.returncode == 0
        assert done.stderr.endswith("modules changed since HEAD\n")
        assert "billing.invoice" in done.stdout
        assert "shipping" not in done.stdout
