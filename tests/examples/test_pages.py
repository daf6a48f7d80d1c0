"""No page shows a block of code that nothing runs: each is run here, or held by the test that is named, or has a reason."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from sphinx_contracts.config import settings_from
from tests.examples.conftest import EXAMPLES
from tests.examples.pages import ROOT, Block, blocks, console, pages, with_commands
from tests.sites.site import GOOD, Site

HOWTO = "docs/howto"
CHECK = "$ sphinx-contracts check"
FIRST_DAY = "tests/examples/test_first_day.py::test_the_first_day"
MONOREPO = "tests/examples/test_monorepo.py"
AUTODOC = "tests/examples/test_beside_autodoc.py"
TUTORIAL = "tests/examples/test_tutorial.py"

INDEX = "tests/packaging/test_archives.py::test_what_an_index_shows_is_whole_without_the_checkout"

# page and first line of a block, and the test that runs it or compares it
HELD = {
    ("DESCRIPTION.md", "$ sphinx-contracts site"): INDEX,
    ("DESCRIPTION.md", f"{CHECK} --write"): INDEX,
    ("DESCRIPTION.md", "project ="): INDEX,
    ("README.md", "python3 -m venv"): "tests/examples/test_readme.py::test_there_are_exactly_two_commands_to_run",
    (
        "README.md",
        "project =",
    ): "tests/examples/test_readme.py::test_the_five_lines_of_conf_are_five_and_hold_valid_settings",
    ("README.md", f"{CHECK} --write"): "tests/examples/test_readme.py::test_the_first_steps_pass_on_old_code",
    (
        "docs/explanation/architecture.md",
        "─",
    ): "tests/test_layers.py::test_the_drawing_shows_the_imports_that_there_are",
    ("docs/explanation/formats.md", '"""'): "tests/examples/test_pages.py::test_data_that_is_declared_in_code",
    ("docs/explanation/performance.md", "from pathlib"): "tests/test_work.py::test_a_dask_cluster_does_the_work",
    (f"{HOWTO}/adopt.md", f"{CHECK} --write-baseline"): FIRST_DAY,
    (f"{HOWTO}/adopt.md", CHECK): FIRST_DAY,
    (f"{HOWTO}/adopt.md", f"{CHECK} --extend-baseline"): FIRST_DAY,
    (f"{HOWTO}/beside-autodoc.md", "import sys"): f"{AUTODOC}::test_each_tool",
    (f"{HOWTO}/beside-autodoc.md", "extensions ="): f"{AUTODOC}::test_each_tool",
    (f"{HOWTO}/beside-autodoc.md", "contracts_attach"): f"{AUTODOC}::test_each_tool",
    (f"{HOWTO}/beside-autodoc.md", "contracts_pages"): f"{AUTODOC}::test_only_the_tables",
    (f"{HOWTO}/beside-autodoc.md", "contracts_markup"): f"{AUTODOC}::test_prose_in_rest",
    (f"{HOWTO}/continuous-integration.md", "![contracts]"): "tests/examples/test_pages.py::test_the_badge",
    (f"{HOWTO}/monorepo.md", "pyproject.toml"): f"{MONOREPO}::test_the_listing_is_the_repository",
    (f"{HOWTO}/monorepo.md", "$ cd"): f"{MONOREPO}::test_a_gate_for_each_package",
    (f"{HOWTO}/monorepo.md", "$ sphinx-build"): f"{MONOREPO}::test_one_site_for_all",
    (f"{HOWTO}/monorepo.md", f"{CHECK} --since"): f"{MONOREPO}::test_only_what_changes",
    (f"{HOWTO}/pre-commit.md", "$ pre-commit"): "tests/examples/test_pre_commit.py::test_a_local_hook_of_pre_commit",
    (f"{HOWTO}/translate.md", "language ="): "tests/examples/test_pages.py::test_translating",
    (f"{HOWTO}/translate.md", "$ sphinx-build"): "tests/examples/test_pages.py::test_translating",
    (f"{HOWTO}/translate.md", "#: "): "tests/examples/test_pages.py::test_translating",
    (f"{HOWTO}/write-a-plug-in.md", "$ pip install ."): "tests/examples/test_plugin.py::installed",
    (f"{HOWTO}/write-a-plug-in.md", CHECK): "tests/examples/test_plugin.py::test_the_command_of_the_page",
    (
        "docs/tutorial.md",
        "$ .venv/bin/sphinx-build",
    ): f"{TUTORIAL}::test_a_step_that_misses_something_fails_each_time_and_prints_what_the_page_shows",
    ("docs/tutorial.md", f"$ .venv/bin/{CHECK[2:]}"): f"{TUTORIAL}::test_the_command_line_says_the_same",
}

