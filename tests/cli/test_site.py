"""The command ``site``: a whole site from a few files, and what it does to the folder that it is put into."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import _site_project, main
from tests.cli.test_cli import BAD, GOOD
from tests.sites.site import FAULTY

TABLE = '[project]\nname = "demo"\n[tool.sphinx-contracts]\nsources = ["src"]\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A code base, and a folder for temporary files that stays empty."""
    root = tmp_path / "a code base"
    (root / "src/pack").mkdir(parents=True)
    (root / "pyproject.toml").write_text(TABLE, encoding="utf-8")
    (root / "src/pack/__init__.py").write_text('raise SystemExit("imported")\n', encoding="utf-8")
    (root / "src/pack/good.py").write_text(GOOD, encoding="utf-8")
    (root / "src/bad.py").write_text(BAD, encoding="utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.chdir(root)
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["site", *arguments])


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_site_from_the_settings(project: Path) -> None:
    before = names(project)
    result = run("-o", "../out")
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"3 modules, score \d\.\d, \d+ errors, \d+ notes?: \.\./out/index\.html\n", result.output)
    out = project.parent / "out"
    assert {"index.html", "contracts/bad.html", "contracts/pack.good.html", "contracts.json"} <= set(names(out))
    index = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="contracts/pack.good.html' in index
    assert "demo contracts" in index
    assert "Checklist" in index and "Rollout" not in index
    assert "contracts/index.html" not in names(out)
    assert names(project) == before
    assert list((project.parent / "temporary").iterdir()) == []


def test_it_says_nothing_else_and_holds_the_findings_of_check(project: Path) -> None:
    (project / "pyproject.toml").write_text(f'{TABLE}baseline = "known.txt"\nprivate = true\n', encoding="utf-8")
    command = [sys.executable, "-m", "sphinx_contracts"]
    subprocess.run([*command, "check", "--write-baseline"], capture_output=True, check=False)
    (project / "src/worse.py").write_text(BAD, encoding="utf-8")
    done = subprocess.run([*command, "site", "-o", "../out", "-j", "2"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    checked = subprocess.run([*command, "check", "--format", "json"], capture_output=True, text=True, check=False)
    model = json.loads((project.parent / "out/contracts.json").read_text(encoding="utf-8"))
    assert model["findings"] == json.loads(checked.stdout)["findings"]
    assert {item["suppressed"] for item in model["findings"]} == {None, "baseline"}


@pytest.mark.parametrize("arguments", [["src/pack"], ["src/pack/good.py", "src/bad.py"], ["src"]])
def test_paths_are_those_of_check(project: Path, arguments: list[str]) -> None:
    assert run(*arguments, "-o", "../out").exit_code == 0
    document = CliRunner().invoke(main, ["check", *arguments, "--format", "json"]).output
    model = json.loads((project.parent / "out/contracts.json").read_text(encoding="utf-8"))
    assert model["findings"] == json.loads(document)["findings"]
    assert all(item["path"].startswith("src/") for item in model["modules"])


def test_without_settings_and_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "pyproject.toml").unlink()
    monkeypatch.chdir(project / "src")
    result = run("pack", "bad.py", "-o", "../../out")
    assert result.exit_code == 0, result.output
    assert "contracts/pack.good.html" in names(project.parent / "out")


def _title(folder: Path) -> str:
    return re.findall(r"<title>(.*?)</title>", (folder / "index.html").read_text(encoding="utf-8"), re.DOTALL)[0]


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({}, "pack contracts"),
        ({"src/pack/below/inner.py": GOOD}, "pack contracts"),
        ({"src/other/it.py": GOOD}, "a code base contracts"),
        ({"pyproject.toml": "[project]\nname = 'from-it'\n"}, "from-it contracts"),
    ],
)
def test_a_site_is_named_after_its_package(project: Path, more: dict[str, str], title: str) -> None:
    (project / "pyproject.toml").unlink()
    (project / "tests/more").mkdir(parents=True)
    (project / "tests/more/test_it.py").write_text(GOOD, encoding="utf-8")
    for name, text in more.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    assert run("src", "tests", "-o", "../out").exit_code == 0
    assert _title(project.parent / "out") == title


def test_its_navigation_is_a_tree(project: Path) -> None:
    assert run("-o", "../out").exit_code == 0
    page = (project.parent / "out/contracts/pack.good.html").read_text(encoding="utf-8")
    links = re.findall(r'<li class="toctree-l(\d)[^"]*"><a class="[^"]*" href="([^"]*)">', page)
    assert links == [("1", "bad.html"), ("1", "pack.html"), ("2", "#")]


def test_broken_files_cost_themselves_alone(project: Path) -> None:
    (project / "src/broken.py").write_text("def f(:\n", encoding="utf-8")
    (project / "src/latin.py").write_bytes(b'"""\xff"""\n')
    (project / "src/import_me.py").write_text('import no_such_package\n\nraise RuntimeError("imported")\n')
    result = run("-o", "../out")
    assert result.exit_code == 0, result.output
    out = project.parent / "out"
    for name in ("broken", "latin", "import_me", "pack.good"):
        assert f"contracts/{name}.html" in names(out)
    assert "not analysed" in (out / "contracts/broken.html").read_text(encoding="utf-8")


def test_a_rollout_stands_on_the_front_page(project: Path) -> None:
    phases = '[[tool.sphinx-contracts.rollout]]\nname = "First"\nmodules = ["pack.*"]\nenforce = true\n'
    (project / "pyproject.toml").write_text(TABLE + phases, encoding="utf-8")
    assert run("-o", "../out").exit_code == 0
    index = (project.parent / "out/index.html").read_text(encoding="utf-8")
    assert "Rollout" in index and "enforced" in index


