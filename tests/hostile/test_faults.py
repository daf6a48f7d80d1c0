"""What goes wrong around a run: files that change or vanish while it lasts, folders and disks that take nothing."""

import os
import sys
from pathlib import Path

import pytest

from sphinx_contracts import inputs
from sphinx_contracts.config import settings_from
from sphinx_contracts.discover import Discovered, discover
from sphinx_contracts.project import run
from sphinx_contracts.whole_file import remove_leftovers, write_whole
from tests.hostile.package import run_as_user, written
from tests.sites.site import GOOD, Build, Site

_SETTINGS = settings_from({"sources": ["src"]}, "test")


def test_a_file_that_vanishes_costs_one_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = run(_SETTINGS, written(tmp_path), tmp_path)
    path = tmp_path / "src/core/short_lived.py"
    path.write_text(GOOD)

    def discovered(*arguments: object, **options: object) -> Discovered:
        result = discover(*arguments, **options)  # type: ignore[arg-type]
        path.unlink()
        return result

    monkeypatch.setattr(inputs, "discover", discovered)
    result = run(_SETTINGS, tmp_path, tmp_path)
    more = [item for item in result.findings if item not in expected.findings]
    assert [(item.rule, item.path, item.line) for item in more] == [("source-unreadable", "src/core/short_lived.py", 1)]
    assert len(result.findings) == len(expected.findings) + 1


_HANDLER = """
def setup(app):
    app.connect("{event}", lambda *arguments: ({action}, None)[1])


import pathlib
"""
_GOOD = "pathlib.Path('{root}/src/core/good.py')"
_CHANGED = GOOD.replace("Do the work", "Do other work")


@pytest.mark.parametrize("event", ["env-before-read-docs", "env-updated"])
@pytest.mark.parametrize("action", [f"{_GOOD}.write_text({_CHANGED!r})", f"{_GOOD}.unlink(missing_ok=True)"])
def test_a_file_that_changes_during_a_build_is_seen_by_the_next(tmp_path: Path, event: str, action: str) -> None:
    site = Site(tmp_path / "site")
    site.write("src/core/good.py", GOOD)
    site.write("src/core/other.py", GOOD)
    action = action.replace("{root}", str(site.root))
    site.preamble = _HANDLER.replace("{event}", event).replace("{action}", action)
    site.configure()
    during = site.build()
    assert (during.error, during.code, during.warnings) == ("", 0, [])
    assert "core.good" in during.text("contracts/core.good.html")
    site.preamble = ""
    site.configure()
    assert _same(site.build(), site.build(out="clean"))


def _same(changed: Build, clean: Build) -> bool:
    assert changed.warnings == clean.warnings
    return changed.contents() == clean.contents()


def test_a_docs_folder_that_is_read_only_is_one_clear_error(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.write("src/core/good.py", GOOD)
    site.docs.chmod(0o500)
    try:
        done = run_as_user(
            [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(site.docs), str(tmp_path / "out")], site.root
        )
    finally:
        site.docs.chmod(0o700)
    assert done.returncode == 2
    said = f"cannot write the pages of the modules to {site.docs}/contracts (Permission denied): the setting 'pages'"
    assert said in done.stderr
    assert "index.rst and a .gitignore" in done.stderr
    assert "contracts_pages = None" in done.stderr


def test_a_read_only_folder_of_the_cache_costs_time_only(tmp_path: Path) -> None:
    written(tmp_path)
    command = [sys.executable, "-m", "sphinx_contracts", "check", "src"]
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o500)
    done = run_as_user(command, tmp_path, SPHINX_CONTRACTS_CACHE_DIR=str(tmp_path / "cache"))
    without = run_as_user([*command, "--no-cache"], tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, without.stdout, "")
    assert list((tmp_path / "cache").iterdir()) == []


def test_what_killed_runs_left_is_removed_after_an_hour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(self: Path, other: Path) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr(Path, "unlink", lambda self: None)
        for name in ("old", "young"):
            with pytest.raises(SystemExit):
                write_whole(tmp_path / name, b"x")
    (old,) = tmp_path.glob(".old.*")
    os.utime(old, (1, 1))
    remove_leftovers(tmp_path)
    assert [path.name[:7] for path in tmp_path.iterdir()] == [".young."]
