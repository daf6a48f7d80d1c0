"""A code base that changes: what its files may hold, and what may be done to it.

Key Components:
    - TEXTS: contents of files, which refer to each other
    - NAMES: paths of files
    - SETTINGS: values of settings
    - CodeBase: writes, removes and renames files

Usage:
    base = CodeBase(Path("src"))
    base.write("core/a.py", TEXTS[0])
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.sites.site import FAULTY, GOOD

__all__ = ["NAMES", "SETTINGS", "TEXTS", "CodeBase"]

NAMES = ("core/__init__.py", "core/a.py", "core/b.py", "core/_c.py", "core/d/__init__.py", "core/d.py", "e.py")
TEXTS = (
    GOOD,
    FAULTY,
    "",
    "def f(:\n",
    "caf\xe9 = 1\n",
    '"""Saves."""\n\n\ndef save(path):\n    """Save."""\n    open(path, "w").write("")\n    raise OSError\n',
    '"""Uses."""\nfrom core.a import save\n\n\ndef use(path):\n    """Use."""\n    save(path)\n',
    '"""Uses others."""\nfrom core import b\n\n\ndef use(path):\n    """Use `core.a.Base`."""\n    b.use(path)\n',
    'from core._c import *\nfrom core._c import Base as Base\n__all__ = ["Base", "save", "use"]\n',
    '"""Kinds."""\n\n\nclass Base:\n    """A base."""\n\n    def run(self, x: int) -> int:\n        """Run."""\n        return x\n',
    '"""Kinds."""\nfrom core.a import Base\n\n\nclass Kind(Base):\n    """A kind."""\n\n    def run(self, x):\n        return open(x)\n',
    '"""Keeps.\n\nState JSON Format\n-----------------\n\nThe state.json file:\n\n{\n    "step": 1,  // int: Step\n    "loss": 0.5\n}\n"""\n',
    '"""Ignores."""\n\n\ndef f(x):  # contracts: ignore[param-untyped, docstring-missing]\n    return x\n',
    '"""A long chain."""\n\n\ndef f(x=a' + ".b" * 600 + '):\n    """F."""\n',
)
SETTINGS: dict[str, tuple[Any, ...]] = {
    "private": (False, True),
    "exclude": ([], ["core.b"], ["core.d*"]),
    "rules": ({}, {"docstring-missing": "off"}, {"param-types": "note", "returns-structure-missing": "error"}),
    "effects": ({}, {"core.a.save": "none"}, {"core.a.*": "database"}),
    "sections": ({}, {"State JSON Format": "guarantees"}),
    "overrides": ([], [{"modules": ["core.*"], "rules": {"side-effects": "off"}}]),
    "fail_under": (0.0, 9.0),
}


@dataclass(frozen=True)
class CodeBase:
    """The files below a folder."""

    folder: Path

    def names(self) -> list[str]:
        """The files that are there."""
        return [name for name in NAMES if (self.folder / name).is_file()]

    def write(self, name: str, text: str) -> None:
        """Write a file, in an encoding that is not always right."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("latin-1"))

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.folder / name).unlink()

    def rename(self, name: str, other: str) -> None:
        """Give a file another name, over what is there."""
        (self.folder / other).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).replace(self.folder / other)
