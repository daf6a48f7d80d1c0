"""No module of tests."""

import os


def prepare(path: str) -> None:
    """Make room."""
    os.mkdir(path)  # expect: effect=file-write; finding=side-effect-undocumented
