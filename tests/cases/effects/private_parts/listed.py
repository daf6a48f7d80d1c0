"""What ``__all__`` leaves out is not public, what it names is."""

import os

__all__ = ["_save"]


def _save(path: str) -> None:
    """Public, for it is named."""
    open(path, "w").close()  # expect: finding=side-effect-undocumented; may=file-write


def remove(path: str) -> None:
    """Not public, for it is left out."""
    os.remove(path)
