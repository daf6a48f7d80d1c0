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
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

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


def replace_in_name(path: Path) -> str:
    """The parts of a path are strings."""
    return path.name.replace("w", "a") + path.stem.replace("w", "a") + path.suffix.replace(".", "")


def replace_in_joined_name(path: Path) -> Path:
    """The parts of a path are strings."""
    return path.parent / path.with_name(path.name.replace(" ", "_"))


def replace_in_text_of_path(path: Path) -> str:
    """A path as text is a string."""
    text = path.as_posix()
    return text.replace("/", ".") + str(path).replace("/", ".")


def replace_in_renamed(path: Path) -> str:
    """The parameter is given a new value, which is a string."""
    path = str(path)
    return path.replace("/", ".")


def replace_in_content(path: Path) -> str:
    """What a path reads is a string."""
    return path.read_text().replace("w", "a")  # expect: effect=file-read


@dataclass
class Point:
    """A point."""

    x: int


def replace_in_record(point: Point, now: datetime) -> tuple[Point, datetime]:
    """Records and times have their own."""
    return replace(point, x=1), now.replace(year=2000)


def rename_columns(table) -> object:
    """Nothing is known of this table."""
    return table.rename(columns={"a": "b"})


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
