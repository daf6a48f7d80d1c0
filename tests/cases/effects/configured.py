"""The setting ``effects``: further callables, and what is to count as none."""

# settings: {"effects": {"vendor.client.send": "network", "vendor.disk.*": "file-write", "configured.base_folder": "none"}}

from pathlib import Path

import vendor
from vendor import disk
from vendor.client import send


def added(text: str) -> None:
    """A callable that the setting names."""
    vendor.client.send(text)  # expect: effect=network; finding=side-effect-undocumented


def added_imported(text: str) -> None:
    """A callable that the setting names."""
    send(text)  # expect: effect=network; finding=side-effect-undocumented


def added_by_glob(text: str) -> None:
    """A callable that a glob of the setting matches."""
    disk.keep(text)  # expect: effect=file-write; finding=side-effect-undocumented


def not_added(text: str) -> None:
    """A callable that the setting does not name."""
    vendor.client.receive(text)


def base_folder() -> Path:
    """A function whose effect is to trouble nobody.

    Side Effects:
        - Creates the folder
    """
    folder = Path("base")
    folder.mkdir(exist_ok=True)  # expect: may=file-write
    return folder


def absorbed() -> Path:
    """The effect does not travel."""
    return base_folder() / "x"


def absorbed_result() -> None:
    """What is done to its result is another matter."""
    base_folder().rmdir()  # expect: effect=file-write; finding=side-effect-undocumented
