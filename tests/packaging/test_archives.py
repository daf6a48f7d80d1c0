"""The wheel and the source distribution hold what they must and nothing else, and are the same however they are built."""

import os
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


def test_the_sdist_holds_what_a_wheel_is_built_from_and_no_tests(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        members = archive.getmembers()
    names = {member.name.partition("/")[2] for member in members if member.isfile()}
    others = {"PKG-INFO", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "build_backend/reproducible.py"}
    assert names == _files_of_the_package() | others
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
