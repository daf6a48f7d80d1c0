"""Uses what other modules re-export."""

import reexports
import reexports.compat
from reexports import save_text
from reexports.compat import FilePath, programs, remove_all
from reexports.store import TextFolder, save_text as save


def module_of_compat() -> None:
    """A module under another name, from another module."""
    programs.run(["x"])  # expect: effect=process; finding=side-effect-undocumented


def function_of_compat(path: str) -> None:
    """A function under another name, from another module."""
    remove_all(path)  # expect: effect=file-write; finding=side-effect-undocumented


def dotted_function_of_compat(path: str) -> None:
    """The same, by the module."""
    reexports.compat.remove_all(path)  # expect: effect=file-write; finding=side-effect-undocumented


def class_of_compat(path: FilePath) -> None:
    """A class under another name, from another module."""
    path.unlink()  # expect: effect=file-write; finding=side-effect-undocumented


def through_package(path: FilePath) -> None:
    """A function of the project, from the package."""
    save_text(path, "x")  # expect: via=file-write(save_text); finding=side-effect-propagated


def through_dotted_package(path: FilePath) -> None:
    """The same, by the package."""
    reexports.save_text(path, "x")  # expect: via=file-write(save_text); finding=side-effect-propagated


def through_star(path: FilePath) -> None:
    """The same, from a package that takes all of a module."""
    save(path, "x")  # expect: via=file-write(save_text); finding=side-effect-propagated


def through_class(folder: TextFolder) -> None:
    """A class of the project under another name."""
    folder.clear()  # expect: via=file-write(clear); finding=side-effect-propagated


def attribute_of_class(folder: TextFolder) -> None:
    """What a class of another module holds."""
    folder.path.touch()  # expect: effect=file-write; finding=side-effect-undocumented
