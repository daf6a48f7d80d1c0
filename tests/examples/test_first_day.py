"""The first day of the guide to adoption, command by command, on a real library that knows nothing of the standard."""

import importlib.util
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import main
from tests.examples.conftest import EXAMPLES

GUIDE = EXAMPLES.parent / "howto" / "adopt.md"
START = (EXAMPLES / "adopting" / "start.toml").read_text(encoding="utf-8")
BASELINE = "contracts-baseline.txt"
A_MINUTE = 200  # characters that somebody types in a minute, at 40 words of five


def commands() -> list[str]:
    """The commands of the section, in order."""
    section = GUIDE.read_text(encoding="utf-8").partition("(first-day)=")[2].partition("\n## See")[0]
    return [
        line.removeprefix("$ ")
        for block in re.findall(r"```console\n(.*?)```", section, re.DOTALL)
        for line in block.splitlines()
    ]


def run(command: str) -> Result:
    name, *arguments = command.split()
    assert name == "sphinx-contracts"
    return CliRunner().invoke(main, arguments)


def entries() -> list[str]:
    return [line for line in Path(BASELINE).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """PyYAML as it is installed, as the source of a project."""
    found = importlib.util.find_spec("yaml")
    assert found is not None
    assert found.origin is not None
    ignored = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(Path(found.origin).parent, tmp_path / "src" / "yaml", ignore=ignored)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def untyped() -> Iterator[tuple[Path, int, int]]:
    """Parameters without a type that the baseline knows, from the end of each file."""
    document = json.loads(run("sphinx-contracts check --format json").stdout)
    found = [
        item for item in document["findings"] if item["suppressed"] == "baseline" and item["rule"] == "param-untyped"
    ]
    for item in sorted(found, key=lambda item: (item["path"], item["line"], item["column"]), reverse=True):
        yield Path(item["path"]), item["line"], item["column"]


def give_types(count: int) -> None:
    """Mend some faults as somebody would: parameters get a type."""
    done = 0
    for path, line, column in untyped():
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        text = lines[line - 1]
        name = re.match(r"\w+", text[column - 1 :])
        if name is not None and done < count and "=" not in text:
            end = column - 1 + name.end()
            lines[line - 1] = f"{text[:end]}: object{text[end:]}"
            path.write_text("".join(lines), encoding="utf-8")
            done += 1
    assert done == count


def test_the_first_day(library: Path) -> None:
    first, check, shrink, extend = commands()
    (library / "pyproject.toml").write_text(START, encoding="utf-8")
    assert run(check).exit_code == 2  # there is no file yet, and the message says how to get one
    assert first in run(check).stderr

    assert run(first).exit_code == 0
    old = entries()
    assert len(old) > 200
    assert {line.partition(":")[0].split()[0] for line in old} == {"yaml", "yaml.error", "yaml.reader", "yaml.scanner"}
    assert run(check).exit_code == 0

    # a new fault fails, an old one does not
    reader = library / "src/yaml/reader.py"
    before = reader.read_text(encoding="utf-8")
    reader.write_text(f"{before.rstrip()}\n\n    def added(self, stream) -> None:\n        pass\n", encoding="utf-8")
    failed = run(check)
    assert failed.exit_code == 1
    *lines, _, _, waiting, _ = failed.output.splitlines()
    assert waiting.endswith(" findings wait for their phase of the rollout")
    assert [line.split()[1:3] for line in lines] == [
        ["docstring-missing", "yaml.reader.Reader.added:"],
        ["param-untyped", "yaml.reader.Reader.added:"],
    ]
    assert run(shrink).exit_code == 1  # writing does not let it in
    assert entries() == old
    reader.write_text(before, encoding="utf-8")

    # whoever mends ten makes the list shorter by ten
    give_types(10)
    told = run(check)
    assert told.exit_code == 0
    assert told.output.splitlines()[-3] == f"10 baseline entries are fixed: run '{shrink}'"
    assert run(shrink).exit_code == 0
    assert len(entries()) == len(old) - 10
    assert set(entries()) < set(old)
    assert "fixed" not in run(check).output

    # the next phase is enforced
    kept = entries()
    (library / "pyproject.toml").write_text(f"{START}enforce = true\n", encoding="utf-8")
    assert run(check).exit_code == 1
    assert run(extend).exit_code == 0
    assert set(entries()) > set(kept)
    assert {line.partition(":")[0].split()[0] for line in entries()} > {"yaml.emitter", "yaml.reader"}
    assert run(check).exit_code == 0


def test_it_takes_less_than_five_minutes_to_type() -> None:
    assert len(START) + sum(map(len, commands())) < 5 * A_MINUTE


def test_the_modules_that_the_guide_names_are_there(library: Path) -> None:
    assert len(list((library / "src/yaml").glob("*.py"))) == 17
