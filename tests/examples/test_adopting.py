"""The configuration that the guide to adoption shows does what the guide says, on the faulty example."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_contracts.config import read_pyproject, settings_from
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.project import run
from tests.examples.conftest import EXAMPLES

ROOT = Path(__file__).parents[2]
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


def plan_of_the_standard() -> list[tuple[str, list[str]]]:
    """The phases that the standard prints, each with its entries as they are written."""
    text = (ROOT / "docs/standard/module-contracts-standard.md").read_text(encoding="utf-8")
    plan = text[text.index("## Priority Rollout Plan") : text.index("## Enforcement")]
    phases = re.split(r"^### ", plan, flags=re.MULTILINE)[1:]
    return [
        (
            phase.partition("\n")[0].removesuffix(" (CURRENT)"),
            re.findall(r"^\d+\. (.+?)(?: - .*)?$", phase, re.MULTILINE),
        )
        for phase in phases
    ]


def dotted(entry: str) -> str:
    """A module's name for its path, a glob for "(remaining monitoring modules)"."""
    if not entry.startswith("("):
        return entry.removesuffix(".py").replace("/", ".")
    return f"{entry.strip('()').removeprefix('remaining ').removesuffix(' modules')}*"


def test_the_plan_of_the_standard_is_a_configuration(tmp_path: Path) -> None:
    settings = read_pyproject(ADOPTING / "standard-plan.toml")
    phases = [(item["name"], item["modules"]) for item in settings["rollout"]]
    assert phases == [(name, [dotted(entry) for entry in entries]) for name, entries in plan_of_the_standard()]
    assert [item["name"] for item in settings["rollout"] if item.get("enforce")] == ["Phase 1: Critical Modules"]
    named = [entry for _, entries in plan_of_the_standard() for entry in entries if not entry.startswith("(")]
    rest = {
        "monitoring/api/server.py": "Phase 4: Monitoring & Management",
        "management/disk.py": "Phase 4: Monitoring & Management",
        "core/paths.py": None,
        "trainer/profiles/plain.py": None,
    }
    for name in [*named, *rest]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("def f():\n    pass\n", encoding="utf-8")
        for folder in list(Path(name).parents)[:-1]:
            (tmp_path / folder / "__init__.py").touch()
    result = run(settings_from(settings, "test"), tmp_path, tmp_path)
    expected = {entry: name for name, entries in plan_of_the_standard() for entry in entries if entry in named}
    phases_of = {module.path: module.phase for module in result.project.modules if "__init__" not in module.path}
    assert phases_of == {**expected, **rest}
    gated = {item.path for item in standing_errors(result.findings)}
    assert gated == {entry for entry, name in expected.items() if name == "Phase 1: Critical Modules"}
    assert {item.suppressed for item in result.findings if item.path not in gated} == {"rollout"}


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
