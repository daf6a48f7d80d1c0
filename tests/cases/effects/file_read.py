"""file-read: shown, never an error."""

import glob
import json
import os
from pathlib import Path
from typing import TextIO


def read(path: str) -> str:
    """Open for reading."""
    with open(path) as handle:  # expect: effect=file-read
        return handle.read()


def load(handle: TextIO) -> object:
    """Load what is open already."""
    return json.load(handle)  # expect: effect=file-read


def open_and_load(path: str) -> object:
    """One effect, that of opening; that loading is no second one is not said."""
    with open(path) as handle:  # expect: effect=file-read
        return json.load(handle)  # expect: may=file-read


def list_names(path: str) -> list[str]:
    """Look into a folder."""
    return os.listdir(path)  # expect: effect=file-read


def walk(path: str) -> int:
    """Look into a folder."""
    return sum(1 for _ in os.walk(path))  # expect: effect=file-read


def scan(path: str) -> list[str]:
    """Look into a folder."""
    return [entry.name for entry in os.scandir(path)]  # expect: effect=file-read


def size(path: str) -> int:
    """Look at a file."""
    return os.stat(path).st_size  # expect: effect=file-read


def find(pattern: str) -> list[str]:
    """Look for files."""
    return glob.glob(pattern)  # expect: effect=file-read


def read_text(path: Path) -> str:
    """Read."""
    return path.read_text()  # expect: effect=file-read


def read_bytes(path: Path) -> bytes:
    """Read."""
    return path.read_bytes()  # expect: effect=file-read


def iterdir(path: Path) -> list[Path]:
    """Look into a folder."""
    return list(path.iterdir())  # expect: effect=file-read


def find_below(path: Path) -> list[Path]:
    """Look for files."""
    return sorted(path.glob("*.py"))  # expect: effect=file-read


def exists(path: Path) -> bool:
    """Look for a file."""
    return path.exists()  # expect: effect=file-read


def stat(path: Path) -> int:
    """Look at a file."""
    return path.stat().st_size  # expect: effect=file-read


def parse(text: str) -> object:
    """There is no file."""
    return json.loads(text)
