"""The outputs of ``check``, and ``explain`` and ``rules``, as they are run: streams, exit codes, terminals."""

import dataclasses
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import _check, main
from sphinx_contracts.cli._run import overviewed
from sphinx_contracts.cli._sources import SourceLines, repository_prefix
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.project import Overview
from sphinx_contracts.reports.formats import FORMATS
from sphinx_contracts.rules.registry import ITEMS, RULES

BAD = '"""A module."""\n\n\ndef f(größe):\n    return größe\n'
CLEAN = '"""A package."""\n\nLIMIT = max(1, 2)\n'
COMMAND = [sys.executable, "-m", "sphinx_contracts"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project below the top of its repository, with one faulty module and a package that lacks nothing."""
    (tmp_path / ".git").mkdir()
    root = tmp_path / "backend"
    (root / "src" / "clean").mkdir(parents=True)
    (root / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    (root / "src" / "bad.py").write_text(BAD, encoding="utf-8")
    (root / "src" / "clean" / "__init__.py").write_text(CLEAN)
    monkeypatch.chdir(root)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("style", FORMATS)
def test_each_output_has_the_same_exit_codes(project: Path, style: str) -> None:
    assert run("check", "--format", style).exit_code == 1
    assert run("check", "--format", style, "--exit-zero").exit_code == 0
    assert run("check", "--format", style, "src/clean").exit_code == 0
    assert run("check", "--format", style, "src/missing").exit_code == 2


@pytest.mark.parametrize("style", FORMATS)
def test_an_internal_error_is_two_in_each_output(project: Path, style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = Finding("internal-error", None, "error", "the rule x failed", "src/bad.py", 4, 1, "bad", "bad.f")

    def with_failure(*arguments: Any, **given: Any) -> Overview:
        found = overviewed(*arguments, **given)
        return dataclasses.replace(found, outline=dataclasses.replace(found.outline, findings=(failed,)))

    monkeypatch.setattr(_check, "overviewed", with_failure)
    result = run("check", "--format", style, "--exit-zero")
    assert result.exit_code == 2
    assert "internal-error" in result.stdout


@pytest.mark.parametrize("style", FORMATS)
def test_only_the_report_goes_to_stdout_and_it_is_the_same_each_time(project: Path, style: str) -> None:
    once, again = (
        subprocess.run(
            [*COMMAND, "check", "--format", style],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        )
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    )
    assert (once.stdout, once.stderr) == (again.stdout, b"")
    text = once.stdout.decode("utf-8")
    assert text.endswith("\n")
    if style in ("json", "gitlab", "sarif"):
        json.loads(text)
    elif style == "junit":
        ET.fromstring(text)
    elif style == "github":
        assert all(line.startswith("::error file=backend/src/bad.py,") for line in text.splitlines())
    else:
        assert "src/bad.py" in text


def test_a_defect_of_the_command_is_two_and_its_traceback_goes_to_stderr(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Overview:
        raise ZeroDivisionError("broken")

    monkeypatch.setattr(_check, "overviewed", broken)
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ZeroDivisionError: broken" in result.stderr


def test_github_prints_nothing_when_there_is_nothing(project: Path) -> None:
    assert run("check", "--format", "github", "src/clean").stdout == ""


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_in_a_pipe(project: Path, environment: dict[str, str], coloured: bool) -> None:
    for arguments in (["check"], ["explain", "param-untyped"], ["rules"]):
        done = subprocess.run(
            [*COMMAND, *arguments], capture_output=True, check=False, env={**os.environ, **environment}
        )
        assert (b"\x1b[" in done.stdout) is coloured
        assert b" | " not in done.stdout.replace(b"T | None", b"")  # excerpts are for terminals


pty = pytest.importorskip("pty", reason="this system has no terminals to try")


def on_terminal(arguments: list[str], **environment: str) -> str:
    """What a command shows on a terminal."""
    reader, writer = pty.openpty()
    done = subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=writer,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", **environment},
    )
    os.close(writer)
    shown = b""
    try:
        while chunk := os.read(reader, 4096):
            shown += chunk
    except OSError:
        pass  # how Linux says that the other side has closed
    os.close(reader)
    done.wait()
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_shows_excerpts_and_colours(project: Path) -> None:
    shown = on_terminal(["check"])
    assert "\x1b[1;31mparam-untyped\x1b[0m" in shown
    plain = on_terminal(["check"], NO_COLOR="1")
    assert "\x1b" not in plain
    assert "  |\n4 | def f(größe):\n  |       ^\n" in plain
    assert "'sphinx-contracts explain module-" in plain
    assert "  |\n" not in on_terminal(["check"], NO_COLOR="1", TERM="dumb")


def test_control_characters_in_excerpts_are_visible(project: Path) -> None:
    (project / "src" / "bad.py").write_bytes(b"def f(x, y='\x1b[31m', z='\xe2\x80\xae'):\n    pass\n")
    shown = on_terminal(["check"], NO_COLOR="1")
    assert "\\x1b[31m" in shown
    assert "U+202E" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_source_that_cannot_be_read_has_no_excerpt(project: Path) -> None:
    (project / "src" / "bad.py").write_bytes(b"\xff\xfe")
    shown = on_terminal(["check"], NO_COLOR="1")
    assert "source-unreadable" in shown
    assert "  |\n" not in shown


def test_source_lines_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"# coding: latin-1\r\nx = '\xe9'\r\n")
    lines = SourceLines(tmp_path)
    assert lines.line_at("a.py", 2) == "x = 'é'"
    assert lines.line_at("a.py", 9) is None
    assert lines.line_at("gone.py", 1) is None
    assert lines.line_at("a.py", 1) == "# coding: latin-1"


def test_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere\n")  # as in a worktree
    assert repository_prefix(tmp_path / "a") == ""
    assert repository_prefix(tmp_path / "a" / "b") == "b"


@pytest.mark.parametrize("name", ["param-untyped", "contracts.param-untyped"])
def test_explain_takes_a_rule_with_and_without_its_prefix(name: str) -> None:
    result = run("explain", name)
    assert result.exit_code == 0
    assert result.output.startswith("param-untyped\n\nWhat\n  A parameter has no type annotation.\n")
    assert "# contracts: ignore[param-untyped]" in result.output


def test_explain_takes_an_item(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("explain", "contracts.return-types")
    assert result.exit_code == 0
    assert result.output == (
        "return-types\n  All return values have type hints.\n\n"
        "Rules\n  return-untyped (error)\n    A callable has no return annotation.\n"
    )


SETTINGS = """[tool.sphinx-contracts]
sources = ["src"]
baseline = "known.txt"
rules = { param-types = "note" }

[[tool.sphinx-contracts.overrides]]
modules = ["core.*", "app"]
rules = { param-untyped = "error" }

[[tool.sphinx-contracts.rollout]]
name = "Phase 1"
modules = ["core.*"]
"""


def test_explain_says_what_the_project_makes_of_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "In this project" not in run("explain", "param-untyped").output
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    assert "In this project" not in run("explain", "param-untyped").output
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    shown = run("explain", "param-untyped").output.partition("In this project\n")[2].partition("\n\n")[0]
    assert shown.splitlines() == [
        "  Note, as the setting `rules` says.",
        "  - `core.*`, `app`: error, as `overrides` say.",
        "  - Modules of no enforced phase of `rollout`: at most a note.",
        "  - What the baseline `known.txt` suppresses: a note.",
    ]
    shown = run("explain", "type-vague").output.partition("In this project\n")[2].partition("\n\n")[0]
    assert shown == "  Note, as the setting `rules` says."
    shown = run("explain", "module-usage-missing").output.partition("In this project\n")[2].partition("\n\n")[0]
    assert shown.startswith("  Error, as by default.\n")
    assert "    In this project: Note, as the setting `rules` says." in run("explain", "param-types").output


def test_explain_says_which_override_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one = '[[tool.sphinx-contracts.overrides]]\nmodules = ["{}"]\nrules = {{ param-untyped = "{}" }}\n'
    (tmp_path / "pyproject.toml").write_text(one.format("core.*", "off") + one.format("core.train", "note"))
    shown = run("explain", "param-untyped").output.partition("In this project\n")[2].partition("\n\n")[0]
    assert shown.splitlines()[1:] == [
        "  - `core.*`: off, as `overrides` say.",
        "  - `core.train`: note, as `overrides` say.",
        "  - Where more than one of these names a module, the last one holds.",
    ]


@pytest.mark.parametrize("wrong", ['rules = { nothing = "note" }', "sources = 1", "sources = ["])
def test_explain_does_without_settings_that_are_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(f"[tool.sphinx-contracts]\n{wrong}\n")
    result = run("explain", "param-untyped")
    assert (result.exit_code, "In this project" in result.stdout) == (0, False)
    assert result.stderr.startswith("What this project sets is left out: ")
    assert result.stdout.startswith("param-untyped\n")


def test_rules_lists_all_of_them() -> None:
    listed = [line.split()[0] for line in run("rules").output.splitlines() if line.startswith("  ")]
    assert listed == list(RULES)
    document = json.loads(run("rules", "--format", "json").output)
    assert [(item["rule"], item["item"]) for item in document["rules"]] == [
        (name, rule.item) for name, rule in RULES.items()
    ]
    assert {item["item"] for item in document["rules"]} == {*ITEMS, None}
