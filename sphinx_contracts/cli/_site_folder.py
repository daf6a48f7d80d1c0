"""The folder that a finished site is put into.

A list in the folder names the files that the last site brought. Those may be overwritten and taken away; everything
else in the folder belongs to somebody and stays as it is.

Key Components:
    - check_folder: refuses a folder that cannot take a site
    - publish: puts a finished site into a folder

Usage:
    from pathlib import Path

    from sphinx_contracts.cli._site_folder import check_folder, publish

    check_folder(Path("site"))
    publish(Path("build/html"), Path("site"))
"""

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sphinx_contracts.cli._run import Failure
from sphinx_contracts.whole_file import write_whole

__all__ = ["check_folder", "publish"]

_LIST = ".sphinx-contracts-site"
_FIRST = "# Files that `sphinx-contracts site` wrote here. The next run replaces them and touches no others."


def check_folder(folder: Path) -> None:
    """Refuse a folder that cannot take a site, before the work begins.

    Args:
        folder: The folder, which need not exist

    Raises:
        Failure: If it is no folder, cannot be made or written to, or holds files of somebody else

    Side Effects:
        - Looks at the folder and those above it
    """
    there = next(path for path in (folder, *folder.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise Failure(f"{there}: is no folder; name another place for the site")
    if not os.access(there, os.R_OK | os.W_OK | os.X_OK):
        raise Failure(f"{there}: cannot be written to: Permission denied")
    if there == folder and not (folder / _LIST).is_file() and any(folder.iterdir()):
        raise Failure(f"{folder}: holds files that are no site of contracts; name a new or an empty folder")


def publish(built: Path, folder: Path) -> None:
    """Put a finished site into a folder, and take away what an earlier one left there.

    Args:
        built: The folder with the finished site
        folder: The folder for it, which ``check_folder`` has accepted

    Raises:
        Failure: If a file cannot be written, or a file of somebody else is in the way

    Side Effects:
        - Copies files, and deletes files that an earlier run wrote
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = _listed(folder)
        new = sorted(path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file())
        for name in new:
            if name not in old and os.path.lexists(folder / name):
                raise Failure(f"{folder / name}: is in the way and not from an earlier run; move it elsewhere")
        # listed first: a run that is stopped half-way must know its files again
        _write_list(folder, sorted({*old, *new}))
        for name in new:
            _copy(built / name, folder / name)
        for name in sorted(old.difference(new), reverse=True):
            _remove(folder, name)
        _write_list(folder, new)
    except OSError as error:
        raise Failure(f"{error.filename or folder}: cannot be written: {error.strerror or error}") from error


def _listed(folder: Path) -> set[str]:
    """The files that earlier runs wrote; a list that names others is not believed."""
    try:
        lines = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {line for line in lines if line and not line.startswith("#") and _is_inside(folder, line)}


def _is_inside(folder: Path, name: str) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        return False
    return (folder / path).parent.resolve().is_relative_to(folder.resolve())


def _write_list(folder: Path, names: list[str]) -> None:
    (folder / _LIST).write_text("\n".join([_FIRST, *names, ""]), encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, source.read_bytes())


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder:
            break
        with suppress(OSError):  # it holds something else
            parent.rmdir()