# blocks that no test can run, and why
NOT_RUN = {
    ("CONTRIBUTING.md", "cd sphinx_contracts/locales"): "rewrites files of the checkout; tests compare what it gives",
    ("docs/explanation/friends.md", "$ python -m benchmarks.friends"): "fetches packages from the index for minutes",
    ("docs/explanation/friends.md", "requests 2.32.3:"): "shows what a difference looks like",
    (f"{HOWTO}/document-a-format.md", "$ pip install"): "fetches from the index",
    ("docs/tutorial.md", "$ python3 -m venv"): "fetches from the index; tests/packaging install what is published",
}

# page, first line, what the project is made of, and the exit code
STATUS = "$ sphinx-contracts validate"
RUN = {
    ("README.md", "$ sphinx-contracts site"): ("src", 0),
    (f"{HOWTO}/adopt.md", f"{CHECK} src"): ("src", 0),
    (f"{HOWTO}/adopt.md", "$ sphinx-contracts site"): ("src", 0),
    (f"{HOWTO}/continuous-integration.md", f"{CHECK} --since"): ("training", 0),
    (f"{HOWTO}/document-a-format.md", STATUS): ("training", 0),
    ("docs/reference/command-line.md", f"{CHECK} --since"): ("training", 0),
}


def in_table(block: Block, table: object) -> list[tuple[str, str]]:
    """The entries of a table that mean a block: of its page, the longest of those that its first line begins with."""
    page, line = block.key
    keys: list[tuple[str, str]] = [key for key in table if key[0] == page and line.startswith(key[1])]  # type: ignore[attr-defined]
    longest = max((len(key[1]) for key in keys), default=0)
    return [key for key in keys if len(key[1]) == longest]


EVERY = [block for page in pages() for block in blocks(page)]
SETTINGS = [block for block in EVERY if block.language == "toml" or "\ncontracts_" in f"\n{block.text}"]


def test_every_block_is_run_or_held_or_has_a_reason() -> None:
    tables = {"held": HELD, "run": RUN, "not run": NOT_RUN}
    used: set[tuple[str, str]] = set()
    loose = []
    for block in EVERY:
        found = [key for table in tables.values() for key in in_table(block, table)]
        used.update(found)
        if not found and block not in SETTINGS:
            loose.append(f"{block.page}:{block.line}: {block.key[1]}")
    assert not loose, "\n".join(loose)
    assert not {key for table in tables.values() for key in table} - used
    assert not (HELD.keys() & RUN.keys() | RUN.keys() & NOT_RUN.keys() | HELD.keys() & NOT_RUN.keys())


@pytest.mark.parametrize("test", sorted(set(HELD.values())))
def test_the_tests_that_hold_blocks_are_there_and_read_the_page(test: str) -> None:
    path, _, name = test.partition("::")
    source = (ROOT / path).read_text(encoding="utf-8")
    assert re.search(rf"^def {name}\(", source, re.MULTILINE)
    for page in {page for (page, _), held in HELD.items() if held == test}:
        words = Path(page).name
        assert words in source, f"{path} does not read {page}"


