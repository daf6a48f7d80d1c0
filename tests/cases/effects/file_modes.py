"""file-write or file-read: the mode of ``open`` decides, and only a literal one is sure."""

import gzip
import io
from pathlib import Path


def no_mode(path: str) -> str:
    """Reads."""
    with open(path) as handle:  # expect: effect=file-read
        return handle.read()


def mode_r(path: str) -> str:
    """Reads."""
    with open(path, "r", encoding="utf-8") as handle:  # expect: effect=file-read
        return handle.read()


def mode_rb(path: str) -> bytes:
    """Reads."""
    with open(path, "rb") as handle:  # expect: effect=file-read
        return handle.read()


def mode_w(path: str) -> None:
    """Writes."""
    open(path, "w").close()  # expect: effect=file-write; finding=side-effect-undocumented


def mode_wb(path: str) -> None:
    """Writes."""
    open(path, "wb").close()  # expect: effect=file-write; finding=side-effect-undocumented


def mode_a(path: str) -> None:
    """Writes."""
    open(path, "a").close()  # expect: effect=file-write; finding=side-effect-undocumented


def mode_x(path: str) -> None:
    """Writes."""
    open(path, "x").close()  # expect: effect=file-write; finding=side-effect-undocumented


def mode_r_plus(path: str) -> None:
    """Opened to be changed."""
    open(path, "r+").close()  # expect: effect=file-write; finding=side-effect-undocumented; may=file-read


def mode_rb_plus(path: str) -> None:
    """Opened to be changed."""
    open(path, "rb+").close()  # expect: effect=file-write; finding=side-effect-undocumented; may=file-read


def mode_by_keyword(path: str) -> None:
    """Writes."""
    open(path, mode="w").close()  # expect: effect=file-write; finding=side-effect-undocumented


def all_by_keyword(path: str) -> None:
    """Writes."""
    open(mode="a", file=path).close()  # expect: effect=file-write; finding=side-effect-undocumented


def other_keywords(path: str) -> str:
    """An encoding with a w in it is no mode."""
    with open(path, encoding="windows-1252") as handle:  # expect: effect=file-read
        return handle.read()


def path_with_a_w() -> str:
    """A path with a w in it is no mode."""
    with open("/var/www/x.txt") as handle:  # expect: effect=file-read
        return handle.read()


def mode_from_outside(path: str, mode: str) -> io.IOBase:
    """Nobody knows what this does."""
    return open(path, mode)  # expect: may=file-write; may=file-read


def mode_from_call(path: str) -> io.IOBase:
    """Nobody knows what this does."""
    return open(path, path[-1:])  # expect: may=file-write; may=file-read


def gzip_default(path: str) -> bytes:
    """Reads."""
    with gzip.open(path) as handle:  # expect: effect=file-read
        return handle.read()


def gzip_append(path: str) -> None:
    """Writes."""
    gzip.open(path, "ab").close()  # expect: effect=file-write; finding=side-effect-undocumented


def path_default(path: Path) -> str:
    """Reads."""
    with path.open() as handle:  # expect: effect=file-read
        return handle.read()


def path_encoding(path: Path) -> str:
    """Reads."""
    with path.open(encoding="windows-1252") as handle:  # expect: effect=file-read
        return handle.read()


def path_w(path: Path, text: str) -> None:
    """Writes: the mode comes first here."""
    with path.open("w") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)


def path_append(path: Path, text: str) -> None:
    """Writes."""
    with path.open(mode="a", encoding="utf-8") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        handle.write(text)


def path_mode_from_outside(path: Path, mode: str) -> io.IOBase:
    """Nobody knows what this does."""
    return path.open(mode)  # expect: may=file-write; may=file-read


def mode_of_two(path: str, more: bool) -> None:
    """Two literals to choose from; whether that is a literal mode is not said."""
    open(path, "a" if more else "w").close()  # expect: may=file-write; may=side-effect-undocumented
