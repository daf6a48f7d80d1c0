"""Packages from the index, in one pinned version, unpacked into a folder.

Nothing of a downloaded package is imported here: wheels and source distributions are only unpacked.

Key Components:
    - Package: a name, a version and where its code stands
    - unpacked_wheel, unpacked_source: the folder of an unpacked package

Usage:
    from pathlib import Path

    from benchmarks.packages import Package, unpacked_wheel

    folder = unpacked_wheel(Package("click", "8.1.8", "click"), Path("corpus"))
"""

import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Package", "unpacked_source", "unpacked_wheel"]


@dataclass(frozen=True, slots=True)
class Package:
    """A distribution of the package index, in one version."""

    name: str  # its name on the index
    version: str  # the pinned version
    source: str  # its import package, relative to the unpacked folder

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def _download(package: Package, folder: Path, *options: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), *options]
    done = subprocess.run([*command, f"{package.name}=={package.version}"], capture_output=True, text=True)
    files = [path for path in folder.iterdir() if path.is_file()]
    if done.returncode != 0 or not files:
        raise SystemExit(f"{package} cannot be fetched: {done.stderr.strip() or 'nothing came'}")
    return files[0]


def unpacked_wheel(package: Package, folder: Path) -> Path:
    """Fetch a package's wheel and unpack it.

    Args:
        package: The package
        folder: An empty folder to work in, made where it does not exist

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
    wheel = _download(package, folder / "download", "--only-binary=:all:")
    target = folder / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


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
    archive = _download(package, folder / "download", "--no-binary=:all:")
    target = folder / "unpacked"
    with tarfile.open(archive) as file:
        file.extractall(target, filter="data")
    return next(path for path in target.iterdir() if path.is_dir())
