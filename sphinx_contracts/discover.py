"""From the ``sources`` setting to module names and files: the only place that walks directories.

A source is a package folder, a single file, or a folder that holds packages and modules. Folders without an
``__init__.py`` inside such a folder are namespace packages or plain folders of scripts; their modules are named by
their path below it.

Key Components:
    - SourceFile: a module's name and file
    - Discovered: everything that was found
    - discover: finds the modules of a code base
    - relative_path, file_at: a file's path as it is shown, and back

Usage:
    from pathlib import Path

    from sphinx_contracts.discover import discover

    found = discover(["src"], [], Path.cwd(), Path.cwd())
"""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.problem import Problem

__all__ = ["Discovered", "SourceFile", "discover", "file_at", "relative_path"]

_SKIPPED = frozenset({"__pycache__", "node_modules", "site-packages"})
_ENVIRONMENT = "pyvenv.cfg"  # a folder that holds it is a virtual environment
_INIT = "__init__.py"


@fast_init
@dataclass(frozen=True, slots=True)
class SourceFile:
    """A module's name and file."""

    name: str  # dotted name
    path: Path  # the file
    relative: str  # posix path relative to the project, as findings show it


@fast_init
@dataclass(frozen=True, slots=True)
class Discovered:
    """The modules of a code base."""

    modules: tuple[SourceFile, ...]  # one file for each name, sorted by name
    problems: tuple[tuple[SourceFile, Problem], ...] = ()  # files that cannot be used, and why


@dataclass(slots=True)
class _Search:
    """What one call has found so far."""

    root: Path
    exclude: tuple[str, ...]
    found: dict[str, SourceFile] = field(default_factory=dict)
    problems: list[tuple[SourceFile, Problem]] = field(default_factory=list)
    visited: set[tuple[int, int]] = field(default_factory=set)  # device and inode of the folders walked

    def add(self, file: SourceFile) -> None:
        name, path = file.name, file.path
        if any(fnmatchcase(name, glob) or fnmatchcase(file.relative, glob) for glob in self.exclude):
            return
        known = self.found.get(name)
        if known is None:
            self.found[name] = file
        elif known.path != path and not _is_same(known.path, path):
            message = f"is hidden by {known.relative}, which has the same module name {name}; rename or exclude one"
            self.problems.append((file, Problem("source-unreadable", message)))

    def refuse(self, name: str, path: Path, message: str) -> None:
        file = SourceFile(name, path, relative_path(path, self.root))
        if not any(fnmatchcase(name, glob) or fnmatchcase(file.relative, glob) for glob in self.exclude):
            self.problems.append((file, Problem("source-unreadable", message)))


def relative_path(path: Path, root: Path) -> str:
    """Write a path as findings show it.

    Args:
        path: An absolute path
        root: The folder that paths are relative to

    Returns:
        The posix path relative to ``root``, with ``..`` where it lies outside; in UTF-8, whatever the locale says of
        names of files

    Example:
        shown = relative_path(Path("/a/b/c.py"), Path("/a"))  # "b/c.py"
    """
    try:
        return _in_utf8(Path(os.path.relpath(path, root)).as_posix())
    except ValueError:  # another drive
        return _in_utf8(path.as_posix())


def file_at(root: Path, shown: str) -> Path:
    """Find the file of a path as it is shown.

    Args:
        root: The folder that shown paths are relative to
        shown: What ``relative_path`` gave, or what somebody has written

    Returns:
        The path as the locale has it

    Example:
        path = file_at(Path("/a"), "b/c.py")
    """
    return root / (shown if shown.isascii() else os.fsdecode(shown.encode("utf-8", "surrogateescape")))


def _in_utf8(name: str) -> str:
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "surrogateescape")


def discover(
    sources: Sequence[str], exclude: Sequence[str], base: Path, root: Path, *, within: Sequence[Path] = ()
) -> Discovered:
    """Find the modules of a code base.

    Links are followed inside a source only; folders are visited once. Hidden folders, caches, virtual environments
    and anything that is no regular file are skipped.

    Args:
        sources: Paths of packages, files and folders
        exclude: Globs on module names or relative posix paths
        base: The folder that relative sources start from
        root: The folder that shown paths are relative to
        within: Folders of configured sources; a source inside one of them is named from there

    Returns:
        The modules, one for each name, and the files that cannot be used

    Raises:
        ConfigurationError: If a source does not exist or is neither a folder nor a Python file

    Side Effects:
        - Reads folders

    Example:
        found = discover(["src"], ["*.tests.*"], Path.cwd(), Path.cwd())
    """
    search = _Search(_absolute(root), tuple(exclude))
    for source in sources:
        path = _absolute(file_at(base, source)) if "\0" not in source else None
        if path is None or not (path.exists() or path.is_symlink()):
            raise ConfigurationError(f"source '{_visible(source)}' does not exist (looked in {base})")
        try:
            _add_source(search, source, path, [_absolute(item) for item in within])
        except PermissionError as error:
            raise ConfigurationError(f"source '{source}' cannot be read: {error.strerror}") from error
    modules = tuple(search.found[name] for name in sorted(search.found))
    problems = tuple(sorted(search.problems, key=lambda item: (item[0].name, item[0].relative)))
    return Discovered(modules, problems)


