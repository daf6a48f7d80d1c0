"""What is written to the null device is written nowhere."""

import os
from pathlib import Path


def by_name(text: str) -> None:
    """Write nowhere."""
    with open(os.devnull, "w") as file:
        print(text, file=file)


def by_path() -> None:
    """Write nowhere."""
    open("/dev/null", "ab").close()


def by_keyword() -> None:
    """Write nowhere."""
    open(file=os.devnull, mode="w").close()


def beside(path: Path) -> None:
    """Write a file of that name."""
    open(path / "null", "w").close()  # expect: effect=file-write; finding=side-effect-undocumented


def to_the_terminal() -> None:
    """Write to whoever sits there."""
    with open("/dev/tty", "r+") as terminal:
        terminal.write("Password: ")


def to_a_disk() -> None:
    """Write over a disk."""
    open("/dev/sda", "wb").close()  # expect: effect=file-write; finding=side-effect-undocumented
