"""What an input is: a file to be put into a package, and what should come of it.

Key Components:
    - Input: a hostile file
    - Outcome: what comes of it
    - encoded: the bytes of a text that is made when it is needed

Usage:
    from tests.hostile.inputs.record import Input, Outcome

    Input("syntax", "syntax error", Outcome.BAD, b"def f(:").write(Path("core"))
"""

import enum
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Input", "Outcome", "encoded"]


class Outcome(enum.StrEnum):
    """What comes of an input."""

    OK = "OK"  # analysed
    BAD = "BAD"  # one finding at its path and line, a page that says so, everything else identical
    CUT = "CUT"  # a cell shows "…", and a finding says that something was too complex
    LIT = "LIT"  # shown as it is, inert
    SKIP = "SKIP"  # no source file by a documented rule


@dataclass(frozen=True)
class Input:
    """A file, or what stands in the place of one, beside good modules of a package."""

    row: str  # the row of the table
    name: str  # what it is, as the table shows it
    outcome: Outcome  # what should come of it
    content: bytes | Callable[[], bytes] = b""  # of the file
    file: str = ""  # path below the package; "": made from the name
    line: int = 1  # of the finding
    rule: str = ""  # of the finding, "" for what the outcome says
    others: frozenset[Outcome] = frozenset()  # what should come of it where the interpreter is another one
    make: Callable[[Path], None] | None = None  # makes what is no plain file, at its path
    is_heavy: bool = False  # takes a second or more
    only: str = ""  # where it can be made: "posix", "linux"
    is_for_users: bool = False  # to root it is a file as any other

    @property
    def slug(self) -> str:
        """Its name as an identifier."""
        return re.sub(r"\W+", "_", f"{self.row} {self.name}", flags=re.ASCII).strip("_").lower()

    @property
    def path(self) -> str:
        """Its path below the package."""
        return self.file or f"{self.slug}.py"

    @property
    def module(self) -> str:
        """The dotted name of its module in the package ``core``."""
        return f"core.{self.path.removesuffix('.py').replace('/', '.')}"

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """What may come of it on some interpreter."""
        return self.others | {self.outcome}

    @property
    def title(self) -> str:
        """How tests call it."""
        return f"{self.row}: {self.name}"

    @property
    def is_here(self) -> bool:
        """Can it be made on this system?"""
        return self.only in ("", os.name, sys.platform)

    def write(self, package: Path) -> None:
        """Put it into a package."""
        path = package / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.make is not None:
            self.make(path)
        else:
            path.write_bytes(self.content if isinstance(self.content, bytes) else self.content())


def encoded(make: Callable[[], str]) -> Callable[[], bytes]:
    """The bytes of a text that is made when it is needed."""
    return lambda: make().encode()
