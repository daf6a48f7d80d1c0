"""Files that are written whole or not at all: no reader ever sees half of one, and no failure leaves one.

Caches, pages, reports and exports are written here, so that a killed run or a full disk spoils none of them.

Key Components:
    - write_whole: writes a file beside its place and moves it there
    - remove_leftovers: removes what killed runs have left beside their places

Usage:
    from pathlib import Path

    from sphinx_contracts.whole_file import write_whole

    write_whole(Path("contracts.json"), b"{}")
"""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

__all__ = ["remove_leftovers", "write_whole"]

_SUFFIX = ".partial"
_OLD = 3600.0  # seconds; no run writes for that long at one file


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all.

    Args:
        path: The file, in a folder that exists
        data: Its content

    Raises:
        OSError: If the file cannot be written; what was there stays

    Side Effects:
        - Writes the file, with the rights that the umask leaves

    Example:
        write_whole(Path("contracts.json"), b"{}")
    """
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:50]}.", suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink()
        raise


def remove_leftovers(folder: Path) -> None:
    """Remove the halves of files that killed runs have left in a folder; younger ones may be those of another run.

    Args:
        folder: A folder that ``write_whole`` writes to

    Side Effects:
        - Removes files of the folder that are older than an hour

    Example:
        remove_leftovers(Path("docs/contracts"))
    """
    oldest = time.time() - _OLD
    for path in folder.glob(f".*{_SUFFIX}"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()
