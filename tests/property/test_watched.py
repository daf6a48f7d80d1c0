"""Property 7: nothing executed, nothing read outside of the sources, nothing written outside of output and cache."""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import sphinx_contracts
from tests.hostile.inputs import INPUTS
from tests.hostile.package import written

_ITEMS = [item for item in INPUTS if item.is_here and not item.is_heavy and item.row not in ("depth", "size")]
_PROJECT = Path(__file__).parents[2]


def _project(root: Path, *, hostile: bool) -> Path:
    written(root, *(_ITEMS if hostile else ()))
    (root / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    (root / "out").mkdir()
    (root / "docs").mkdir()
    (root / "docs/conf.py").write_text('extensions = ["sphinx_contracts"]\nhtml_theme = "basic"\n')
    (root / "docs/index.rst").write_text("Site\n====\n\n.. toctree::\n\n   contracts/index\n")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("watched")


@pytest.fixture(scope="module")
def seen(root: Path) -> dict[str, list[str]]:
    """What the interpreter did for a code base with all hostile files."""
    good, hostile = _project(root / "good", hostile=False), _project(root / "hostile", hostile=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.property.watched", str(good), str(hostile)],
        cwd=_PROJECT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SPHINX_CONTRACTS_CACHE_DIR": str(root / "cache")},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _outside(paths: Iterable[str], *folders: Path | str) -> list[str]:
    # the null device belongs to nobody
    return [
        path
        for path in paths
        if path != os.devnull and not any(Path(path).is_relative_to(folder) for folder in folders)
    ]


def test_nothing_of_the_sources_is_executed(seen: dict[str, list[str]], root: Path) -> None:
    assert str(root / "hostile/docs/conf.py") in seen["executed"]
    assert not [name for name in seen["executed"] if "/src/" in name or name.startswith("import core")]
    assert not list(root.rglob("was_imported.txt"))


def test_nothing_else_is_started_or_reached(seen: dict[str, list[str]]) -> None:
    assert seen["left"] == []


def test_nothing_is_read_outside_of_the_project(seen: dict[str, list[str]], root: Path) -> None:
    assert str(root / "hostile/src/core/good.py") in seen["read"]
    paths: dict[str, Any] = sysconfig.get_paths()
    libraries = {*sys.path[1:], *paths.values(), sys.base_prefix, str(Path(sphinx_contracts.__file__).parents[1])}
    libraries -= {"", "/"}
    outside = _outside(seen["read"], root / "hostile", root / "cache", *libraries)
    assert not [path for path in outside if not _is_of_the_machine(path)]
    assert not [path for path in seen["read"] if "outside" in path or path == "/etc/passwd"]


def _is_of_the_machine(path: str) -> bool:
    """Languages and time zones, which Sphinx looks for."""
    return path.startswith(("/usr/share/", "/usr/lib/", "/etc/localtime", "/etc/mime.types", "/proc/"))


def test_nothing_is_written_outside_of_output_and_cache(seen: dict[str, list[str]], root: Path) -> None:
    assert [path for path in seen["written"] if path.startswith(str(root / "cache"))]
    hostile = root / "hostile"
    assert not _outside(seen["written"], hostile / "out", hostile / "docs/contracts", root / "cache")
