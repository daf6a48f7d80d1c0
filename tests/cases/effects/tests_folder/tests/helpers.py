"""Helps tests."""

import os

os.makedirs("x")  # expect: may=file-write


def prepare(path: str) -> None:
    """Make room."""
    os.mkdir(path)  # expect: may=file-write


def check(value: int) -> None:
    """Check."""
    assert value  # expect: may=AssertionError
    if value > 1:
        raise ValueError(value)  # expect: may=ValueError
