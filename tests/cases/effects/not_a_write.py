"""What looks like a write to a file and is none."""

import glob
import io
import json
import os
import pickle
import shutil
import tarfile
import tempfile
import zipfile
from pathlib import PurePosixPath

from PIL import Image


def dump_into_memory(data: dict[str, int]) -> str:
    """The file is in memory."""
    buffer = io.StringIO()
    json.dump(data, buffer)
    buffer.write("\n")
    return buffer.getvalue()


def dump_to_text(data: dict[str, int]) -> bytes:
    """There is no file."""
    return json.dumps(data).encode() + pickle.dumps(data)


def open_image(path: str) -> Image.Image:
    """Another open."""
    return Image.open(path, "r")


def open_archive(path: str) -> list[str]:
    """Another open."""
    with tarfile.open(path, "r:gz") as archive:
        return archive.getnames()


def open_member(archive: zipfile.ZipFile) -> bytes:
    """Another open."""
    with archive.open("member") as handle:
        return handle.read()


def open_descriptor(path: str) -> int:
    """Another open, with flags in place of a mode."""
    return os.open(path, os.O_RDONLY)


def replace_in_string(name: str) -> str:
    """A string's replace."""
    return name.replace("w", "a")


def replace_in_literal() -> str:
    """A string's replace."""
    return "w".replace("w", "a")


def replace_in_result(number: int) -> str:
    """A string's replace."""
    return str(number).replace("0", "o")


def ask_shutil() -> tuple[str | None, int]:
    """Not everything in shutil writes."""
    return shutil.which("python"), shutil.get_terminal_size().columns


def ask_tempfile() -> str:
    """Not everything in tempfile makes a file."""
    return tempfile.gettempdir()


def ask_os(path: str) -> str:
    """Not everything in os writes."""
    return os.path.join(os.fspath(path), os.path.basename(path), str(os.getpid()))


def compute_path(path: PurePosixPath) -> str:
    """A path that cannot touch a file."""
    return str((path.parent / "x").with_suffix(".txt"))


def escape(name: str) -> str:
    """Not everything in glob reads."""
    return glob.escape(name)
