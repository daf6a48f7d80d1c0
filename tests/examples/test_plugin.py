"""The plug-in that the guide shows is installed like any package, and its rules are rules like all others."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.conftest import EXAMPLES
from tests.examples.pages import console
from tests.sites.site import Site

PLUGIN = EXAMPLES / "plugin"
NAMES = ["acme-summary-reminder", "acme-source-missing"]
BROKEN = {
    "broken": ("import no_such_package", "cannot be loaded: ModuleNotFoundError: No module named 'no_such_package'"),
    "other": ("RULES = 'text'", "gives 'text', expected a Rule or a list of Rule"),
    "clash": (
        "import dataclasses\nfrom sphinx_contracts.rules.registry import RULES as KNOWN\n"
        "RULES = [dataclasses.replace(KNOWN['param-untyped'])]",
        "the name 'param-untyped' is taken by sphinx-contracts; the rule is left out",
    ),
}


def installed_at(folder: Path, source: Path) -> Path:
    """Install a package as pip does, without its dependencies and without the network."""
    target = folder / "installed"
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--no-compile", "--target", str(target)]
    command = [sys.executable, "-m", "pip", "install", *options, str(source)]
    environment = {**os.environ, "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the plug-in is installed in."""
    folder = tmp_path_factory.mktemp("plugin")
    source = folder / "source"
    source.mkdir()
    for path in PLUGIN.iterdir():
        if path.is_file():
            (source / path.name).write_bytes(path.read_bytes())
    return installed_at(folder, source)


