"""What earlier runs found out, kept in one file for each code base.

An entry is found by a digest of everything that it depends on: the bytes of the source, its name and path, the
settings, this package's own code and the interpreter. Nothing is trusted because of a time stamp. The file holds
compressed pickles; they are read by an unpickler that makes nothing but this package's records, from a file that
belongs to the user. Whatever is wrong with the file, the run goes on without it.

Key Components:
    - Cache: the entries of a code base
    - cache_folder: where cache files are kept
    - code_stamp: the version of this package and of what it runs on

Usage:
    from pathlib import Path

    from sphinx_contracts.cache import Cache

    cache = Cache.of(Path.cwd())
    module = cache.get("core.train", "a digest")

Cache Index JSON Format
-----------------------

The file begins with a line that names it and a line with the index's length in bytes; then come the index and the
compressed pickles.

{
    "core/train.py": {                            // one for each file, or "*" and a digest for a whole run
        "digest": "7c1d2fb0a5e94f86a1c8e6f3d0b79a42", // str: digest of what the entry depends on, hexadecimal
        "start": 0,                               // int: where its pickle begins after the index, in bytes
        "length": 1834                            // int: how long its pickle is, in bytes
    }
}
"""

import functools
import hashlib
import io
import json
import os
import pickle
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx_contracts._version import __version__
from sphinx_contracts.whole_file import remove_leftovers, write_whole

__all__ = ["Cache", "cache_folder", "code_stamp"]

_VARIABLE = "SPHINX_CONTRACTS_CACHE_DIR"
_MAGIC = b"sphinx-contracts cache 1\n"
_MOST_WHOLES = 3  # results of whole runs with other settings that are kept: one of each front end, and a spare
_LARGEST = 512 * 1024 * 1024
_BROKEN = (
    *(pickle.UnpicklingError, zlib.error, EOFError, AttributeError, ImportError, IndexError, KeyError),
    *(TypeError, ValueError, OverflowError, RecursionError, MemoryError),
)


class Cache:
    """The entries of one code base.

    Responsibilities:
        - Read the file once, whole
        - Give an entry where its digest is the one that is asked for
        - Write the entries that this run used or made, whole or not at all

    Attributes:
        path: The file

    Example:
        cache = Cache(Path("folder/project.cache"))
        cache.put("core.train", "digest", module)
        cache.save()
    """

    def __init__(self, path: Path) -> None:
        """Name the file; it is read when the first entry is asked for.

        Args:
            path: The file, which need not exist
        """
        self.path = path
        self._old: dict[str, tuple[str, bytes]] | None = None  # name -> digest, compressed pickle
        self._new: dict[str, tuple[str, bytes]] = {}

    @classmethod
    def of(cls, root: Path) -> "Cache":
        """Find the cache of a code base.

        Args:
            root: The folder that its paths are relative to

        Returns:
            The cache, whose file need not exist

        Example:
            cache = Cache.of(Path.cwd())
        """
        place = os.fspath(root.resolve()).encode("utf-8", "surrogateescape")
        return cls(cache_folder() / f"{hashlib.blake2b(place, digest_size=12).hexdigest()}.cache")

    def get(self, name: str, digest: str) -> Any:
        """Look an entry up, and keep it for the next run.

        Args:
            name: What the entry is about
            digest: A digest of everything that it depends on

        Returns:
            The entry, None where there is none

        Side Effects:
            - Reads the cache file at the first call

        Example:
            module = cache.get("core.train", digest)
        """
        if self._old is None:
            self._old = _entries(self.path)
        found = self._old.get(name)
        if found is None or found[0] != digest:
            return None
        try:
            value = unpacked(found[1])
        except _BROKEN:
            return None
        self._new[name] = found
        return value

    def put(self, name: str, digest: str, data: bytes) -> None:
        """Keep an entry for the next run.

        Args:
            name: What the entry is about
            digest: A digest of everything that it depends on
            data: The entry as ``packed`` gives it

        Side Effects:
            - Changes ``self``; ``save`` writes

        Example:
            cache.put("core.train", digest, packed(module))
        """
        self._new[name] = digest, data

    def save(self, *, is_partial: bool = False) -> None:
        """Write what was used and made; nothing where that is what the file holds.

        Args:
            is_partial: Only a part of the code base was looked at, so other entries stay

        Side Effects:
            - Writes the cache file, or leaves it where it cannot be written

        Example:
            cache.save()
        """
        old = self._old if self._old is not None else _entries(self.path)
        wholes = [name for name in old if name.startswith("*") and name not in self._new][-_MOST_WHOLES:]
        entries = {**old, **self._new} if is_partial else {**{name: old[name] for name in wholes}, **self._new}
        if _digests(entries) == _digests(old):
            return
        index, blobs, place = {}, [], 0
        for name, (digest, data) in entries.items():
            index[name] = {"digest": digest, "start": place, "length": len(data)}
            blobs.append(data)
            place += len(data)
        head = json.dumps(index).encode("utf-8", "surrogatepass")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            remove_leftovers(self.path.parent)
            write_whole(self.path, b"".join((_MAGIC, b"%d\n" % len(head), head, *blobs)))
        except OSError:
            return  # a full disk or a read-only folder costs time, not the run