def test_without_furo_the_theme_is_alabaster(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_site_project, "_has_furo", lambda: False)
    result = run("-o", "../out")
    assert result.exit_code == 0, result.output
    assert "_static/alabaster.css" in names(project.parent / "out")


def test_a_file_named_like_a_package_of_sphinx_is_not_run(project: Path) -> None:
    for name in ("sphinx", "docutils", "jinja2", "furo"):
        (project / f"{name}.py").write_text('raise SystemExit("run")\n', encoding="utf-8")
    command = [sys.executable, "-m", "sphinx_contracts", "site", "-o", "../out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_strange_name_of_a_project(project: Path) -> None:
    table = TABLE.replace("demo", "<script>alert(1)</script> `x`_ |y|")
    (project / "pyproject.toml").write_text(table, encoding="utf-8")
    result = run("-o", "../out")
    assert result.exit_code == 0, result.output
    assert "<script>alert(1)" not in (project.parent / "out/index.html").read_text(encoding="utf-8")


def test_open_shows_the_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or True)
    assert run("-o", "../out", "--open").exit_code == 0
    assert opened == [(project.parent / "out/index.html").resolve().as_uri()]


def test_where_no_browser_can_be_opened_it_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    result = run("-o", "../out", "--open")
    assert result.exit_code == 0
    assert "no browser could be opened" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing option '-o'"),
        (["-o", "file"], "file: is no folder; name another place for the site"),
        (["-o", "file/below/it"], "file: is no folder; name another place for the site"),
        (["-o", "src"], "src: holds files that are no site of contracts; name a new or an empty folder"),
        (["-o", "../out", "-j", "0"], "'0' is neither a number of processes nor 'auto'"),
        (["-o", "../out", "missing"], "source 'missing' does not exist"),
        (["-o", "../out", "empty"], "nothing to check: there is no Python file in empty"),
    ],
)
def test_wrong_usage_is_two_and_changes_nothing(project: Path, arguments: list[str], said: str) -> None:
    (project / "file").write_text("mine", encoding="utf-8")
    (project / "empty").mkdir()
    before = {name: (project / name).read_bytes() for name in names(project)}
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output
    assert {name: (project / name).read_bytes() for name in names(project)} == before
    assert not (project.parent / "out").exists()


def test_a_wrong_setting_is_one_line(project: Path) -> None:
    (project / "pyproject.toml").write_text(f"{TABLE}rules = {{ param-untypd = 'off' }}\n", encoding="utf-8")
    result = run("-o", "../out")
    assert (result.exit_code, result.output.count("\n")) == (2, 1)
    assert "did you mean 'param-untyped'?" in result.output


def test_the_next_site_takes_away_its_own_files_only(project: Path) -> None:
    out = project.parent / "out"
    assert run("-o", "../out").exit_code == 0
    (out / "CNAME").write_text("contracts.example.org", encoding="utf-8")
    (out / "contracts/mine.html").write_text("mine", encoding="utf-8")
    (project / "src/bad.py").unlink()
    (project / "src/more.py").write_text(FAULTY, encoding="utf-8")
    assert run("-o", "../out").exit_code == 0
    now = names(out)
    assert "contracts/bad.html" not in now and "contracts/more.html" in now
    assert (out / "CNAME").read_text(encoding="utf-8") == "contracts.example.org"
    assert (out / "contracts/mine.html").read_text(encoding="utf-8") == "mine"
    assert "contracts/bad.html" not in (out / "index.html").read_text(encoding="utf-8")


def test_a_file_in_the_way_is_not_overwritten(project: Path) -> None:
    out = project.parent / "out"
    assert run("-o", "../out").exit_code == 0
    (project / "src/more.py").write_text(FAULTY, encoding="utf-8")
    (out / "contracts/more.html").write_text("mine", encoding="utf-8")
    before = {name: (out / name).read_bytes() for name in names(out)}
    result = run("-o", "../out")
    assert result.exit_code == 2
    assert "contracts/more.html: is in the way and not from an earlier run" in result.output
    assert {name: (out / name).read_bytes() for name in names(out)} == before


def test_a_list_of_files_that_lead_elsewhere_is_not_believed(project: Path) -> None:
    out = project.parent / "out"
    assert run("-o", "../out").exit_code == 0
    victim = project.parent / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    (out / "elsewhere").symlink_to(project.parent, target_is_directory=True)
    with (out / ".sphinx-contracts-site").open("a", encoding="utf-8") as file:
        file.write(f"../victim.txt\n{victim}\nelsewhere/victim.txt\n")
    assert run("-o", "../out").exit_code == 0
    assert victim.read_text(encoding="utf-8") == "mine"


def test_when_sphinx_fails_the_old_site_stays(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = project.parent / "out"
    assert run("-o", "../out").exit_code == 0
    before = {name: (out / name).read_bytes() for name in names(out)}
    monkeypatch.setattr(_site_project, "_CONF", _site_project._CONF + 'raise ValueError("broken")\n')
    result = run("-o", "../out")
    assert result.exit_code == 2
    assert "the site could not be built: Sphinx ended with exit code 2, see above" in result.output
    assert "broken" in result.output
    assert {name: (out / name).read_bytes() for name in names(out)} == before
    assert list((project.parent / "temporary").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(project: Path) -> None:
    out = project.parent / "out"
    out.mkdir(mode=0o500)
    result = run("-o", "../out")
    assert result.exit_code == 2
    assert "cannot be written to: Permission denied" in result.output
