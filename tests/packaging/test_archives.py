"""The wheel and the source distribution hold what they must and nothing else, and are the same however they are built."""

import os
import re
import stat
import tarfile
import zipfile
from pathlib import Path

from tests.packaging.conftest import ROOT, clean_environment, copied, sdist_of, wheel_of

_PACKAGE = ROOT / "sphinx_contracts"


def _files_of_the_package() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in _PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _changed(folder: Path) -> Path:
    """The same files as another person has them: other times and other modes."""
    for path in sorted(folder.rglob("*")):
        os.utime(path, (1_000_000_001, 1_000_000_001))
        path.chmod(stat.S_IRWXU if path.is_dir() else stat.S_IRUSR | stat.S_IWUSR)
    return folder


def test_the_wheel_holds_the_package_its_data_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        [licence] = [name for name in names if name.endswith("/LICENSE")]
        assert archive.read(licence) == (ROOT / "LICENSE").read_bytes()
    assert {name for name in names if ".dist-info/" not in name} == _files_of_the_package()
    for name in (
        "py.typed",
        "contracts.schema.json",
        "locales/de/LC_MESSAGES/sphinx_contracts.mo",
        "ext/static/sphinx-contracts.css",
        "ext/static/sphinx-contracts-index.js",
    ):
        assert f"sphinx_contracts/{name}" in names


def test_what_an_index_shows_is_whole_without_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("/METADATA")]
        shown = archive.read(name).decode("utf-8").partition("\n\n")[2]
    assert shown.strip() == (ROOT / "DESCRIPTION.md").read_text(encoding="utf-8").strip()
    assert "](" not in shown  # no link and no picture
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w+\n.*?^```$", shown, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 4
    assert all(block in readme for block in blocks)


def test_the_sdist_holds_what_a_wheel_is_built_from_and_no_tests(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        members = archive.getmembers()
    names = {member.name.partition("/")[2] for member in members if member.isfile()}
    texts = {"README.md", "DESCRIPTION.md", "LICENSE", "CHANGELOG.md"}
    assert names == _files_of_the_package() | texts | {"PKG-INFO", "pyproject.toml", "build_backend/reproducible.py"}
    assert {(member.uid, member.gid, member.uname) for member in members} == {(0, 0, "")}


def test_the_wheel_is_the_same_whoever_builds_it(wheel: Path, tmp_path: Path) -> None:
    source = _changed(copied(tmp_path / "elsewhere"))
    environment = {**clean_environment(), "TZ": "Asia/Kolkata", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    assert wheel_of(source, tmp_path / "dist", environment, umask=0o077).read_bytes() == wheel.read_bytes()


def test_the_sdist_is_the_same_whoever_builds_it(sdist: Path, tmp_path: Path) -> None:
    source = _changed(copied(tmp_path / "elsewhere"))
    environment = {**clean_environment(), "TZ": "Asia/Kolkata", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    assert sdist_of(source, tmp_path / "dist", environment, umask=0o077).read_bytes() == sdist.read_bytes()


def test_the_wheel_of_the_sdist_is_the_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    [source] = (tmp_path / "unpacked").iterdir()
    assert wheel_of(source, tmp_path / "dist", clean_environment()).read_bytes() == wheel.read_bytes()
