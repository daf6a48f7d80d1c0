"""Texts in files."""

from pathlib import Path

__all__ = ["Folder", "save_text"]


def save_text(path: Path, text: str) -> None:
    """Keep a text.

    Side Effects:
        - Writes the file at ``path``
    """
    path.write_text(text)  # expect: effect=file-write


class Folder:
    """A folder of texts."""

    def __init__(self, path: Path) -> None:
        """Keep where it is."""
        self.path = path

    def clear(self) -> None:
        """Remove all.

        Side Effects:
            - Removes the folder
        """
        self.path.rmdir()  # expect: effect=file-write
