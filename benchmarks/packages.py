"""Packages from the index, in one pinned version, unpacked into a folder.

Nothing of a downloaded package is imported here: wheels and source distributions are only unpacked. For a source
distribution pip runs what builds it, to learn its name; ``unpacked_old_source`` gives pip a stand-in for that.

Key Components:
    - Package: a name, a version and where its code stands
    - unpacked_wheel, unpacked_source, unpacked_old_source: the folder of an unpacked package
    - downloaded, unpacked: what an earlier call left

Usage:
    from pathlib import Path

    from benchmarks.packages import Package, unpacked_wheel

    folder = unpacked_wheel(Package("click", "8.1.8", "click"), Path("corpus"))
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Package", "downloaded", "unpacked", "unpacked_old_source", "unpacked_source", "unpacked_wheel"]

_STAND_IN = """\
import os
from pathlib import Path


def prepare_metadata_for_build_wheel(folder, config_settings=None):
    name, version = os.environ["STAND_IN_NAME"], os.environ["STAND_IN_VERSION"]
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    Path(folder, info).mkdir()
    Path(folder, info, "METADATA").write_text(f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    return info


class __legacy__:
    prepare_metadata_for_build_wheel = staticmethod(prepare_metadata_for_build_wheel)
"""


@dataclass(frozen=True, slots=True)
class Package:
    """A distribution of the package index, in one version."""

    name: str  # its name on the index
    version: str  # the pinned version
    source: str  # its import package, relative to the unpacked folder

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def _download(package: Package, folder: Path, *options: str, environment: Mapping[str, str] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), *options]
    done = subprocess.run(
        [*command, f"{package.name}=={package.version}"], capture_output=True, text=True, env=environment
    )
    files = [path for path in folder.iterdir() if path.is_file()]
    if done.returncode != 0 or not files:
        raise SystemExit(f"{package} cannot be fetched: {done.stderr.strip() or 'nothing came'}")
    return files[0]


def downloaded(folder: Path) -> Path:
    """Find the archive that a package was unpacked from.

    Args:
        folder: The folder that the package was unpacked in

    Returns:
        The archive

    Side Effects:
        - Reads the folder

    Example:
        archive = downloaded(Path("corpus"))
    """
    return next(path for path in (folder / "download").iterdir() if path.is_file())


def unpacked(folder: Path) -> Path | None:
    """Find what an earlier call unpacked.

    Args:
        folder: The folder that it was unpacked in

    Returns:
        The folder that holds the import package, None where there is none

    Side Effects:
        - Reads the folder

    Example:
        root = unpacked(Path("corpus"))
    """
    target = folder / "unpacked"
    return _root(downloaded(folder), target) if target.is_dir() else None


def _only_folder(target: Path) -> Path:
    return next(path for path in target.iterdir() if path.is_dir())


def unpacked_wheel(package: Package, folder: Path, options: Sequence[str] = ()) -> Path:
    """Fetch a package's wheel and unpack it.

    Args:
        package: The package
        folder: An empty folder to work in, made where it does not exist
        options: Options of pip, such as the platform that the wheel is for

    Returns:
        The folder that holds the import package

    Raises:
        SystemExit: If the index has no such wheel

    Side Effects:
        - Downloads from the package index, in a process of pip
        - Writes below the folder

    Example:
        root = unpacked_wheel(Package("click", "8.1.8", "click"), Path("corpus"))
    """
    wheel = _download(package, folder / "download", "--only-binary=:all:", *options)
    return _opened(wheel, folder / "unpacked")


def unpacked_source(package: Package, folder: Path) -> Path:
    """Fetch a package's source distribution and unpack it.

    Args:
        package: The package
        folder: An empty folder to work in, made where it does not exist

    Returns:
        The top folder of the source distribution

    Raises:
        SystemExit: If the index has no such source distribution

    Side Effects:
        - Downloads from the package index, in a process of pip
        - Writes below the folder

    Example:
        root = unpacked_source(Package("click", "8.1.8", "src/click"), Path("corpus"))
    """
    return _opened(_download(package, folder / "download", "--no-binary=:all:"), folder / "unpacked")


def unpacked_old_source(package: Package, folder: Path) -> Path:
    """Fetch a source distribution that has a ``setup.py`` only, and unpack it. Its ``setup.py`` is not run.

    Args:
        package: The package
        folder: An empty folder to work in, made where it does not exist

    Returns:
        The top folder of the source distribution

    Raises:
        SystemExit: If the index has no such source distribution

    Side Effects:
        - Downloads from the package index, in a process of pip
        - Writes below the folder, and a temporary folder for the time of the download

    Example:
        root = unpacked_old_source(Package("BeautifulSoup", "3.2.1", "BeautifulSoup.py"), Path("corpus"))
    """
    with tempfile.TemporaryDirectory(prefix="stand-in-") as stand_in:
        fake = Path(stand_in, "setuptools")
        fake.mkdir()
        (fake / "__init__.py").touch()
        (fake / "build_meta.py").write_text(_STAND_IN, encoding="utf-8")
        names = {"STAND_IN_NAME": package.name, "STAND_IN_VERSION": package.version, "PYTHONPATH": stand_in}
        options = ("--no-binary=:all:", "--no-build-isolation", "--use-pep517")
        archive = _download(package, folder / "download", *options, environment={**os.environ, **names})
    return _opened(archive, folder / "unpacked")


def _opened(archive: Path, target: Path) -> Path:
    """Unpack an archive; the folder has its name only once it is whole, since a later call takes what is there."""
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(part)
    else:
        with tarfile.open(archive) as file:
            file.extractall(part, filter="data")
    part.rename(target)
    return _root(archive, target)


def _root(archive: Path, target: Path) -> Path:
    """The folder of a source distribution, or that of a wheel's packages."""
    return target if archive.suffix == ".whl" else _only_folder(target)