def packed(value: Any) -> bytes:
    """Turn a record into bytes.

    Args:
        value: The record

    Returns:
        Its compressed pickle

    Example:
        data = packed(module)
    """
    return zlib.compress(pickle.dumps(value, 5), 1)


def unpacked(data: bytes) -> Any:
    """Turn bytes into the record that they were made from.

    Args:
        data: What ``packed`` gave

    Returns:
        The record

    Raises:
        UnpicklingError: If the bytes would make anything but records of this package

    Example:
        module = unpacked(data)
    """
    return _Reader(io.BytesIO(zlib.decompress(data))).load()


class _Reader(pickle.Unpickler):
    """Makes nothing but records of the model."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("sphinx_contracts.model."):
            found = getattr(sys.modules.get(module), name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record of the model")


def _digests(entries: Mapping[str, tuple[str, bytes]]) -> dict[str, str]:
    return {name: digest for name, (digest, _) in entries.items()}


def _entries(path: Path) -> dict[str, tuple[str, bytes]]:
    """The entries of a file; none where it cannot be read, or is not the user's own."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size > _LARGEST or (hasattr(os, "getuid") and status.st_uid != os.getuid()):
                return {}
            data = file.read()
    except OSError:
        return {}
    if not data.startswith(_MAGIC):
        return {}
    size = data[len(_MAGIC) : len(_MAGIC) + 20].partition(b"\n")[0]
    start = len(_MAGIC) + len(size) + 1
    try:
        end = start + int(size)
        index = json.loads(data[start:end])
        return {
            name: (item["digest"], data[end + item["start"] : end + item["start"] + item["length"]])
            for name, item in index.items()
        }
    except _BROKEN:
        return {}


def cache_folder() -> Path:
    """Tell where cache files are kept.

    Returns:
        The folder that ``SPHINX_CONTRACTS_CACHE_DIR`` names, else ``sphinx-contracts`` in the user's cache folder

    Side Effects:
        - Reads environment variables

    Example:
        folder = cache_folder()
    """
    named = os.environ.get(_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "sphinx-contracts" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sphinx-contracts"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sphinx-contracts"


@functools.cache
def code_stamp() -> str:
    """Name the version of this package and of what it runs on.

    Returns:
        A digest that changes with the package's version, its files where somebody works on them, and the
        interpreter

    Side Effects:
        - Reads the size and time of the package's files

    Example:
        stamp = code_stamp()
    """
    folder = Path(__file__).parent
    states = [
        f"{path.relative_to(folder)} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in sorted(folder.rglob("*.py"))
    ]
    text = "\n".join([__version__, sys.version, *states])
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
