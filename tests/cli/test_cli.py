"""The command line: output, exit codes, and what it does without."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import main

BAD = '"""A module."""\n\n\ndef f(x):\n    return x\n'
GOOD = '''"""A module.

It doubles numbers of any size.

Key Components:
    - double: twice a number

Usage:
    from good import double
"""


def double(number: int) -> int:
    """Double a number.

    Args:
        number: Any number

    Returns:
        Twice the number

    Example:
        assert double(2) == 4
    """
    return 2 * number
'''


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    (tmp_path / "src").mkdir()
    (tmp_path / "src/bad.py").write_text(BAD)
    (tmp_path / "src/good.py").write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_findings_are_lines_and_the_exit_code_is_one(project: Path) -> None:
    result = run("check")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert any(
        line.startswith("src/bad.py:4:1: docstring-missing bad.f: the function has no docstring") for line in lines
    )
    assert "src/bad.py:4:7: param-untyped bad.f: " in result.output
    assert re.fullmatch(r"\d errors, 0 notes in 2 modules, score \d\.\d", lines[-2])
    assert lines[-1].startswith("'sphinx-contracts explain ")


def test_clean_code_is_silent(project: Path) -> None:
    result = run("check", "src/good.py")
    assert (result.exit_code, result.output) == (0, "0 errors, 0 notes in 1 module, score 10.0\n")


PHASE = '\n[[tool.sphinx-contracts.rollout]]\nname = "First"\nmodules = ["good"]\nenforce = true\n'


def test_what_waits_for_its_phase_is_counted(project: Path) -> None:
    with (project / "pyproject.toml").open("a") as file:
        file.write(PHASE)
    count = len(json.loads(run("check", "src/bad.py", "--format", "json").stdout)["findings"])
    result = run("check")
    assert result.exit_code == 0
    assert result.output.splitlines()[1:] == [f"{count} findings wait for their phase of the rollout"]
    assert "1 finding waits for its phase of the rollout\n" in run("check", "--select", "docstring-missing").output
    assert "rollout" not in run("check", "src/good.py").output
    # for people: nothing that a program reads
    told = run("check", "--format", "json")
    assert told.stderr.splitlines() == [f"{count} findings wait for their phase of the rollout"]
    # nothing failed, so no rule is explained
    notes = run("check", "--notes").output
    assert "[note, rollout]" in notes
    assert "explain" not in notes


def test_exit_zero_and_statistics(project: Path) -> None:
    result = run("check", "--exit-zero", "--statistics")
    assert result.exit_code == 0
    assert "1  docstring-missing (error)" in result.output


def test_json_holds_findings_and_summary(project: Path) -> None:
    document = json.loads(run("check", "--format", "json").output)
    assert list(document) == ["schema_version", "findings", "summary"]
    assert document["summary"]["modules"] == 2
    finding = next(item for item in document["findings"] if item["rule"] == "docstring-missing")
    assert (finding["path"], finding["line"], finding["column"]) == ("src/bad.py", 4, 1)
    assert (finding["module"], finding["object"], finding["item"]) == ("bad", "bad.f", "callable-docstring")


def test_select_and_ignore(project: Path) -> None:
    def rules(*arguments: str) -> set[str]:
        findings = json.loads(run("check", "--format", "json", *arguments).output)["findings"]
        return {item["rule"] for item in findings}

    assert rules("--select", "param-types,return-untyped") == {"param-untyped", "return-untyped"}
    assert "param-untyped" not in rules("--ignore", "param-types")
    assert rules("--select", "contracts.param-untyped") == {"param-untyped"}  # as warnings print it
    assert run("check", "--select", "param-types", "src/good.py").exit_code == 0


def test_a_module_in_place_of_a_path_is_told_its_path(project: Path) -> None:
    (project / "src/pkg/sub").mkdir(parents=True)
    for name in ("__init__", "a", "sub/__init__"):
        (project / f"src/pkg/{name}.py").write_text(GOOD)

    def told(name: str) -> str:
        result = run("check", name)
        assert result.exit_code == 2
        return result.output.rstrip("\n").partition(f"(looked in {Path.cwd()})")[2]

    assert told("pkg.a") == f"; give the path of the module: {Path('src/pkg/a.py')}"
    assert told("pkg.sub") == f"; give the path of the module: {Path('src/pkg/sub')}"
    assert told("pkg.nowhere") == "; if a module is meant, give its path"
    for other in ("missing", "missing.py", "src/pkg.a", "pkg..a"):
        assert told(other) == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "missing"], "source 'missing' does not exist"),
        (["check", "--select", "param-untypd"], "did you mean 'param-untyped'?"),
        (["check", "--select", ""], "--select names nothing"),
        (["check", "--ignore", ","], "--ignore names nothing"),
        (["check", "--ignore", "nothing-like-it"], "nothing-like-it"),
        (["check", "--fail-under", "x"], "not a valid float"),
        (["check", "--format", "githb"], "'githb'"),
        (["check", "--format", "sarif", "--statistics"], "--statistics goes with --format text"),
        (["explain", "param-untypd"], "did you mean 'param-untyped'?"),
        (["explain", "nothing-like-it"], "'sphinx-contracts rules' lists them"),
        (["explain", "propagated"], "these are rules: side-effect-propagated, exception-propagated"),
        (["export", "-o", "no/such/folder/out.json"], "cannot be written"),
        (["chek"], "No such command"),
    ],
)
def test_wrong_usage_is_two_and_one_line(project: Path, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("sourcs = ['src']", "unknown setting 'sourcs'; did you mean 'sources'?"),
        ("sources = 'src'", "setting 'sources' is str, expected list"),
        ("sources = ['src']\nrules = {param-untyped = 'eror'}", "did you mean 'error'?"),
        ("sources = ['src']\nrules = {param-untypd = 'off'}", "did you mean 'param-untyped'?"),
        ("sources = ['src']\nsections = {Invariants = 'guarantee'}", "did you mean 'guarantees'?"),
        ("sources = ['src']\neffects = {'a.b' = 'files'}", "'effects' sets 'a.b' to 'files'"),
        ("sources = ['src']\nrollout = [{name = 'P', modules = ['a'], enforced = true}]", "did you mean 'enforce'?"),
        ("sources = ['src']\nfail_under = 11", "expected 0 to 10"),
        ("sources = ['src']\nrules = {nothing-like-it = 'off'}", "pyproject.toml: setting 'rules' names"),
        ("sources = []", "nothing to check"),
        ("sources = [", "cannot be read"),
    ],
)
def test_configuration_mistakes_are_one_line(project: Path, table: str, said: str) -> None:
    (project / "pyproject.toml").write_text(f"[tool.sphinx-contracts]\n{table}\n")
    result = run("check")
    assert result.exit_code == 2
    assert said in result.output
    assert result.output.count("\n") == 1


def test_export_prints_and_writes_the_model(project: Path) -> None:
    printed = run("export")
    assert printed.exit_code == 0
    assert run("export", "-o", "model.json").exit_code == 0
    assert (project / "model.json").read_text(encoding="utf-8") == printed.output
    assert [module["name"] for module in json.loads(printed.output)["modules"]] == ["bad", "good"]


def test_a_bad_file_costs_one_finding(project: Path) -> None:
    before = json.loads(run("check", "--format", "json").output)["findings"]
    (project / "src/broken.py").write_text("def f(:\n")
    after = json.loads(run("check", "--format", "json").output)["findings"]
    added = [item for item in after if item not in before]
    assert [(item["rule"], item["path"], item["line"]) for item in added] == [("source-unparsable", "src/broken.py", 1)]
    assert [item for item in after if item in before] == before


def test_hidden_file_costs_one_finding(project: Path) -> None:
    (project / "src/good").mkdir()
    (project / "src/good/__init__.py").write_text(GOOD)
    findings = json.loads(run("check", "--format", "json").output)["findings"]
    hidden = [item for item in findings if item["rule"] == "source-unreadable"]
    assert [(item["path"], item["module"], item["object"]) for item in hidden] == [("src/good.py", "good", "good")]


def test_control_characters_never_reach_the_terminal(project: Path) -> None:
    (project / "src/bad.py").write_text(
        'def f():\n    """\\x1b[31mred \\u202e.\n\n    Args:\n        x\\x1b: y\n    """\n'
    )
    output = run("check", "--notes").output
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_help_is_for_users(project: Path) -> None:
    output = run("--help").output
    assert "check" in output
    assert "Side Effects" not in output


def test_starts_without_sphinx(project: Path) -> None:
    code = (
        "import sys; from sphinx_contracts.cli import main\n"
        "try: main(['check'])\nexcept SystemExit: pass\n"
        "assert not {'sphinx', 'docutils', 'jsonschema'} & set(sys.modules), 'too much is imported'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_runs_as_a_module_in_any_locale(project: Path) -> None:
    (project / "src/bad.py").write_text('def f():\n    """Größe → 📏."""\n', encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "sphinx_contracts", "export"]
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert "Größe → 📏" in done.stdout.decode()


def test_the_list_of_commands_says_what_each_one_says() -> None:
    from sphinx_contracts.cli import _COMMANDS

    for name in _COMMANDS:
        found = main.get_command(click.Context(main), name)  # type: ignore[attr-defined, unused-ignore]
        assert found is not None
        assert found.name == name
        assert found.help


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from sphinx_contracts.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('sphinx_contracts.')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = result.stdout.splitlines()[-1]
    assert loaded == "['sphinx_contracts._version', 'sphinx_contracts.cli']"
