"""The baseline in a build: the same as on the command line, and shown on the pages."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.site import FAULTY, Site

RULE = "docstring-missing"
ENTRY = f"core.faulty:work {RULE}\n"


@pytest.fixture
def known(site: Site) -> Site:
    """A site whose one error is in the baseline beside conf.py."""
    site.write("src/core/faulty.py", FAULTY)
    site.write("docs/baseline.txt", ENTRY)
    site.configure(contracts_baseline="baseline.txt", contracts_gate=True)
    return site


def test_what_is_known_fails_nothing_and_is_shown(known: Site) -> None:
    for _ in range(2):
        built = known.build(strict=True)
        assert (built.code, built.warnings) == (0, [])
    page = built.words("contracts/core.faulty.html")
    assert RULE in page
    assert "baseline" in page
    [finding] = json.loads(built.text("contracts.json"))["findings"]
    assert (finding["severity"], finding["suppressed"]) == ("note", "baseline")
    score = next(item for item in json.loads(built.text("contracts.json"))["modules"] if item["name"] == "core.faulty")
    assert score["score"] < 10


def test_what_is_new_fails(known: Site) -> None:
    known.write("src/core/faulty.py", f"{FAULTY}\n\ndef more() -> None:\n    return None\n")
    for _ in range(2):
        built = known.build(strict=True)
        assert built.code == 1
        assert [line.partition("WARNING: ")[2].split(":")[0] for line in built.warnings] == ["core.faulty.more"]


def test_a_changed_baseline_writes_the_pages_that_show_it(known: Site) -> None:
    known.build()
    known.write("docs/baseline.txt", "# none\n")
    built = known.build(strict=True)
    assert built.code == 1
    assert "contracts/core.faulty" in built.read
    assert "contracts/core.good" not in built.read
    fresh = known.build(out="fresh")
    for name in ("contracts/core.faulty.html", "contracts/index.html", "contracts.json"):
        assert built.text(name) == fresh.text(name)
    known.write("docs/baseline.txt", ENTRY)
    again = known.build(strict=True)
    assert again.code == 0
    assert "contracts/core.faulty" in again.read
    known.configure(contracts_baseline=None)
    assert known.build(strict=True).code == 1


def test_fixed_entries_are_pointed_out_and_are_no_warning(known: Site) -> None:
    known.write("docs/baseline.txt", f"{ENTRY}core.faulty:gone {RULE}\n")
    outdir = known.root / "out/html"
    command = [sys.executable, "-m", "sphinx", "-W", "-b", "html", str(known.docs), str(outdir)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "contracts: 1 finding suppressed by the baseline\n" in done.stdout
    assert re.search(r"^contracts: \d modules, score \d\.\d of 10, 1 suppressed$", done.stdout, re.MULTILINE)
    said = "contracts: 1 baseline entry is fixed: run 'sphinx-contracts check --write-baseline'"
    assert said in done.stdout
    assert (known.docs / "baseline.txt").read_text().count("\n") == 2


def test_the_command_line_and_the_build_share_it(site: Site) -> None:
    site.write("src/core/faulty.py", FAULTY)
    site.write("pyproject.toml", '[tool.sphinx-contracts]\nsources = ["src"]\nbaseline = "etc/known.txt"\n')
    site.write("etc/other.txt", "")
    site.configure(contracts_gate=True)
    built = site.build()
    assert built.error.startswith("ConfigError: pyproject.toml: setting 'baseline': the file ")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_contracts", "check", "--write-baseline"],
        cwd=site.docs,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert ENTRY.strip() in (site.root / "etc/known.txt").read_text()
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "conf.py: setting 'baseline': the file 'docs/baseline.txt' does not exist (looked in "),
        ("core.faulty\n", "conf.py: setting 'baseline': docs/baseline.txt:1: is no entry of a baseline"),
        ("<<<<<<< ours\n", "conf.py: setting 'baseline': docs/baseline.txt:1: a conflict of a merge is left"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line(known: Site, text: str | None, message: str) -> None:
    (known.root / "pyproject.toml").write_text("")
    if text is None:
        (known.docs / "baseline.txt").unlink()
    else:
        known.write("docs/baseline.txt", text)
    built = known.build()
    assert built.code == 2
    assert built.error.startswith(f"ConfigError: {message}")
    assert "\n" not in built.error
