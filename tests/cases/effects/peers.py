"""What other tools get wrong about side effects."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import requests


def path_that_holds_a_mode() -> str:
    """The w of the path is taken for a mode."""
    with open("/var/www/x.txt") as handle:  # expect: effect=file-read
        return handle.read()


def append(path: str) -> None:
    """Appending is taken for reading."""
    open(path, "a").close()  # expect: effect=file-write; finding=side-effect-undocumented


def change(path: str) -> None:
    """Changing is taken for reading."""
    open(path, "r+").close()  # expect: effect=file-write; finding=side-effect-undocumented; may=file-read


def fetch(url: str) -> str:
    """Requests are missed."""
    return requests.get(url).text  # expect: effect=network; finding=side-effect-undocumented


def clear(path: str) -> None:
    """What shutil removes is missed."""
    shutil.rmtree(path)  # expect: effect=file-write; finding=side-effect-undocumented


def remove(path: str) -> None:
    """What os removes is missed."""
    os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def write(path: Path) -> None:
    """Methods of paths are missed."""
    path.write_text("x")  # expect: effect=file-write; finding=side-effect-undocumented


def contradict(path: Path) -> None:
    """Nobody holds side effects against the docstring.

    Side Effects:
        None
    """
    path.write_text("x")  # expect: effect=file-write; finding=side-effect-contradicted


def write_json_atomic(data: dict[str, int], path: Path) -> None:
    """Write JSON, as the standard's own example does.

    Raises:
        OSError: If write or rename fails

    Guarantees:
        - Atomic operation (no partial writes visible)
        - Temp files cleaned up on error
    """
    temporary = path.with_suffix(".tmp")
    with temporary.open("w") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        json.dump(data, handle)
    temporary.replace(path)  # expect: effect=file-write


@dataclass
class Result:
    """Fields are documented by comments, which nobody reads."""

    path: Path  # where it is
    size: int = 0  # how large it is


def nothing(result: Result) -> None:
    """Saying that there is nothing is taken for a fault.

    Returns:
        None

    Raises:
        None

    Side Effects:
        None
    """
