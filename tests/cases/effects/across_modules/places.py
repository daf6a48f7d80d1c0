"""Places."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path("root")


def cache_folder() -> Path:
    """Name the folder."""
    return ROOT / "cache"


@dataclass
class Layout:
    """Where things are."""

    root: Path
    label: str

    @property
    def cache(self) -> Path:
        """Name the folder."""
        return self.root / "cache"

    def page(self, name: str) -> Path:
        """Name a page."""
        return self.root / name


class Base:
    """A thing with a folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder."""
        self.folder = folder

    def prepare(self) -> None:
        """Make the folder.

        Side Effects:
            - Creates the folder
        """
        self.folder.mkdir()  # expect: effect=file-write
