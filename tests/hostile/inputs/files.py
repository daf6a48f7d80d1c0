"""What stands in the place of a file, and names of files that are no names of modules."""

import os
import shutil
import socket
import tempfile
from pathlib import Path

from tests.hostile.inputs.record import Input, Outcome

__all__ = ["FILES"]

_BAD, _OK, _SKIP = Outcome.BAD, Outcome.OK, Outcome.SKIP
_CODE = b'"""A module."""\n'
_UNREADABLE = "source-unreadable"


def _unreadable(path: Path) -> None:
    path.write_bytes(_CODE)
    path.chmod(0)


def _unreadable_folder(path: Path) -> None:
    path.mkdir()
    (path / "__init__.py").write_bytes(_CODE)
    path.chmod(0)


def _listable_folder(path: Path) -> None:
    path.write_bytes(_CODE)
    path.parent.chmod(0o400)


def _socket(path: Path) -> None:
    # its address must be short, whatever the folder is
    folder = tempfile.mkdtemp()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{folder}/s")
    shutil.move(f"{folder}/s", path)
    Path(folder).rmdir()


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inner.py").write_bytes(_CODE)


def _loop(path: Path) -> None:
    path.symlink_to(path.parent, target_is_directory=True)


def _outside(path: Path) -> Path:
    """A folder beside the package's root, with a module."""
    folder = path.parents[2] / "outside"
    folder.mkdir(exist_ok=True)
    (folder / "secret.py").write_bytes(_CODE)
    return folder


def _module_and_package(path: Path) -> None:
    path.write_bytes(_CODE)
    folder = path.with_suffix("")
    folder.mkdir()
    (folder / "__init__.py").write_bytes(_CODE)


def _two_cases(path: Path) -> None:
    path.write_bytes(_CODE)
    (path.parent / path.name.lower()).write_bytes(_CODE)


FILES = (
    Input(
        "files",
        "unreadable",
        _BAD,
        file="unreadable.py",
        make=_unreadable,
        rule=_UNREADABLE,
        only="posix",
        is_for_users=True,
    ),
    Input(
        "files",
        "unreadable folder",
        _BAD,
        file="locked",
        make=_unreadable_folder,
        rule=_UNREADABLE,
        only="posix",
        is_for_users=True,
    ),
    Input(
        "files",
        "file in a folder that may only be listed",
        _BAD,
        file="listed/a.py",
        make=_listable_folder,
        rule=_UNREADABLE,
        only="posix",
        is_for_users=True,
    ),
    Input(
        "files",
        "dangling link",
        _BAD,
        file="dangling.py",
        make=lambda path: path.symlink_to("nowhere.py"),
        rule=_UNREADABLE,
        only="posix",
    ),
    Input(
        "files",
        "link to itself",
        _BAD,
        file="itself.py",
        make=lambda path: path.symlink_to(path.name),
        rule=_UNREADABLE,
        only="posix",
    ),
    Input("files", "loop of folders", _SKIP, file="loop", make=_loop, only="posix"),
    Input(
        "files",
        "link to a file out of the root",
        _SKIP,
        file="out.py",
        make=lambda path: path.symlink_to(_outside(path) / "secret.py"),
        only="posix",
    ),
    Input(
        "files",
        "link to a folder out of the root",
        _SKIP,
        file="out",
        make=lambda path: path.symlink_to(_outside(path), target_is_directory=True),
        only="posix",
    ),
    Input("files", "FIFO", _SKIP, file="pipe.py", make=os.mkfifo, only="posix"),
    Input("files", "socket", _SKIP, file="socket.py", make=_socket, only="posix"),
    Input("files", "folder named x.py", _SKIP, file="x.py", make=_folder),
    Input("names", "my-mod.py", _OK, _CODE, file="my-mod.py"),
    Input("names", "a.b.py", _OK, _CODE, file="a.b.py"),
    Input("names", "a<b>.py", _OK, _CODE, file="a<b>.py", only="posix"),
    Input("names", "newline in a name", _OK, _CODE, file="new\nline.py", only="posix"),
    Input("names", "no UTF-8 in a name", _OK, _CODE, file=os.fsdecode(b"caf\xe9.py"), only="linux"),
    Input("names", "250 characters", _OK, _CODE, file=f"{'n' * 247}.py"),
    Input("names", "Foo.py and foo.py", _OK, file="Foo.py", make=_two_cases, only="linux"),
    Input("names", "index.py", _OK, _CODE, file="index.py"),
    Input("names", "genindex.py", _OK, _CODE, file="genindex.py"),
    Input("names", "search.py", _OK, _CODE, file="search.py"),
    Input("names", "m.py beside m/", _BAD, file="m.py", make=_module_and_package, rule=_UNREADABLE),
)
