"""The recipes for continuous integration: each command of the page is run, on the faulty example and on the clean one."""

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sphinx_contracts.config import Settings
from sphinx_contracts.reports.formats import FORMATS
from tests.examples.conftest import EXAMPLES

ROOT = EXAMPLES.parents[1]
RECIPES = EXAMPLES / "ci"
PAGE = (EXAMPLES.parent / "howto" / "continuous-integration.md").read_text(encoding="utf-8")
PYPROJECT = '[tool.sphinx-contracts]\nsources = ["core", "trainer"]\n'


def steps(recipe: str) -> Iterator[str]:
    """The commands of a recipe that run ``sphinx-contracts``."""
    path = RECIPES / recipe
    if path.suffix == ".sh":
        lines = path.read_text(encoding="utf-8").splitlines()
    else:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        job = document.get("jobs", document)["contracts"]
        lines = [step.get("run", "") for step in job["steps"]] if "steps" in job else job["script"]
    yield from (line for line in lines if line.startswith("sphinx-contracts "))


@pytest.fixture
def command(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``sphinx-contracts`` is this checkout's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "sphinx-contracts"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sphinx_contracts "$@"\n')
    script.chmod(0o755)
    found = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": "summary.md"}
    return {**os.environ, **found}


def project(folder: Path, example: str) -> Path:
    """The example code base as a project of its own."""
    folder.mkdir()
    (folder / "pyproject.toml").write_text(PYPROJECT)
    for package in ("core", "trainer"):
        shutil.copytree(EXAMPLES / example / package, folder / package)
    return folder


def run(line: str, folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.skipif(os.name != "posix", reason="the recipes are for a POSIX shell")
@pytest.mark.parametrize("recipe", ["github.yml", "gitlab-ci.yml", "plain.sh"])
def test_the_gate_closes_for_the_faulty_example_and_opens_for_the_clean_one(
    recipe: str, tmp_path: Path, command: dict[str, str]
) -> None:
    for example, status in (("training_faulty", 1), ("training", 0)):
        folder = project(tmp_path / example, example)
        done = {line: run(line, folder, command) for line in steps(recipe)}
        assert done
        for line, result in done.items():
            assert result.stderr == "", line
            assert result.returncode == (0 if "--exit-zero" in line else status), line
        assert any("--exit-zero" not in line for line in done)


@pytest.mark.skipif(os.name != "posix", reason="the recipes are for a POSIX shell")
def test_the_files_that_services_take_are_written(tmp_path: Path, command: dict[str, str]) -> None:
    folder = project(tmp_path / "project", "training_faulty")
    for recipe in ("github.yml", "gitlab-ci.yml"):
        for line in steps(recipe):
            run(line, folder, command)
    uploaded = yaml.safe_load((RECIPES / "github.yml").read_text(encoding="utf-8"))
    [sarif] = [
        step["with"]["sarif_file"] for step in uploaded["jobs"]["contracts"]["steps"] if "sarif" in step.get("uses", "")
    ]
    assert json.loads((folder / sarif).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "- [ ] Side effects documented" in (folder / "summary.md").read_text(encoding="utf-8")
    reports = yaml.safe_load((RECIPES / "gitlab-ci.yml").read_text(encoding="utf-8"))["contracts"]["artifacts"][
        "reports"
    ]
    assert json.loads((folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert ET.parse(folder / reports["junit"]).getroot().tag == "testsuites"


def test_the_page_has_every_recipe_and_every_format() -> None:
    assert set(re.findall(r"\.\./examples/ci/(\S+)", PAGE)) == {path.name for path in RECIPES.iterdir()}
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == set(FORMATS)


def test_the_preview_ignores_the_generated_pages_which_a_second_build_leaves_alone(tmp_path: Path) -> None:
    line = (RECIPES / "preview.sh").read_text(encoding="utf-8")
    assert f'--ignore "docs/{Settings().pages}/*"' in line
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text('extensions = ["sphinx_contracts"]\ncontracts_sources = ["../src"]\n')
    (docs / "index.rst").write_text("Site\n====\n\n.. toctree::\n\n   contracts/index\n")
    (tmp_path / "src").mkdir()
    shutil.copy(EXAMPLES / "tutorial" / "3-complete" / "wordcount.py", tmp_path / "src")

    def build() -> dict[Path, int]:
        subprocess.run([sys.executable, "-m", "sphinx", "-q", "docs", "docs/_build/html"], cwd=tmp_path, check=True)
        return {path: path.stat().st_mtime_ns for path in (docs / "contracts").iterdir()}

    first = build()
    assert first
    assert build() == first
    (tmp_path / "src" / "wordcount.py").write_text('"""Another summary."""\n\nX = max(1, 2)\n')
    assert build() == first
    assert (docs / "_build" / "html" / "contracts" / "badge.json").is_file()