@pytest.fixture
def example(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the bad example of each rule of the plug-in, which is on the path."""
    monkeypatch.setenv("PYTHONPATH", str(installed))
    monkeypatch.chdir(tmp_path)
    for rule in listed():
        name = rule["rule"].replace("-", "_")
        (tmp_path / f"{name}.py").write_text(rule["bad"], encoding="utf-8")
        (tmp_path / f"{name}_good.py").write_text(rule["good"], encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sphinx_contracts", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def listed() -> list[dict[str, str]]:
    rules: list[dict[str, str]] = json.loads(run("rules", "--format", "json").stdout)["rules"]
    return [rule for rule in rules if rule["package"] == "acme-contract-rules 1.0"]


def found(*arguments: str) -> list[tuple[str, str, str, str | None]]:
    document = json.loads(run("check", ".", "--no-cache", "--format", "json", *arguments).stdout)
    return [(item["module"], item["rule"], item["severity"], item["suppressed"]) for item in document["findings"]]


def test_each_rule_finds_its_bad_example_and_nothing_else(example: Path) -> None:
    assert found() == [
        ("acme_source_missing", "acme-source-missing", "error", None),
        ("acme_summary_reminder", "acme-summary-reminder", "note", None),
    ]
    assert run("check", ".").returncode == 1


def test_the_command_of_the_page(example: Path) -> None:
    install, rules, check = console("docs/howto/write-a-plug-in.md")
    assert install == "pip install ."  # as the fixture does
    listed = run(*rules.split()[1:])
    assert (listed.returncode, "acme-source-missing" in listed.stdout) == (0, True)
    (example / "examples").mkdir()
    (example / "acme_source_missing.py").rename(example / "examples" / "bad.py")
    done = run(*check.split()[1:])
    assert (done.returncode, done.stdout.count(": acme-source-missing ")) == (1, 1)


def test_settings_overrides_and_selections_know_the_rules(example: Path) -> None:
    table = (
        '[tool.sphinx-contracts]\nsources = ["."]\n'
        'rules = { "module-docstring" = "error", "acme-source-missing" = "note" }\n'
        '[[tool.sphinx-contracts.overrides]]\nmodules = ["acme_summary*"]\nrules = { "acme-summary-reminder" = "off" }\n'
    )
    (example / "pyproject.toml").write_text(table, encoding="utf-8")
    assert found() == [("acme_source_missing", "acme-source-missing", "note", None)]
    assert found("--ignore", "callable-docstring") == []
    (example / "pyproject.toml").write_text(table.replace("source-missing", "source-mising"), encoding="utf-8")
    done = run("check", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'acme-source-missing'?" in done.stderr


def test_a_comment_allows_a_rule_in_one_place(example: Path) -> None:
    path = example / "acme_source_missing.py"
    source = path.read_text(encoding="utf-8").replace("-> int:", "-> int:  # contracts: ignore[acme-source-missing]")
    path.write_text(source, encoding="utf-8")
    assert ("acme_source_missing", "acme-source-missing", "error", "inline") in found()


def test_an_error_counts_in_the_score_and_a_note_does_not(example: Path) -> None:
    document = json.loads(run("export", ".").stdout)
    scores = {module["name"]: module["score"] for module in document["modules"]}
    assert scores["acme_summary_reminder"] == scores["acme_source_missing_good"] == 10.0
    checklist = {module["name"]: module["checklist"] for module in document["modules"]}["acme_source_missing"]
    missed = {item for item, count in checklist.items() if count["passed"] < count["applicable"]}
    assert missed == {"callable-docstring"}


def test_commands_and_reports_show_the_rules(example: Path) -> None:
    lines = run("rules").stdout.splitlines()
    places = [number for name in NAMES for number, line in enumerate(lines) if line.split()[:1] == [name]]
    titles = [number for number, line in enumerate(lines) if line.startswith(("class-docstring:", "param-types:"))]
    assert places[0] < titles[0] < places[1] < titles[1]
    text = run("explain", "contracts.acme-source-missing").stdout
    assert "names the system or the file" in text
    assert "The package acme-contract-rules 1.0 adds the rule." in " ".join(text.split())
    sarif = json.loads(run("check", ".", "--format", "sarif").stdout)["runs"][0]
    described = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    assert all(described[item["ruleIndex"]] == item["ruleId"] for item in sarif["results"])
    assert {item["ruleId"] for item in sarif["results"]} == {f"contracts.{name}" for name in NAMES}


def test_findings_are_kept_only_as_long_as_the_plugin_stays_as_it_is(
    example: Path, installed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("SPHINX_CONTRACTS_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    with_plugin = run("check", ".").stdout
    assert run("check", ".").stdout == with_plugin
    monkeypatch.delenv("PYTHONPATH")
    assert "acme" not in run("check", ".").stdout.replace("acme_", "")
    other = tmp_path_factory.mktemp("changed")
    for path in installed.rglob("*"):
        if path.is_file():
            target = other / path.relative_to(installed)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes().replace(b"does not tell where", b"hides where"))
    monkeypatch.setenv("PYTHONPATH", str(other))
    assert "hides where the data comes from" in run("check", ".").stdout


def test_pages_and_warnings_of_a_site_know_the_rules(example: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    source = (example / "acme_source_missing.py").read_text(encoding="utf-8")
    site.write("src/core/prices.py", source)
    site.write("docs/index.rst", "Site\n====\n\n.. toctree::\n\n   contracts/index\n\n.. contract:rules::\n")
    built = site.run("-W")
    assert built.code == 1
    assert [line.rpartition("[")[2] for line in built.warnings if "WARNING" in line] == [
        "contracts.acme-source-missing]"
    ]
    assert 'id="rule-acme-source-missing"' in built.text("index.html")
    assert "added by acme-contract-rules 1.0" in built.text("index.html")
    assert "acme-source-missing" in built.text("contracts/core.prices.html")


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_plugin_is_one_clear_line_and_costs_nothing_else(
    example: Path, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    source, said = BROKEN[kind]
    text = (PLUGIN / "pyproject.toml").read_text(encoding="utf-8").replace("acme", "zeta")
    folder = tmp_path / "zeta"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    (folder / "zeta_contract_rules.py").write_text(f'"""Broken."""\n\n{source}\n', encoding="utf-8")
    broken = installed_at(folder, folder)
    for path in folder.glob("*.py"):
        path.unlink()
    paths = os.pathsep.join([str(installed), str(broken)])
    monkeypatch.setenv("PYTHONPATH", paths)
    line = "Error: plug-in 'zeta' of zeta-contract-rules 1.0"
    done = run("check", ".", "--format", "json")
    assert done.returncode == 2
    assert done.stderr.startswith(line) and said in done.stderr and done.stderr.count("\n") == 1
    assert {item["rule"] for item in json.loads(done.stdout)["findings"]} >= set(NAMES)
    for arguments in (["rules"], ["export", "."], ["explain", "zeta-rule"]):
        done = run(*arguments)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert run("explain", "acme-source-missing").returncode == 0


def test_a_broken_plugin_fails_a_site_and_leaves_the_rest(
    tmp_path: Path, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_plugin.py").write_text("import no_such_package\n", encoding="utf-8")
    metadata = tmp_path / "broken_plugin-2.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-plugin\nVersion: 2.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(
        "[sphinx_contracts.rules]\nbad = broken_plugin:RULES\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(installed), str(tmp_path)]))
    site = Site(tmp_path / "site")
    site.configure(contracts_gate=True)
    for _ in range(2):
        built = site.run()
        assert (built.code, len(built.warnings)) == (1, 1), built.warnings
        assert built.warnings[0].startswith(
            "WARNING: plug-in 'bad' of broken-plugin 2.0 cannot be loaded: ModuleNotFound"
        )
        assert built.warnings[0].endswith("[contracts.plug-in]")
    site.configure(suppress_warnings=["contracts.plug-in"])
    assert (site.run().code, site.run().warnings) == (0, [])
    site.configure(suppress_warnings=[], contracts_rules={"bad-rule": "off"})
    built = site.run()
    assert built.code == 2
    assert "names 'bad-rule', which is no rule and no checklist item; plug-in 'bad' of broken-plugin 2.0" in built.error