@pytest.mark.parametrize("block", SETTINGS, ids=lambda block: f"{block.page}:{block.line}")
def test_settings_are_valid(block: Block) -> None:
    if block.language == "toml":
        values = tomllib.loads(block.text)["tool"]["sphinx-contracts"]
    else:
        names: dict[str, object] = {}
        exec(block.text, names)
        values = {name.removeprefix("contracts_"): value for name, value in names.items() if "contracts_" in name}
    assert values
    settings_from(values, block.page)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run commands in, with a browser that only notes what it is asked for."""
    for name, value in with_commands(tmp_path / "bin").items():
        monkeypatch.setenv(name, value)
    browser = tmp_path / "bin" / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    return tmp_path / "project"


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def made(kind: str, folder: Path) -> None:
    """A project with a configuration: the example code base as a repository, or one module in ``src``."""
    if kind == "src":
        (folder / "src").mkdir(parents=True)
        (folder / "src" / "good.py").write_text(GOOD, encoding="utf-8")
        return
    shutil.copytree(EXAMPLES / kind, folder)
    output = folder / "output" / "first"
    output.mkdir(parents=True)
    shutil.copy(folder / "samples" / "training_status.json", output)
    git(folder, "init", "-q", ".")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "a project")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")


@pytest.mark.skipif(os.name != "posix", reason="the commands are for a POSIX shell")
@pytest.mark.parametrize("key", RUN, ids=lambda key: f"{key[0]} {key[1]}")
def test_commands(key: tuple[str, str], project: Path) -> None:
    kind, status = RUN[key]
    made(kind, project)
    ran = [block for block in EVERY if in_table(block, RUN) == [key]]
    assert ran
    for command in [line[2:] for block in ran for line in block.text.splitlines()]:
        done = subprocess.run(command, shell=True, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr
        assert "Error" not in done.stderr
        if "--open" in command:
            folder = command.split(" -o ")[1].split()[0]
            assert (project / folder / "index.html").is_file()
            assert (project.parent / "opened").read_text(encoding="utf-8").strip().endswith(f"{folder}/index.html")


def test_data_that_is_declared_in_code(tmp_path: Path) -> None:
    [docstring] = [block.text for block in EVERY if block.page.endswith("explanation/formats.md")]
    code = "from typing import TypedDict\n\n\nclass StatusDict(TypedDict):\n    step: int  # Steps that are done\n"
    path = tmp_path / "status.py"
    path.write_text(f"{docstring}\n{code}", encoding="utf-8")
    from click.testing import CliRunner

    from sphinx_contracts.cli import main

    done = CliRunner().invoke(main, ["schema", "status.json", str(path)])
    assert done.exit_code == 0, done.output
    assert '"Steps that are done"' in done.output


def test_the_badge(tmp_path: Path) -> None:
    [badge] = [
        block.text
        for block in EVERY
        if block.page.endswith("continuous-integration.md") and block.language == "markdown"
    ]
    [place] = re.findall(r"https://docs\.example\.org/(\S+?)\)", badge)
    site = Site(tmp_path / "site")
    site.write("src/core/good.py", GOOD)
    assert site.run().code == 0
    assert (site.root / "out" / "html" / place).is_file()


def test_translating(project: Path) -> None:
    page = f"{HOWTO}/translate.md"
    language, _, entry = blocks(page)
    [command] = console(page)
    site = Site(project)
    site.write("src/core/good.py", GOOD)
    subprocess.run(f"{command} -q", shell=True, cwd=site.root, check=True)
    template = (site.root / "locale" / "contracts.pot").read_text(encoding="utf-8")
    place, message, _ = entry.text.splitlines()
    assert message in template
    assert place.split(":")[1].strip() in template
    names: dict[str, str] = {}
    exec(language.text, names)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    site.write(f"docs/locales/{names['language']}/LC_MESSAGES/contracts.po", head + entry.text)
    site.configure(language=names["language"], locale_dirs=["locales"])
    built = site.run()
    assert built.code == 0, built.error
    shown = re.sub(r"<[^>]+>", "", built.text("contracts/core.good.html"))
    assert "Wo gearbeitet wird" in shown
    assert "Eingaben" in shown
