"""The comparison with other tools: what it says of this one is so, and it covers every fault and every tool."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import capabilities
from benchmarks._capability_probes import PROBES, Probe, package
from benchmarks._capability_tools import TOOLS

ROOT = Path(__file__).parents[1]
DATA = tomllib.loads((ROOT / "benchmarks" / "capabilities.toml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "explanation" / "comparison.md").read_text(encoding="utf-8")


def test_every_fault_was_shown_to_every_tool() -> None:
    assert list(DATA["faults"]) == [probe.title for probe in PROBES]
    for found in (*DATA["faults"].values(), *DATA["situations"].values()):
        assert list(found) == list(TOOLS)
    assert set(DATA["versions"]) >= {tool.distribution for tool in TOOLS.values()}


def test_what_is_said_of_this_tool_is_so(tmp_path: Path) -> None:
    """``python -m benchmarks.capabilities`` measures anew."""
    found = capabilities._faults(Path(sys.executable), TOOLS["sphinx-contracts"], tmp_path / "faults")
    assert found == {title: outcomes["sphinx-contracts"] for title, outcomes in DATA["faults"].items()}


def test_nothing_is_wrong_with_the_modules_without_faults(tmp_path: Path) -> None:
    package(tmp_path, faulty=False)
    command = [sys.executable, "-m", "sphinx_contracts", "check", "core", "--notes"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[0][:17]) == (0, "0 errors, 0 notes")


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.title)
def test_a_fault_changes_a_module_that_is_python_with_and_without_it(probe: Probe) -> None:
    texts = [probe.module(faulty=faulty) for faulty in (False, True)]
    assert texts[0] != texts[1]
    for text in texts:
        ast.parse(text)


def test_every_tool_of_the_comparison_is_spoken_of() -> None:
    named = {name.strip() for line in re.findall(r"^(.+)\n: ", PAGE, re.MULTILINE) for name in line.split(",")}
    assert named == set(TOOLS) - {"sphinx-contracts"}


def test_only_mkdocstrings_of_the_builders_speaks_of_contracts() -> None:
    counts = Counter(
        name for found in DATA["faults"].values() for name, outcome in found.items() if outcome != "silent"
    )
    assert {name for name in TOOLS if TOOLS[name].site and counts[name]} == {"mkdocstrings"}


def test_the_last_two_faults_are_found_by_others_only() -> None:
    last = list(DATA["faults"].values())[-2:]
    assert [found["sphinx-contracts"] for found in last] == ["silent", "silent"]
    assert [{name for name, outcome in found.items() if outcome == "caught"} for found in last] == [{"mypy"}, {"ruff"}]
