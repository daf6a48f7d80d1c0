"""The layers that import-linter checks hold every module: one that nobody listed would be free to import anything."""

import tomllib
from pathlib import Path

import sphinx_contracts

_FOLDER = Path(sphinx_contracts.__file__).parent
_FREE = {"__init__", "__main__", "_version", "locales"}  # entry points, a constant, and no code


def parts() -> set[str]:
    found = {path.stem for path in _FOLDER.glob("*.py")}
    return (found | {path.name for path in _FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}) - _FREE


def test_every_part_has_its_layer() -> None:
    text = (_FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8")
    layers, forbidden = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    listed = [name.strip() for layer in layers["layers"] for name in layer.split("|")]
    assert sorted(listed) == sorted(f"sphinx_contracts.{name}" for name in parts())
    assert sorted(forbidden["source_modules"]) == sorted(f"sphinx_contracts.{name}" for name in parts() - {"ext"})
