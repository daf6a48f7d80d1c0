"""The layers that import-linter checks hold every module: one that nobody listed would be free to import anything.

No module is so long that nobody reads it.
"""

import ast
import graphlib
import tomllib
from pathlib import Path

import sphinx_contracts
from tests.examples.pages import blocks

_FOLDER = Path(sphinx_contracts.__file__).parent
_PROJECT = _FOLDER.parent
_LONGEST = 300  # lines
_FREE = {"__init__", "__main__", "_version", "locales"}  # entry points, a constant, and no code


def parts() -> set[str]:
    found = {path.stem for path in _FOLDER.glob("*.py")}
    return (found | {path.name for path in _FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"}) - _FREE


def test_every_part_has_its_layer() -> None:
    text = (_PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    layers, forbidden = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    listed = [name.strip() for layer in layers["layers"] for name in layer.split("|")]
    assert sorted(listed) == sorted(f"sphinx_contracts.{name}" for name in parts())
    assert sorted(forbidden["source_modules"]) == sorted(f"sphinx_contracts.{name}" for name in parts() - {"ext"})


def imports() -> dict[str, set[str]]:
    """The modules of the package that each one imports, wherever the statement stands."""
    names = {}
    for path in _FOLDER.rglob("*.py"):
        dotted = ".".join(("sphinx_contracts", *path.relative_to(_FOLDER).with_suffix("").parts))
        names[dotted.removesuffix(".__init__")] = path
    found: dict[str, set[str]] = {}
    for name, path in names.items():
        targets = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                targets |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name} has a relative import"
                whole = {f"{node.module}.{alias.name}" for alias in node.names} & names.keys()
                targets |= whole or {str(node.module)}
        found[name] = targets & names.keys() - {name}
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Imports inside functions count; the root's ``setup``, which forwards when it is called, is the one exception."""
    graph = imports()
    graph["sphinx_contracts"] = set()
    order = graphlib.TopologicalSorter(graph)
    order.prepare()  # raises CycleError and names the cycle


def layers() -> list[list[str]]:
    """The layers that import-linter checks, from above."""
    text = (_PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    given = tomllib.loads(text)["tool"]["importlinter"]["contracts"][0]["layers"]
    return [[name.strip().removeprefix("sphinx_contracts.") for name in layer.split("|")] for layer in given]


def arrows() -> dict[str, list[str]]:
    """Each part, from above, and those of the parts that it imports."""
    order = [part for layer in layers() for part in layer]
    found: dict[str, set[str]] = {part: set() for part in order}
    for name, targets in imports().items():
        part = name.split(".")[1] if "." in name else ""
        if part in found:
            found[part] |= {target.split(".")[1] for target in targets if "." in target} & found.keys() - {part}
    return {part: sorted(found[part], key=order.index) for part in order}


def drawing() -> str:
    """The drawing of the documentation, from the imports."""
    rows = []
    for layer in layers():
        rows.append("─" * 100)
        rows += [
            f"{part:13} → {', '.join(targets)}".rstrip(" →") for part, targets in arrows().items() if part in layer
        ]
    return "\n".join([*rows, "─" * 100, ""])


def test_the_drawing_shows_the_imports_that_there_are() -> None:
    """Where this fails, put what ``drawing`` gives into the page."""
    [shown] = [block.text for block in blocks("docs/explanation/architecture.md")]
    assert shown == drawing()


def test_every_arrow_leads_downwards() -> None:
    height = {part: number for number, layer in enumerate(layers()) for part in layer}
    for part, targets in arrows().items():
        assert all(height[target] > height[part] for target in targets), part


def test_no_file_is_too_long_to_read() -> None:
    found = {
        path.relative_to(_PROJECT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for folder in (_FOLDER, _PROJECT / "benchmarks")
        for path in folder.rglob("*.py")
    }
    long = {name: lines for name, lines in found.items() if lines > _LONGEST}
    assert not long, f"longer than {_LONGEST} lines, so each needs a second file for what it also does: {long}"
