"""Files of others, opened so that nothing hangs.

Whatever else may have their name, a pipe or a device say, only regular files are read.

Key Components:
    - open_regular: opens a file
    - NotRegularError: it is a folder, a pipe or a device

Usage:
    from pathlib import Path

    from sphinx_contracts.regular_file import open_regular

    with open_regular(Path("status.json")) as stream:
        data = stream.read()
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

__all__ = ["NotRegularError", "open_regular"]


class NotRegularError(OSError):
    """What has the name of a file is a folder, a pipe, a socket or a device."""


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file.

    Args:
        path: The file

    Returns:
        The file, open for reading bytes

    Raises:
        OSError: If it cannot be opened
        NotRegularError: If it is no regular file
        ValueError: If the name holds a null byte

    Side Effects:
        - Opens the file

    Example:
        with open_regular(Path("status.json")) as stream:
            data = stream.read()
    """
    # not blocking: a FIFO must not hang the run
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotRegularError(errno.EINVAL, "it is no regular file", os.fspath(path))
    return os.fdopen(handle, "rb")
