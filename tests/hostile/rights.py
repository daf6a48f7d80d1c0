"""Commands without the rights of root, to whom no file is unreadable.

Key Components:
    - as_user: a command that may read and write what its owner may

Usage:
    from tests.hostile.rights import as_user
"""

import os
import shutil
from collections.abc import Iterable

__all__ = ["as_user"]


def as_user(command: Iterable[str]) -> list[str] | None:
    """The command, which may read and write what its owner may; None where root runs it and cannot give that up."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return list(command)
    if shutil.which("setpriv") is None:
        return None
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *command]
