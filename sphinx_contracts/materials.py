"""Source files as they were read.

Each has a digest of everything that its analysis depends on, by which earlier results are found.

Key Components:
    - Material: a file as it was read
    - read: files as materials

Usage:
    from sphinx_contracts.materials import read

    materials = read(discover(["src"], [], Path.cwd(), Path.cwd()).modules, settings)
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sphinx_contracts.cache import code_stamp
from sphinx_contracts.config import Settings
from sphinx_contracts.discover import SourceFile
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.problem import Problem
from sphinx_contracts.source import read_bytes

__all__ = ["Material", "read"]


@fast_init
@dataclass(frozen=True, slots=True)
class Material:
    """A file as it was read."""

    name: str  # dotted name of the module
    path: str  # posix path as findings show it
    data: bytes | Problem  # the file's bytes, or why there are none
    digest: str  # a digest of everything that the module depends on


def read(files: Iterable[SourceFile], settings: Settings) -> list[Material]:
    """Read files.

    Args:
        files: The files
        settings: The settings

    Returns:
        One record for each file, in their order

    Side Effects:
        - Reads the files

    Example:
        materials = read(discover(["src"], [], Path.cwd(), Path.cwd()).modules, Settings())
    """
    parts = (code_stamp(), settings.private, sorted(settings.sections.items()), sorted(settings.effects.items()))
    base = repr(parts).encode("utf-8", "surrogatepass")
    return [_read(file, base) for file in files]


def _read(file: SourceFile, base: bytes) -> Material:
    data = read_bytes(file.path)
    text = data if isinstance(data, bytes) else repr(data).encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(base, digest_size=16)
    digest.update(f"\0{file.name}\0{file.relative}\0{len(text)}\0".encode("utf-8", "surrogatepass"))
    digest.update(text)
    return Material(file.name, file.relative, data, digest.hexdigest())
