"""Lines of source files for reports, and where the repository begins.

Reports open no file themselves; these functions are handed to them.

Key Components:
    - SourceLines: lines by path and number
    - repository_prefix: where a project is in its repository

Usage:
    from pathlib import Path

    from sphinx_contracts.cli._sources import SourceLines

    line = SourceLines(Path.cwd()).line_at("core/train.py", 1)
"""

from pathlib import Path

from sphinx_contracts.discover import file_at
from sphinx_contracts.source import read_text

__all__ = ["SourceLines", "repository_prefix"]


class SourceLines:
    """Lines of source files, read when they are asked for; findings come file by file, so one file is kept.

    Responsibilities:
        - Read a file and find a line in it

    Example:
        lines = SourceLines(Path.cwd())
        first = lines.line_at("core/train.py", 1)
    """

    def __init__(self, root: Path) -> None:
        """Take the folder that paths are relative to.

        Args:
            root: The folder
        """
        self._root = root
        self._path = ""
        self._lines: list[str] = []

    def line_at(self, path: str, number: int) -> str | None:
        """Find a line of a file.

        Args:
            path: Path of the file, relative to the root
            number: 1-based number of the line

        Returns:
            The line without its end, None for a file that cannot be read or has no such line

        Side Effects:
            - Reads the file and keeps its lines
        """
        if path != self._path:
            text = read_text(file_at(self._root, path))
            self._path, self._lines = path, text.split("\n") if text else []
        return self._lines[number - 1] if 0 < number <= len(self._lines) else None


def repository_prefix(root: Path) -> str:
    """Find out where a project is in its repository.

    Args:
        root: The folder that paths of findings are relative to

    Returns:
        Posix path from the top of the repository to the folder, "" where it is the top or there is no repository

    Side Effects:
        - Looks for ``.git`` in the folder and those above it
    """
    root = root.resolve()
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            shown = root.relative_to(folder).as_posix()
            return "" if shown == "." else shown
    return ""
