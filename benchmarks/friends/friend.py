"""The packages that are friends, each in one pinned version, and the standard library of the running interpreter.

They are of every kind that can be met: large and small, new and of the days of Python 2, with docstrings in NumPy,
Google, reST and epytext style, and with none. Wheels are those for one platform, so that the code is the same
everywhere.

Key Components:
    - Friend: a package and what is done with it
    - FRIENDS: all of them, the largest first
    - Code: a friend's code, unpacked
    - fetched: gets the code of one of them

Usage:
    from pathlib import Path

    from benchmarks.friends.friend import FRIENDS, fetched

    code = fetched(FRIENDS[-1], Path("corpus"))
"""

import hashlib
import os
import platform
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.packages import Package, downloaded, unpacked, unpacked_old_source, unpacked_wheel

__all__ = ["FRIENDS", "STANDARD_LIBRARY", "Code", "Friend", "fetched"]

_PLATFORM = ("--platform", "manylinux2014_x86_64", "--python-version", "3.11", "--implementation", "cp")


@dataclass(frozen=True, slots=True)
class Friend:
    """A package and what is done with it."""

    package: Package  # the package
    style: str  # what its code is like
    is_old: bool = False  # a source distribution whose setup.py no interpreter of today can run
    has_site: bool = False  # a site of its contracts is built too
    exclude: tuple[str, ...] = ()  # globs of modules that are left out

    @property
    def name(self) -> str:
        """Its name on the index; the standard library is called ``python``."""
        return self.package.name

    @property
    def key(self) -> str:
        """The name of its summary: the standard library has one for each minor version of Python."""
        if self is not STANDARD_LIBRARY:
            return self.name
        return f"{self.name}-{'.'.join(platform.python_version_tuple()[:2])}"


STANDARD_LIBRARY = Friend(
    Package("python", platform.python_version(), "."),
    "the standard library: prose, hardly annotated",
    # the tests of Python itself are as much code again; what lies in site-packages is never taken for the library
    exclude=("test.*", "test", "*.test.*", "*.tests.*", "*.idle_test.*", "config-*", "lib2to3.tests*"),
)
FRIENDS = (
    STANDARD_LIBRARY,
    Friend(Package("bzr", "2.7.0", "bzrlib"), "Python 2, reST fields, not annotated", is_old=True),
    Friend(Package("numpy", "2.2.1", "numpy"), "NumPy style, annotated in stubs only", exclude=("*.tests.*",)),
    Friend(
        Package("scikit-learn", "1.6.0", "sklearn"),
        "NumPy style, not annotated",
        exclude=("*.tests.*", "*.externals.*"),
    ),
    Friend(Package("keras", "3.7.0", "keras"), "Google style with Markdown, not annotated"),
    Friend(Package("twisted", "24.11.0", "twisted"), "epytext, partly annotated", exclude=("*.test.*",)),
    Friend(Package("docutils", "0.21.2", "docutils"), "reST prose, not annotated"),
    Friend(Package("hypothesis", "6.123.2", "hypothesis"), "prose with roles, annotated"),
    Friend(Package("pygments", "2.18.0", "pygments"), "huge literals, hardly documented"),
    Friend(Package("setuptools", "75.6.0", "setuptools"), "old and new, with vendored packages", has_site=True),
    Friend(Package("fastapi", "0.115.6", "fastapi"), "descriptions in annotations, Markdown", has_site=True),
    Friend(Package("CherryPy", "3.1.2", "cherrypy"), "Python 2, prose, not annotated", is_old=True, has_site=True),
    Friend(Package("google-api-core", "2.24.0", "."), "Google style, hardly annotated", has_site=True),
    Friend(Package("azure-core", "1.32.0", "."), "reST fields, annotated", has_site=True),
    Friend(Package("absl-py", "2.1.0", "absl"), "Google style, partly annotated", has_site=True),
    Friend(Package("requests", "2.32.3", "requests"), "reST fields, not annotated", has_site=True),
    Friend(
        Package("BeautifulSoup", "3.2.1", "BeautifulSoup.py"), "one file that is Python 2", is_old=True, has_site=True
    ),
)


@dataclass(frozen=True, slots=True)
class Code:
    """A friend's code, unpacked."""

    source: Path  # the package's folder, or its only file
    digest: str  # of the archive; of the files of the standard library


def fetched(friend: Friend, folder: Path) -> Code:
    """Get the code of a friend. Nothing of it is run.

    Args:
        friend: The friend
        folder: The folder for all of them; what an earlier call left there is used again

    Returns:
        Where the code is, and what it is

    Raises:
        SystemExit: If the index does not have it

    Side Effects:
        - Downloads from the package index, in a process of pip
        - Writes below the folder

    Example:
        code = fetched(FRIENDS[-1], Path("corpus"))
    """
    if friend is STANDARD_LIBRARY:
        library = Path(sysconfig.get_path("stdlib"))
        return Code(library, _digest_of(library))
    place = folder / str(friend.package).replace(" ", "-")
    if friend.is_old:
        root = unpacked(place) or unpacked_old_source(friend.package, place)
    else:
        root = unpacked(place) or unpacked_wheel(friend.package, place, _PLATFORM)
    archive = downloaded(place)
    return Code(root / friend.package.source, hashlib.sha256(archive.read_bytes()).hexdigest())


def _digest_of(library: Path) -> str:
    total = hashlib.sha256()
    for path in _modules(library):
        total.update(os.fsencode(path.relative_to(library)) + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _modules(library: Path) -> Iterator[Path]:
    for path in sorted(library.rglob("*.py")):
        if path.is_file() and not {"site-packages", "dist-packages", "test"}.intersection(path.parts):
            yield path