def _absolute(path: Path) -> Path:
    """The path without ``..``; links are kept, since a source is called what the user calls it."""
    return Path(os.path.normpath(path.absolute()))


def _visible(source: str) -> str:
    return source if source.isprintable() else repr(source)[1:-1]


def _add_source(search: _Search, source: str, path: Path, within: Sequence[Path]) -> None:
    if path.is_dir():
        parts, folder = _package_of(path, within)
        _walk(search, path, ".".join(parts) if folder else "", path)
    elif path.suffix in (".py", ".pyi") or path.is_symlink():
        parts, _ = _package_of(path.parent, within)
        _add_file(search, path, ".".join(parts), path.parent)
    else:
        raise ConfigurationError(f"source '{source}' is neither a folder nor a Python file")


def _package_of(folder: Path, within: Sequence[Path]) -> tuple[list[str], bool]:
    """The package parts of a folder: from a configured source above it, else upwards while packages last."""
    for source in sorted(within, key=lambda item: len(item.parts), reverse=True):
        if source.is_dir() and folder.is_relative_to(source):
            above, _ = _package_of(source, ())
            parts = [*above, *map(_in_utf8, folder.relative_to(source).parts)]
            return parts, bool(parts)
    found: list[str] = []
    current = folder
    while _holds(current, _INIT) and current.name:
        found.insert(0, _in_utf8(current.name))
        current = current.parent
    return found, bool(found)


def _walk(search: _Search, folder: Path, name: str, top: Path) -> None:
    pending: list[tuple[Path, str, str]] = [(folder, name, relative_path(folder, search.root))]
    while pending:
        current, package, shown = pending.pop()
        try:
            status = current.stat()
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as error:
            search.refuse(
                package or _in_utf8(current.name),
                current,
                f"the folder cannot be read: {error.strerror}; make it readable or exclude it",
            )
            continue
        if (status.st_dev, status.st_ino) in search.visited:
            continue
        search.visited.add((status.st_dev, status.st_ino))
        if current != folder and any(entry.name == _ENVIRONMENT and not _is_folder(entry, top) for entry in entries):
            continue
        folders = {entry.name for entry in entries if _is_folder(entry, top)}
        names = {entry.name for entry in entries}
        for entry in entries:
            if entry.name not in folders and not entry.name.endswith(".py"):
                continue
            path, name = current / entry.name, _in_utf8(entry.name)
            relative = name if shown == "." else f"{shown}/{name}"
            if entry.name in folders:
                # a folder in a package whose name is no identifier holds templates and the like, never modules of it
                template = not name.isidentifier() and _INIT in names
                if not template and not _is_skipped(entry.name):
                    pending.append((path, f"{package}.{name}" if package else name, relative))
            elif entry.name[:-3] in folders and _holds(current / entry.name[:-3], _INIT):
                dotted = f"{package}.{name[:-3]}" if package else name[:-3]
                shadow = relative.removesuffix(".py")
                search.refuse(dotted, path, f"is hidden by the package {shadow} beside it; rename or exclude one")
            elif entry.is_file(follow_symlinks=False):
                search.add(SourceFile(_dotted(name, package), path, relative))
            else:
                _add_file(search, path, package, top, relative)


def _is_folder(entry: "os.DirEntry[str]", top: Path) -> bool:
    try:
        if not entry.is_dir():
            return False
    except OSError:
        return False
    return not entry.is_symlink() or _is_inside(Path(entry.path), top)


def _is_inside(path: Path, top: Path) -> bool:
    try:
        return path.resolve().is_relative_to(top.resolve())
    except (OSError, RuntimeError):
        return False


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED or name.endswith(".py")


def _holds(folder: Path, name: str) -> bool:
    """Is there a file of that name? Not where the folder may not be looked into, which is said when it is walked."""
    try:
        return (folder / name).is_file()
    except OSError:
        return False


def _dotted(file: str, package: str) -> str:
    stem = file.removesuffix(".py").removesuffix(".pyi")
    return package if stem == "__init__" and package else f"{package}.{stem}" if package else stem


def _add_file(search: _Search, path: Path, package: str, top: Path, relative: str | None = None) -> None:
    name = _dotted(_in_utf8(path.name), package)
    try:
        status = path.stat()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        search.refuse(name, path, f"cannot be read: {reason}; remove it or exclude it")
        return
    if not stat.S_ISREG(status.st_mode) or (path.is_symlink() and not _is_inside(path, top)):
        return
    search.add(SourceFile(name, path, relative if relative is not None else relative_path(path, search.root)))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
