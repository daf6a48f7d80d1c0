"""How a name is known: imports of every form, wherever they stand."""

from __future__ import annotations

import builtins
import os as operating_system
import os.path
import urllib.request as web
from os import remove
from os import unlink as forget
from shutil import rmtree, which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

try:
    import requests
except ImportError:
    requests = None

try:
    from shutil import move
except ImportError:
    from vendor import move

if os.name == "nt":
    from shutil import copy
else:
    from shutil import copy


def module_alias(path: str) -> None:
    """A module under another name."""
    operating_system.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def submodule_alias(url: str) -> None:
    """A submodule under another name."""
    web.urlopen(url)  # expect: effect=network; finding=side-effect-undocumented


def bound_by_submodule(path: str) -> None:
    """Importing a submodule binds the package's name."""
    os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def imported_function(path: str) -> None:
    """A function imported by name."""
    remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def function_alias(path: str) -> None:
    """A function under another name."""
    forget(path)  # expect: effect=file-write; finding=side-effect-undocumented


def one_of_several(path: str) -> None:
    """A function imported beside another."""
    if which("python"):
        rmtree(path)  # expect: effect=file-write; finding=side-effect-undocumented


def builtin_by_module(path: str) -> None:
    """The builtin, through its module."""
    builtins.open(path, "w").close()  # expect: effect=file-write; finding=side-effect-undocumented


def imported_inside(path: str) -> None:
    """A module imported where it is used."""
    import shutil

    shutil.rmtree(path)  # expect: effect=file-write; finding=side-effect-undocumented


def function_imported_inside(path: str) -> None:
    """A function imported where it is used."""
    from os import rename as give_name

    give_name(path, path + "~")  # expect: effect=file-write; finding=side-effect-undocumented


def not_imported_here(path: str) -> None:
    """What another function imports for itself is unknown here."""
    shutil.rmtree(path)


def imported_in_try(url: str) -> str:
    """A module that may be missing; where it is missing, nothing is sent."""
    return requests.get(url).text  # expect: effect=network; finding=side-effect-undocumented


def imported_with_fallback(path: str) -> None:
    """Two functions of the same name: which one is not sure."""
    move(path, path + "~")  # expect: may=file-write; may=side-effect-undocumented


def imported_in_both_branches(path: str) -> None:
    """The same function in either branch."""
    copy(path, path + "~")  # expect: effect=file-write; finding=side-effect-undocumented


def imported_for_types(path: Path) -> None:
    """A type imported for the type checker only."""
    path.unlink()  # expect: effect=file-write; finding=side-effect-undocumented


def imported_for_types_dotted(worker: subprocess.Popen[bytes]) -> None:
    """A type of a module imported for the type checker only."""
    worker.kill()  # expect: effect=process; finding=side-effect-undocumented


class Reader:
    """A class with an attribute that has the name of a builtin."""

    open = None

    def write(self, path: str) -> None:
        """Attributes of the class are no names in its methods."""
        open(path, "w").close()  # expect: effect=file-write; finding=side-effect-undocumented
