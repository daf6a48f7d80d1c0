"""From a path to text and a syntax tree, or to a problem: the only place that opens and parses source files.

A file is read once and decoded as Python would decode it. Nothing is imported or executed, and whatever is wrong
with a file becomes a ``Problem`` with a line, never an exception.

Key Components:
    - Source: a file's text and tree, or its problem
    - read_source: reads and parses a file
    - read_bytes: reads a file without decoding it
    - read_text: reads a file
    - parse_source: parses bytes

Usage:
    from pathlib import Path

    from sphinx_contracts.source import read_source

    source = read_source(Path("core/train.py"))
"""

import ast
import codecs
import os
import re
import warnings
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sphinx_contracts.model.problem import Problem
from sphinx_contracts.regular_file import NotRegularError, open_regular

__all__ = ["Source", "parse_source", "read_bytes", "read_source", "read_text"]

_LARGEST = 10 * 1024 * 1024
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"^[ \t\f]*(?:#.*)?$")


@dataclass(frozen=True)
class Source:
    """A source file's text and syntax tree, or the reason why there is none.

    Responsibilities:
        - Hold the text with line ends as ``\\n`` and the tree that was parsed from it
        - Split the text into lines as the parser counts them

    Attributes:
        text: The whole text, "" where the file could not be read
        tree: The syntax tree, None where the file could not be parsed
        problem: What is wrong with the file, None where nothing is

    Example:
        source = parse_source(b"x = 1")
        assert source.lines == ["x = 1"]
    """

    text: str = ""  # the whole text, line ends as \n
    tree: ast.Module | None = None  # the syntax tree
    problem: Problem | None = None  # why there is no tree

    @cached_property
    def lines(self) -> list[str]:
        """The lines as the parser counts them, without line ends."""
        return self.text.split("\n")


def read_source(path: Path) -> Source:
    """Read and parse a source file.

    Args:
        path: The file

    Returns:
        Its text and tree, or its problem

    Side Effects:
        - Reads the file

    Example:
        source = read_source(Path("core/train.py"))
    """
    data = read_bytes(path)
    return parse_source(data) if isinstance(data, bytes) else Source(problem=data)


def read_text(path: Path) -> str:
    """Read a source file without parsing it.

    Args:
        path: The file

    Returns:
        Its text with line ends as ``\\n``; "" for a file that cannot be read or decoded

    Side Effects:
        - Reads the file

    Example:
        text = read_text(Path("core/train.py"))
    """
    data = read_bytes(path)
    text = _decoded(data) if isinstance(data, bytes) else ""
    return _with_line_feeds(text) if isinstance(text, str) else ""


def read_bytes(path: Path) -> bytes | Problem:
    """Read a source file's bytes.

    Args:
        path: The file

    Returns:
        The bytes, or why there are none

    Side Effects:
        - Reads the file

    Example:
        data = read_bytes(Path("core/train.py"))
    """
    try:
        with open_regular(path) as file:
            length = os.fstat(file.fileno()).st_size
            if length > _LARGEST:
                size = f"{length / 2**20:.0f} MiB"
                return _unreadable(f"has {size}, more than the {_LARGEST // 2**20} MiB that are read; exclude it")
            return file.read()
    except NotRegularError:
        return _unreadable("is no regular file; remove it from the sources or exclude it")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _unreadable(f"cannot be read: {reason}; make it readable or exclude it")


def parse_source(data: bytes) -> Source:
    """Decode and parse a file's bytes.

    Args:
        data: The bytes

    Returns:
        The text and tree, or the problem

    Example:
        source = parse_source(b"x = 1")
    """
    text = _decoded(data)
    if isinstance(text, Problem):
        return Source(problem=text)
    text = _with_line_feeds(text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except SyntaxError as error:
        return Source(text, problem=_unparsable(str(error.msg), error.lineno, error.offset, text))
    except (ValueError, OverflowError) as error:
        return Source(text, problem=_unparsable(str(error), 1, 1, text))
    except (RecursionError, MemoryError):
        return Source(text, problem=_unparsable("nested too deeply for this interpreter's parser", 1, 1, text))
    return Source(text, tree)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(message: str) -> Problem:
    return Problem("source-unreadable", message, 1)


def _unparsable(reason: str, line: int | None, column: int | None, text: str) -> Problem:
    last = text.count("\n") + 1
    message = f"cannot be parsed: {' '.join(reason.split())[:200]}; nothing in this file was checked"
    return Problem("source-unparsable", message, min(max(line or 1, 1), last), max(column or 1, 1))


def _decoded(data: bytes) -> str | Problem:
    """The text as Python would decode it: UTF-8 unless one of the first two lines names another encoding."""
    marked = data.startswith(codecs.BOM_UTF8)
    body = data[3:] if marked else data
    name, line = _cookie(body)
    encoding = "utf-8"
    if name is not None:
        try:
            info = codecs.lookup(name)
        except (LookupError, ValueError):
            return _undecodable(f"names the unknown encoding '{name}'", line)
        # rot13, zlib and their like turn bytes into other bytes: never run on a stranger's file
        if not getattr(info, "_is_text_encoding", False) or info.name in ("idna", "punycode"):
            return _undecodable(f"names '{name}', which is no encoding of source text", line)
        if marked and info.name not in ("utf-8", "utf-8-sig"):
            return _undecodable(f"begins with a UTF-8 mark but names '{name}'", line)
        encoding = info.name if info.name != "utf-8-sig" else "utf-8"
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        at = body.count(b"\n", 0, error.start) + 1
        return _undecodable(f"is not valid {encoding}", at)
    except (UnicodeError, ValueError):
        return _undecodable(f"is not valid {encoding}", 1)


def _undecodable(what: str, line: int) -> Problem:
    return Problem("source-unreadable", f"{what}; save it as UTF-8 or name its encoding in the first line", line)


def _cookie(body: bytes) -> tuple[str | None, int]:
    start = body[:2000].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n", 2)
    for number, line in enumerate(start[:2], 1):
        match = _COOKIE.match(line)
        if match is not None:
            return match[1].decode("ascii", "replace"), number
        if not _BLANK.match(line):
            break
    return None, 1
