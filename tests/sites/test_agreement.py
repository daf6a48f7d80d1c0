"""Sphinx, the command line and ``contracts.json`` say the same in the same order, on real packages too."""

import importlib.util
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sphinx_contracts.cli import main
from tests.sites.site import Site

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def installed(name: str) -> Path:
    found = importlib.util.find_spec(name)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent


SOURCES = {
    "the faulty example": lambda: [EXAMPLES / "training_faulty" / name for name in ("core", "trainer")],
    "click": lambda: [installed("click")],
    "yaml": lambda: [installed("yaml")],
}


@pytest.mark.parametrize("baseline", [False, True])
@pytest.mark.parametrize("name", SOURCES)
def test_three_outputs_agree(site: Site, monkeypatch: pytest.MonkeyPatch, name: str, baseline: bool) -> None:
    shutil.rmtree(site.root / "src")
    for folder in SOURCES[name]():
        shutil.copytree(folder, site.root / "src" / folder.name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    setting = 'baseline = "known.txt"\n' if baseline else ""
    site.write("pyproject.toml", f'[tool.sphinx-contracts]\nsources = ["src"]\n{setting}')
    site.configure(contracts_sources=None)
    monkeypatch.chdir(site.root)
    if baseline:
        assert CliRunner().invoke(main, ["check", "--write-baseline"]).exit_code == 0
        known = (site.root / "known.txt").read_text(encoding="utf-8").splitlines()
        # every second fault is new
        (site.root / "known.txt").write_text("\n".join(known[4::2]) + "\n", encoding="utf-8")
    printed = json.loads(CliRunner().invoke(main, ["check", "--format", "json"]).stdout)
    built = site.build()
    model = json.loads(built.text("contracts.json"))
    assert len(printed["findings"]) > 50
    assert printed["findings"] == model["findings"]
    assert printed["summary"] == model["summary"]
    assert {item["suppressed"] for item in printed["findings"]} >= ({"baseline", None} if baseline else {None})
    standing = [item for item in printed["findings"] if item["severity"] == "error" and item["suppressed"] is None]
    warned = [match for match in map(WARNING.fullmatch, built.warnings) if match is not None]
    assert [(match["path"], int(match["line"]), match["object"], match["rule"]) for match in warned] == [
        (item["path"], item["line"], item["object"], item["rule"]) for item in standing
    ]


WARNING = re.compile(
    r"(?P<path>\S+\.py):(?P<line>\d+): WARNING: (?P<object>[\w.]+): .* \[contracts\.(?P<rule>[a-z-]+)\]"
)
