"""The configuration that the guide to adoption shows does what the guide says, on the faulty example."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_contracts.config import read_pyproject, settings_from
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.project import run
from tests.examples.conftest import EXAMPLES

FAULTY = EXAMPLES / "training_faulty"
ADOPTING = EXAMPLES / "adopting"


def findings_with(name: str | None) -> tuple[Finding, ...]:
    values = read_pyproject(ADOPTING / name) if name is not None else {"sources": ["core", "trainer"]}
    return run(settings_from(values, "test"), FAULTY, FAULTY).findings


def severities(findings: tuple[Finding, ...], *rules: str) -> set[str]:
    return {item.severity for item in findings if item.rule in rules or item.item in rules}


def test_severities() -> None:
    before, after = findings_with(None), findings_with("severities.toml")
    assert (severities(before, "example-usage"), severities(after, "example-usage")) == ({"error"}, {"note"})
    assert (severities(before, "param-untyped"), severities(after, "param-untyped")) == ({"error"}, set())
    assert (severities(before, "type-vague"), severities(after, "type-vague")) == ({"note"}, {"error"})


def test_later_overrides_win() -> None:
    after = findings_with("overrides.toml")
    in_core = tuple(item for item in after if item.module == "core.atomic_ops" and item.item == "callable-docstring")
    assert "error" in severities(in_core, "callable-docstring")
    elsewhere = tuple(item for item in after if item.module.startswith("core.") and item.module != "core.atomic_ops")
    assert severities(elsewhere, "callable-docstring") <= {"note"}


def standing_errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(item for item in findings if item.severity == "error" and item.suppressed is None)


def is_enforced(item: Finding) -> bool:
    return item.module == "core.training_status" or item.module.startswith("trainer.core.")


def test_rollout_closes_the_gate_for_enforced_phases_only() -> None:
    before, after = standing_errors(findings_with(None)), standing_errors(findings_with("rollout.toml"))
    kept = {(item.rule, item.object) for item in before if is_enforced(item)}
    assert kept
    assert {(item.rule, item.object) for item in after if item.rule != "score-below"} == kept
    assert all(is_enforced(item) for item in after)


def test_a_fault_can_be_allowed_in_place() -> None:
    found = run(settings_from({"sources": ["allowed.py"]}, "test"), ADOPTING, ADOPTING).findings
    assert [(item.rule, item.suppressed) for item in found] == [("field-undocumented", "inline")] * 2


def test_a_fault_can_be_allowed_in_a_whole_file(tmp_path: Path) -> None:
    source = (ADOPTING / "allowed.py").read_text(encoding="utf-8")
    bare = source.replace("  # contracts: ignore[field-undocumented]", "")
    (tmp_path / "allowed.py").write_text(f"# contracts: ignore-file[field-undocumented]\n{bare}", encoding="utf-8")
    found = run(settings_from({"sources": ["allowed.py"]}, "test"), tmp_path, tmp_path).findings
    assert [(item.rule, item.suppressed) for item in found] == [("field-undocumented", "inline")] * 2


@pytest.mark.parametrize("name", ["severities.toml", "overrides.toml", "rollout.toml"])
def test_the_command_line_reads_the_same_file(name: str, tmp_path: Path) -> None:
    text = (ADOPTING / name).read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    for package in ("core", "trainer"):
        shutil.copytree(FAULTY / package, tmp_path / package)
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_contracts", "check", "--statistics"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    for item in standing_errors(findings_with(name)):
        assert f"{item.path}:{item.line}" in done.stdout
