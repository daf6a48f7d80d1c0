"""Not public."""

import os


def write(path: str) -> None:
    """Public under the name of the package."""
    open(path, "w").close()  # expect: effect=file-write; finding=side-effect-undocumented


def remove(path: str) -> None:
    """Not public."""
    os.remove(path)


os.makedirs("x")
