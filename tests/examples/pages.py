"""The blocks of code on the pages of the documentation, and what it takes to run their commands."""

import os
import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(
    r"^ *(?P<fence>`{3,}|~{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^ *(?P=fence) *$", re.MULTILINE | re.DOTALL
)
_PLAIN = ("code", "code-block", "sourcecode")  # directives that show what stands in them
# commands are this checkout's, whatever else is installed
_COMMANDS = {
    "sphinx-contracts": "-m sphinx_contracts",
    "sphinx-build": "-m sphinx",
    "python": "",
    "pre-commit": "-m pre_commit",
}


@dataclass(frozen=True)
class Block:
    """A block of code as it stands on a page."""

    page: str  # path of the page, from the top of the checkout
    line: int  # line of its fence
    language: str  # the word behind the fence, empty for none
    text: str  # what it shows

    @property
    def key(self) -> tuple[str, str]:
        """The page and the block's first line, by which tests name it."""
        return self.page, self.text.partition("\n")[0]


def pages() -> list[str]:
    """Every page that people read as it stands: the documentation but for the standard, and the files at the top."""
    left_out = (
        ROOT / "docs" / "examples",
        ROOT / "docs" / "standard",
        ROOT / "docs" / "contracts",
        ROOT / "docs" / "_build",
    )
    documents = [
        path for path in (ROOT / "docs").rglob("*.md") if not any(path.is_relative_to(folder) for folder in left_out)
    ]
    found = [*documents, *ROOT.glob("*.md"), ROOT / "benchmarks" / "README.md"]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def blocks(page: str) -> list[Block]:
    """The blocks of a page that hold what they show; those that take it from a file or a command are no matter here."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        directive = re.match(r"\{([\w:-]+)\} *(\S*)", match["info"])
        if directive is not None and directive[1] not in _PLAIN:
            continue
        language = directive[2] if directive is not None else match["info"].strip()
        found.append(Block(page, text.count("\n", 0, match.start()) + 1, language, textwrap.dedent(match["text"])))
    return found


def console(page: str) -> list[str]:
    """The commands of a page, in order."""
    return [line[2:] for block in blocks(page) if block.language == "console" for line in block.text.splitlines()]


def with_commands(folder: Path) -> dict[str, str]:
    """Environment variables under which the commands of the pages are those of this checkout and this interpreter."""
    folder.mkdir()
    for name, arguments in _COMMANDS.items():
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        script.chmod(0o755)
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    return {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "NO_COLOR": "1",
    }
