"""Mistakes in the configuration: one clear line in both front ends, and never a traceback."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sphinx_contracts.cli import main
from tests.sites.site import GOOD, Site

# setting → value → what the line says behind the name of the file
MISTAKES: list[tuple[Mapping[str, Any], str]] = [
    # wrong types
    ({"sources": "src"}, "setting 'sources' is str, expected list"),
    ({"sources": [1]}, "setting 'sources' holds 1, expected a path as a string"),
    ({"sources": [""]}, "setting 'sources' holds '', expected a path as a string"),
    ({"exclude": [""]}, "setting 'exclude' holds '', expected a glob as a string"),
    ({"pages": 1}, "setting 'pages' is int, expected str or null"),
    ({"rules": ["param-untyped"]}, "setting 'rules' is list, expected dict"),
    ({"rules": {"param-untyped": True}}, "setting 'rules' maps strings to strings, not 'param-untyped' to True"),
    ({"fail_under": "7"}, "setting 'fail_under' is str, expected float or int"),
    ({"fail_under": 70}, "setting 'fail_under' is 70, expected 0 to 10"),
    ({"fail_under": True}, "setting 'fail_under' is bool, expected float or int"),
    ({"gate": "yes"}, "setting 'gate' is str, expected bool"),
    ({"baseline": True}, "setting 'baseline' is bool, expected str or null"),
    ({"baseline": ["a.txt"]}, "setting 'baseline' is list, expected str or null"),
    ({"overrides": {"modules": ["core"]}}, "setting 'overrides' is dict, expected list"),
    ({"overrides": [{"modules": ["core"]}]}, "each entry of 'overrides' needs the keys modules, rules"),
    ({"overrides": [{"modules": "core", "rules": {}}]}, "'modules' of an entry of 'overrides' is str, expected list"),
    ({"rollout": [{"name": "P", "modules": [1]}]}, "'modules' of an entry of 'rollout' holds 1, expected a module's"),
    ({"rollout": [{"name": "P", "modules": [""]}]}, "'modules' of an entry of 'rollout' holds '', expected a module's"),
    ({"rollout": [{"name": 1, "modules": ["core"]}]}, "'name' of an entry of 'rollout' is int, expected str"),
    (
        {"rollout": [{"name": "P", "modules": ["core"], "enforce": "no"}]},
        "'enforce' of an entry of 'rollout' is str, expected bool",
    ),
    ({"formats": {"status.json": "x.json"}}, "setting 'formats' maps names to lists of globs"),
    ({"formats": {"status.json": []}}, "setting 'formats' has no glob for 'status.json'"),
    # what means nothing
    ({"pages": "../api"}, "setting 'pages' is '../api', expected a folder inside the documentation"),
    ({"pages": "_api"}, "setting 'pages' is '_api', expected a folder inside the documentation"),
    ({"source_url": "https://example.org/{file}"}, "setting 'source_url' is 'https://example.org/{file}', expected an"),
    ({"source_url": "https://example.org/{path"}, "setting 'source_url' is 'https://example.org/{path', expected an"),
    (
        {"source_url": "https://example.org/"},
        "setting 'source_url' is 'https://example.org/', expected an address with",
    ),
    ({"exclude": ["archive/[**"]}, "setting 'exclude' holds the glob 'archive/[**', whose '[' is never closed; write"),
    ({"exclude": ["[!]"]}, "setting 'exclude' holds the glob '[!]', whose '[' is never closed"),
    ({"formats": {"status.json": ["[ab]["]}}, "setting 'formats' holds the glob '[ab][', whose '[' is never closed"),
    ({"effects": {"core.[a": "none"}}, "setting 'effects' holds the glob 'core.[a', whose '[' is never closed"),
    (
        {"overrides": [{"modules": ["core.[a"], "rules": {}}]},
        "'modules' of an entry of 'overrides' holds the glob 'core.[a', whose '[' is never closed",
    ),
    ({"effects": {"": "none"}}, "setting 'effects' sets an empty name to 'none'"),
    ({"sections": {" ": "guarantees"}}, "setting 'sections' sets an empty name to 'guarantees'"),
    ({"rollout": [{"name": " ", "modules": ["core"]}]}, "'name' of an entry of 'rollout' is empty; name the phase"),
    (
        {"rollout": [{"name": "P", "modules": ["core"]}, {"name": "P", "modules": ["more"]}]},
        "two phases of 'rollout' have the name 'P'; rename one",
    ),
    (
        {"rules": {"param-untyped": "off", "contracts.param-untyped": "note"}},
        "'rules' sets 'param-untyped' and 'contracts.param-untyped', which are one; keep one",
    ),
    # unknown names
    (
        {"rules": {"param-untypd": "off"}},
        "setting 'rules' names 'param-untypd', which is no rule and no checklist item",
    ),
    (
        {"rules": {"param-untyped": "fatal"}},
        "'rules' sets 'param-untyped' to 'fatal'; expected one of error, note, off",
    ),
    ({"overrides": [{"modules": ["core"], "rules": {"nothing": "off"}}]}, "setting 'overrides' names 'nothing'"),
    (
        {"overrides": [{"modules": ["core"], "rules": {"param-types": "eror"}}]},
        "'overrides.rules' sets 'param-types' to 'eror'; did you mean 'error'?",
    ),
    (
        {"rollout": [{"name": "P", "modules": [], "enforced": True}]},
        "an entry of 'rollout' has the unknown key 'enforced'; did you mean",
    ),
    ({"sections": {"Promises": "guarantee"}}, "'sections' sets 'Promises' to 'guarantee'; did you mean 'guarantees'?"),
    ({"effects": {"core.good.run": "disk"}}, "'effects' sets 'core.good.run' to 'disk'"),
    # what is not there
    ({"sources": ["../nowhere"]}, "setting 'sources': source '../nowhere' does not exist (looked in "),
    ({"sources": ["a\0b"]}, "setting 'sources': source "),
    ({"sources": ["notes.txt"]}, "setting 'sources': source '"),
    ({"baseline": "nowhere.txt"}, "setting 'baseline': the file "),
    ({"baseline": "."}, "setting 'baseline': "),
    ({"baseline": "notes.txt"}, "setting 'baseline': "),
    ({"formats": {"status.json": ["*.json"]}}, "setting 'formats': there is no documented format 'status.json'"),
    (
        {"rollout": [{"name": "P", "modules": ["core.god"], "enforce": True}]},
        "setting 'rollout': the enforced phase 'P' names 'core.god', which is no module here; did you mean 'core.good'?",
    ),
    (
        {"rollout": [{"name": "P", "modules": ["core/good.py"], "enforce": True}]},
        "setting 'rollout': the enforced phase 'P' names 'core/good.py', which is no module here; write 'core.good'",
    ),
    (
        {"rollout": [{"name": "P", "modules": ["cor.*"], "enforce": True}]},
        "setting 'rollout': the enforced phase 'P' holds for no module: cor.*",
    ),
    (
        {"rollout": [{"name": "O", "modules": ["core*"]}, {"name": "P", "modules": ["core.g*"], "enforce": True}]},
        "setting 'rollout': the enforced phase 'P' holds for no module: core.g*; an earlier phase, which is not enforced, ",
    ),
    (
        {"rollout": [{"name": "P", "modules": [], "enforce": True}]},
        "setting 'rollout': the enforced phase 'P' holds for no module: none named",
    ),
    (
        {"overrides": [{"modules": ["core.god"], "rules": {"param-types": "off"}}]},
        "setting 'overrides': an entry names 'core.god', which is no module here; did you mean 'core.good'?",
    ),
]
FINE: list[Mapping[str, Any]] = [
    {"exclude": ["archive/**", "*.tests.*", "[[]", "[]ab]", "[!]a]x"]},
    {"source_url": "https://example.org/{path}"},
    {"pages": "contracts/"},
    {"overrides": [{"modules": ["*.generated"], "rules": {"param-types": "off"}}]},
    {"rollout": [{"name": "P", "modules": ["core*", "more.*"], "enforce": True}, {"name": "Q", "modules": ["later"]}]},
    {
        "rollout": [
            {"name": "P", "modules": ["core*"], "enforce": True},
            {"name": "Q", "modules": ["*"], "enforce": True},
        ]
    },
    {"baseline": ""},
    {"fail_under": 0},
]


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value)


@pytest.fixture
def code(tmp_path: Path) -> Callable[[], Site]:
    def made() -> Site:
        site = Site(tmp_path / "site")
        site.write("src/core/good.py", GOOD)
        for folder in ("", "docs/"):
            site.write(f"{folder}notes.txt", "Just notes.\n")
        return site

    return made


@pytest.mark.parametrize(("settings", "said"), MISTAKES)
def test_on_the_command_line(
    code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, Any], said: str
) -> None:
    site = code()
    values = {"sources": ["src"], **settings}
    lines = [f"{name.replace('_', '-')} = {toml(value)}\n" for name, value in values.items()]
    site.write("pyproject.toml", "[tool.sphinx-contracts]\n" + "".join(lines))
    monkeypatch.chdir(site.root)
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: pyproject.toml: {said}")
    assert done.stderr.count("\n") == 1
    site.configure(contracts_sources=None)
    built = site.build()
    assert built.code == 2
    # paths start from another folder there
    assert built.error.startswith(f"ConfigError: pyproject.toml: {said[:25]}")
    assert "\n" not in built.error


@pytest.mark.parametrize(("settings", "said"), MISTAKES)
def test_in_a_build(code: Callable[[], Site], settings: Mapping[str, Any], said: str) -> None:
    site = code()
    site.configure(**{f"contracts_{name}": value for name, value in settings.items()})
    built = site.build()
    assert built.code == 2
    assert built.error.startswith(f"ConfigError: conf.py: {said}")
    assert "\n" not in built.error


@pytest.mark.parametrize("settings", FINE)
def test_what_is_no_mistake(
    code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, Any]
) -> None:
    site = code()
    lines = [f"{name} = {toml(value)}\n" for name, value in {"sources": ["src"], **settings}.items()]
    site.write("pyproject.toml", "[tool.sphinx-contracts]\n" + "".join(lines))
    monkeypatch.chdir(site.root)
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.stderr) == (0, ""), done.output
    built = site.build(strict=True)
    assert (built.error, built.warnings) == ("", [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.sphinx-contracts]\nsource = ['src']\n", "unknown setting 'source'; did you mean 'sources'?"),
        ("[tool.sphinx-contracts]\nfail-under = 1\nfail_under = 2\n", "'fail-under' and 'fail_under' are one setting"),
        ("[tool.sphinx-contracts\n", "cannot be read: "),
        ("[tool.sphinx-contracts]\nsources = ['a']\nsources = ['b']\n", "cannot be read: "),
        (f"x = {'[' * 5000}", "cannot be read: "),
        ("tool = 1\n", None),
        ("[tool]\nsphinx-contracts = 1\n", "[tool.sphinx-contracts] is no table"),
        ("\ufeff[tool.sphinx-contracts]\n", None),
        ("[tool.sphinx_contracts]\nprivate = true\n", "the table [tool.sphinx_contracts] is read by nobody; write "),
    ],
)
def test_a_file_that_is_wrong(
    code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch, text: str, said: str | None
) -> None:
    site = code()
    (site.root / "pyproject.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(site.root)
    done = CliRunner().invoke(main, ["check", "src"])
    built = site.build()
    if said is None:
        assert (done.exit_code, built.code) == (0, 0)
        return
    assert (done.exit_code, built.code) == (2, 2)
    for line in (done.stderr.removesuffix("\n"), built.error):
        assert f"pyproject.toml: {said}" in line
        assert "\n" not in line


@pytest.mark.parametrize("settings", [{"sources": ["empty"]}, {"exclude": ["*"]}])
def test_a_gate_with_nothing_to_check(
    code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, Any]
) -> None:
    site = code()
    (site.root / "empty").mkdir()
    lines = [f"{name} = {toml(value)}\n" for name, value in {"sources": ["src"], **settings}.items()]
    site.write("pyproject.toml", "[tool.sphinx-contracts]\n" + "".join(lines))
    monkeypatch.chdir(site.root)
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("Error: nothing to check: there is no Python file in ")
    site.configure(contracts_sources=None)
    said = [line for line in site.build().warnings if "[contracts.sources]" in line]
    assert len(said) == 1
    assert said[0].startswith("WARNING: nothing to document: there is no Python file in ")


def test_a_path_that_is_empty(code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(code().root)
    done = CliRunner().invoke(main, ["check", ""])
    assert (done.exit_code, done.stderr) == (2, "Error: a PATH is empty; name a file or folder, or leave it out\n")


def test_options_are_named_as_such(code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(code().root)
    done = CliRunner().invoke(main, ["check", "src", "--fail-under", "11"])
    assert (done.exit_code, done.stderr) == (
        2,
        "Error: command line: setting 'fail_under' is 11.0, expected 0 to 10\n",
    )


def test_a_part_of_the_project_need_not_hold_every_module(
    code: Callable[[], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = code()
    site.write("src/more.py", '"""More."""\n')
    phases = [{"name": "P", "modules": ["core.good"], "enforce": True}]
    site.write("pyproject.toml", f'[tool.sphinx-contracts]\nsources = ["src"]\nrollout = {toml(phases)}\n')
    monkeypatch.chdir(site.root)
    assert CliRunner().invoke(main, ["check", "src/more.py"]).exit_code == 0


# the same setting in both files: conf.py wins; where that means other findings, a word is due


def settings_in_both(code: Callable[[], Site], name: str, here: Any, there: Any) -> list[str]:
    site = code()
    site.write("pyproject.toml", f"[tool.sphinx-contracts]\n{name} = {toml(there)}\n")
    site.configure(**{f"contracts_{name}": here})
    built = site.build()
    assert built.error == ""
    assert built.code == 0
    return built.warnings


@pytest.mark.parametrize(
    ("name", "here", "there"),
    [
        ("fail_under", 1, 2),
        ("rules", {"param-types": "note"}, {"param-types": "off"}),
        ("exclude", ["a"], ["b"]),
        ("private", False, True),
        ("baseline", None, "known.txt"),
    ],
)
def test_different_values_are_one_warning(code: Callable[[], Site], name: str, here: Any, there: Any) -> None:
    if name == "baseline":
        here = ""
    assert settings_in_both(code, name, here, there) == [
        f"WARNING: contracts_{name} in conf.py is not what pyproject.toml says, which the command line goes by; "
        "keep one of them [contracts.config]"
    ]


@pytest.mark.parametrize(
    ("name", "here", "there"),
    [
        ("fail_under", 2, 2.0),
        ("exclude", ["a"], ["a"]),
        ("baseline", "../notes/known.txt", "notes/known.txt"),
        ("sources", ["../src/core"], ["src"]),
        ("pages", "contracts", "api"),
        ("gate", False, True),
    ],
)
def test_no_word_is_due(code: Callable[[], Site], name: str, here: Any, there: Any, tmp_path: Path) -> None:
    (tmp_path / "site/notes").mkdir(parents=True)
    (tmp_path / "site/notes/known.txt").write_text("")
    assert settings_in_both(code, name, here, there) == []


def test_the_warning_can_be_suppressed(code: Callable[[], Site]) -> None:
    site = code()
    site.write("pyproject.toml", "[tool.sphinx-contracts]\nfail-under = 2\n")
    site.configure(contracts_fail_under=1, suppress_warnings=["contracts.config"])
    assert site.build(strict=True).warnings == []
