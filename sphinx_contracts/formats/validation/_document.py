"""A document that was read: its value, and where each part of it stands in the text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["DEEPEST", "BadDataError", "Document", "Lines", "Path", "Place", "Remark", "path_text", "quoted"]

DEEPEST = 200
"""Levels of nesting that are read. The standard library's decoder and jsonschema recurse; both take more than this."""
_LONGEST = 60
_LONGEST_PATH = 200
_LINE_END = re.compile(r"\r\n?|\n")

Path: TypeAlias = tuple[str | int, ...]


class BadDataError(Exception):
    """The text is no document; nothing behind ``offset`` can be read."""

    def __init__(self, offset: int, message: str, path: Path = ()) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.path = path


@fast_init
@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the text."""

    key: int  # offset of the member's key; of the value where it is no member
    value: int  # offset of the value


@fast_init
@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is wrong in a document that can be read all the same."""

    offset: int  # where it stands
    message: str  # what is wrong, one line
    path: Path  # where inside the document


@fast_init
@dataclass(frozen=True, slots=True)
class Document:
    """One value with the text that it was read from."""

    value: Any  # plain dicts, lists, strings, numbers, booleans and None
    locate: Callable[[Iterable[Path]], Mapping[Path, Place]]  # finds the places of paths
    remarks: tuple[Remark, ...] = ()  # what is wrong with the text itself


class Lines:
    """Turns offsets into lines and columns.

    Responsibilities:
        - Count lines as editors do: after a line feed, a carriage return, or both

    Example:
        assert Lines("a\\nb").at(2) == (2, 1)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def path_text(path: Path) -> str:
    """A path as JSONPath writes it: ``$.recent_examples[0]["a b"]``."""
    parts = ["$"]
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif step.isidentifier():
            parts.append(f".{step}")
        else:
            parts.append(f"[{quoted(step)}]")
    text = "".join(parts)
    return text if len(text) <= _LONGEST_PATH else f"{text[: _LONGEST_PATH // 2]}…{text[-_LONGEST_PATH // 2 :]}"


def quoted(text: str) -> str:
    """A string as JSON writes it, cut where it is long."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    escaped = shown.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
