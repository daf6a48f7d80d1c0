"""Properties 3 and 4: the hash seed, the order of folders, place, locale, time zone and workers change no byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.property.history import TEXTS
from tests.sites.everything import ENGINE

_FILES = {
    "core/__init__.py": TEXTS[8],
    "core/engine.py": ENGINE,
    **{f"core/m{number}.py": text for number, text in enumerate(TEXTS)},
    "core/a.py": TEXTS[5],
    "core/b.py": TEXTS[6],
    "core/größe.py": TEXTS[9],
}
# what Sphinx prints is in the encoding of the terminal
_UTF8 = {"PYTHONIOENCODING": "utf-8"}
_PLACES: list[tuple[str, bool, dict[str, str]]] = [
    ("here", False, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    (
        "an other/place",
        True,
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", **_UTF8},
    ),
]


def _written(root: Path, *, is_reversed: bool) -> Path:
    """The files, made in one order or the other: many file systems list them so."""
    (root / "docs").mkdir(parents=True)
    (root / "pyproject.toml").write_text('[tool.sphinx-contracts]\nsources = ["src"]\n')
    (root / "docs/conf.py").write_text('extensions = ["sphinx_contracts"]\nhtml_theme = "basic"\nlanguage = "en"\n')
    (root / "docs/index.rst").write_text("Site\n====\n\n.. toctree::\n\n   contracts/index\n")
    for name in sorted(_FILES, reverse=is_reversed):
        path = root / "src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_FILES[name].encode("latin-1" if "caf" in _FILES[name] else "utf-8"))
    return root


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, dict[str, str]]]:
    folder = tmp_path_factory.mktemp("places")
    return [
        (_written(folder / name, is_reversed=order), {**os.environ, **environment})
        for name, order, environment in _PLACES
    ]


def _output(command: list[str], root: Path, environment: dict[str, str], codes: tuple[int, ...] = (0, 1)) -> bytes:
    done = subprocess.run([sys.executable, *command], cwd=root, env=environment, capture_output=True, check=False)
    assert done.returncode in codes, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("command", [["export"], ["check", "--format", "sarif"], ["check", "--notes", "--no-cache"]])
def test_the_command_line(places: list[tuple[Path, dict[str, str]]], command: list[str]) -> None:
    first, second = (_output(["-m", "sphinx_contracts", *command], root, environment) for root, environment in places)
    assert len(first) > 1000
    assert first == second


def test_a_site(places: list[tuple[Path, dict[str, str]]]) -> None:
    found = []
    for root, environment in places:
        said = _output(["-m", "sphinx", "-q", "-b", "html", "docs", "out"], root, environment)
        found.append(
            {
                "warnings": said,
                **{
                    str(path.relative_to(root / "out")): path.read_bytes()
                    for path in (root / "out").rglob("*")
                    if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
                },
            }
        )
    assert b"[contracts." in found[0]["warnings"]
    assert found[0] == found[1]
