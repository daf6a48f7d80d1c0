"""How a receiver is known to be a ``Path``: annotations, assignments, attributes and what functions return."""

import pathlib
import pathlib as pl
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import finder

OUTPUT = Path("output")


def quoted(path: "Path") -> None:
    """A quoted annotation."""
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def dotted(path: pathlib.Path) -> None:
    """A dotted annotation."""
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def aliased(path: pl.Path) -> None:
    """A module under another name."""
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def optional(path: Optional[Path] = None) -> None:
    """None has no such method."""
    if path is not None:
        path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def union(path: Path | None = None) -> None:
    """None has no such method."""
    if path:
        path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def keyword(*, path: Path) -> None:
    """A keyword."""
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def several(*paths: Path) -> None:
    """Any number of them."""
    for path in paths:
        path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def constructed(name: str) -> None:
    """Called on what has just been made."""
    Path(name).touch()  # expect: effect=file-write; finding=side-effect-undocumented


def assigned(name: str) -> None:
    """A local name."""
    path = Path(name)
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def annotated_local(name: str) -> None:
    """A local annotation."""
    path: Path = finder.find(name)
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def joined(folder: Path) -> None:
    """Folder and name."""
    path = folder / "a" / "b"
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def joined_on_the_spot(folder: Path, name: str) -> None:
    """Folder and name."""
    (folder / f"{name}.txt").touch()  # expect: effect=file-write; finding=side-effect-undocumented


def parent(path: Path) -> None:
    """The folder around it."""
    path.parent.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def parent_of_join(name: str) -> None:
    """The folder around it."""
    folder = (Path(name) / "x").parent
    folder.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def changed_suffix(path: Path) -> None:
    """A path made from a path."""
    path.with_suffix(".bak").touch()  # expect: effect=file-write; finding=side-effect-undocumented


def of_the_class() -> None:
    """A path made by the class itself."""
    (Path.cwd() / "x").touch()  # expect: effect=file-write; finding=side-effect-undocumented


def module_level() -> None:
    """A name of the module."""
    (OUTPUT / "x").touch()  # expect: effect=file-write; finding=side-effect-undocumented


def second_name(path: Path) -> None:
    """Another name for a parameter."""
    target = path
    target.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def made_a_path(path: str | Path) -> None:
    """The parameter is given a new value, which is surely a path."""
    path = Path(path)
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def made_something_else(name: str) -> None:
    """The name is given a second value, of which nothing is known."""
    path = Path(name)
    path = finder.find(path)
    path.touch()  # expect: likely=file-write


def from_a_list(paths: list[Path]) -> None:
    """The elements of an annotated list."""
    for path in paths:
        path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


def from_a_folder(folder: Path) -> None:
    """What a folder holds are paths."""
    for path in folder.iterdir():  # expect: effect=file-read
        path.unlink()  # expect: effect=file-write; finding=side-effect-undocumented


def output_folder() -> Path:
    """Name the folder."""
    return OUTPUT / "today"


def returned() -> None:
    """What a function of the project returns."""
    output_folder().mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def find_folder(name: str) -> Path | None:
    """Name the folder, if there is one."""
    return OUTPUT / name if name else None


def returned_or_none() -> None:
    """What a function of the project returns, where it returns something."""
    folder = find_folder("x")
    if folder is not None:
        folder.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented


def returned_and_joined() -> None:
    """What a function of the project returns."""
    path = output_folder() / "x"
    path.touch()  # expect: effect=file-write; finding=side-effect-undocumented


@dataclass
class Target:
    """A place to write to."""

    path: Path
    name: str = ""

    def clear(self) -> None:
        """A field, seen from inside."""
        self.path.unlink()  # expect: effect=file-write; finding=side-effect-undocumented

    def shorten(self) -> str:
        """A field that is no path."""
        return self.name.replace(" ", "")


def clear_target(target: Target) -> None:
    """A field, seen from outside."""
    target.path.unlink()  # expect: effect=file-write; finding=side-effect-undocumented


class Report:
    """A report in a folder."""

    def __init__(self, path: Path, folder: str) -> None:
        """Keep where to write."""
        self.path = path
        self.folder = Path(folder)
        self.backup = self.folder / "backup"

    def save(self, text: str) -> None:
        """An attribute that is a parameter of the constructor."""
        self.path.write_text(text)  # expect: effect=file-write; finding=side-effect-undocumented

    def prepare(self) -> None:
        """An attribute that the constructor made."""
        self.folder.mkdir()  # expect: effect=file-write; finding=side-effect-undocumented

    def back_up(self, text: str) -> None:
        """An attribute that the constructor made from another."""
        (self.backup / "x").write_text(text)  # expect: effect=file-write; finding=side-effect-undocumented

    def page(self, number: int) -> Path:
        """Name a page."""
        return self.folder / str(number)

    @property
    def cover(self) -> Path:
        """Name the first page."""
        return self.folder / "0"

    def save_cover(self, text: str) -> None:
        """What a property returns."""
        self.cover.write_text(text)  # expect: effect=file-write; finding=side-effect-undocumented

    def save_page(self, number: int, text: str) -> None:
        """What a method returns."""
        self.page(number).write_text(text)  # expect: effect=file-write; finding=side-effect-undocumented


def save_report(report: Report, text: str) -> None:
    """An attribute, seen from outside."""
    report.path.write_text(text)  # expect: effect=file-write; finding=side-effect-undocumented


def clear_new_report(path: Path) -> None:
    """An attribute of what has just been made."""
    report = Report(path, "folder")
    report.folder.rmdir()  # expect: effect=file-write; finding=side-effect-undocumented
