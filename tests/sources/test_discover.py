"""Every kind of source, and what is passed over."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.discover import Discovered, discover


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "pkg/__init__.py",
        "pkg/a.py",
        "pkg/sub/__init__.py",
        "pkg/sub/b.py",
        "pkg/data/c.py",
        "space/inner/d.py",
        "scripts/run.py",
        "scripts/my-tool.py",
        "scripts/notes.txt",
        "scripts/.hidden/x.py",
        "scripts/__pycache__/y.py",
        "scripts/venv/lib/z.py",
        "single.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (tmp_path / "scripts/venv/pyvenv.cfg").write_text("")
    return tmp_path


def found(root: Path, sources: Sequence[str], exclude: Sequence[str] = ()) -> Discovered:
    return discover(sources, exclude, root, root)


def names(result: Discovered) -> list[str]:
    return [file.name for file in result.modules]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("pkg", ["pkg", "pkg.a", "pkg.data.c", "pkg.sub", "pkg.sub.b"]),
        ("pkg/sub", ["pkg.sub", "pkg.sub.b"]),
        ("pkg/sub/b.py", ["pkg.sub.b"]),
        ("pkg/__init__.py", ["pkg"]),
        ("single.py", ["single"]),
        ("scripts", ["my-tool", "run"]),
        ("space", ["inner.d"]),
        (
            ".",
            [
                "pkg", "pkg.a", "pkg.data.c", "pkg.sub", "pkg.sub.b", "scripts.my-tool", "scripts.run", "single",
                "space.inner.d",
            ],
        ),
    ],
)  # fmt: skip
def test_names_of_every_kind_of_source(tree: Path, source: str, expected: list[str]) -> None:
    result = found(tree, [source])
    assert names(result) == expected
    assert result.problems == ()


def test_paths_are_relative_and_posix(tree: Path) -> None:
    assert [file.relative for file in found(tree, ["pkg/sub"]).modules] == ["pkg/sub/__init__.py", "pkg/sub/b.py"]
    outside = discover(["../single.py"], [], tree / "pkg", tree / "pkg")
    assert outside.modules[0].relative == "../single.py"


@pytest.mark.parametrize("glob", ["pkg.sub*", "pkg/sub/**", "*.sub*"])
def test_exclude_by_name_and_by_path(tree: Path, glob: str) -> None:
    assert names(found(tree, ["pkg"], [glob])) == ["pkg", "pkg.a", "pkg.data.c"]


def test_template_folders_of_a_package_are_skipped(tree: Path) -> None:
    path = tree / "pkg/{{ cookiecutter.name }}/pipeline.py"
    path.parent.mkdir()
    path.write_text("{{ no python }}")
    assert names(found(tree, ["pkg"])) == ["pkg", "pkg.a", "pkg.data.c", "pkg.sub", "pkg.sub.b"]


def test_overlapping_sources_give_each_module_once(tree: Path) -> None:
    assert names(found(tree, ["pkg", "pkg/sub", "pkg/a.py"])) == ["pkg", "pkg.a", "pkg.data.c", "pkg.sub", "pkg.sub.b"]


def test_a_path_inside_a_source_is_named_from_there(tree: Path) -> None:
    result = discover(["space/inner/d.py", "scripts"], [], tree, tree, within=[tree])
    assert names(result) == ["scripts.my-tool", "scripts.run", "space.inner.d"]


@pytest.mark.parametrize("source", ["missing", "scripts/notes.txt", "a\0b"])
def test_wrong_source_is_one_clear_line(tree: Path, source: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        found(tree, [source])
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)


def test_package_beside_module_wins(tree: Path) -> None:
    (tree / "pkg/sub.py").write_text("")
    result = found(tree, ["pkg"])
    assert [file.relative for file in result.modules if file.name == "pkg.sub"] == ["pkg/sub/__init__.py"]
    [(file, problem)] = result.problems
    assert (file.name, file.relative, problem.rule) == ("pkg.sub", "pkg/sub.py", "source-unreadable")
    assert "pkg/sub" in problem.message


def test_two_sources_with_one_package(tree: Path) -> None:
    (tree / "other/pkg").mkdir(parents=True)
    (tree / "other/pkg/__init__.py").write_text("")
    result = found(tree, ["pkg", "other"])
    assert [file.relative for file in result.modules if file.name == "pkg"] == ["pkg/__init__.py"]
    assert [file.relative for file, _ in result.problems] == ["other/pkg/__init__.py"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX links and FIFOs")
def test_links_and_special_files(tree: Path) -> None:
    outside = tree.parent / f"{tree.name}-outside"
    outside.mkdir()
    (outside / "secret.py").write_text("")
    (tree / "pkg/loop").symlink_to(tree / "pkg", target_is_directory=True)
    (tree / "pkg/out").symlink_to(outside, target_is_directory=True)
    (tree / "pkg/out_file.py").symlink_to(outside / "secret.py")
    (tree / "pkg/dangling.py").symlink_to(tree / "nowhere.py")
    (tree / "pkg/itself.py").symlink_to(tree / "pkg/itself.py")
    (tree / "pkg/folder.py").mkdir()
    (tree / "pkg/folder.py/inner.py").write_text("")
    os.mkfifo(tree / "pkg/pipe.py")
    result = found(tree, ["pkg"])
    assert names(result) == ["pkg", "pkg.a", "pkg.data.c", "pkg.sub", "pkg.sub.b"]
    assert [file.name for file, _ in result.problems] == ["pkg.dangling", "pkg.itself"]


def test_names_that_are_no_identifiers(tree: Path) -> None:
    for name in ("a.b.py", "a<b>.py", "new\nline.py", "x" * 200 + ".py"):
        (tree / "scripts" / name).write_text("")
    result = found(tree, ["scripts"])
    assert {"a.b", "a<b>", "new\nline", "x" * 200} <= set(names(result))
