"""
Safe text file writer module.

This module replaces text files. Each of its classes has one fault.

Key Components:
    - SafeFileWriter: Writes to a temporary file and renames it
    - TempFolder: Holds temporary files
    - FileLock: Keeps others out
    - FileMirror: Copies each write
    - FileCounter: Counts writes
    - FileQueue: Keeps files to write

Usage:
    from pathlib import Path

    from core.safe_file import SafeFileWriter

    writer = SafeFileWriter(Path("notes.txt"))
"""

from pathlib import Path
from typing import List, Optional


# planted: class-attribute-undocumented in temp_path at self.temp_path
class SafeFileWriter:
    """
    Context manager for safe file writing with atomic rename.

    Responsibilities:
        - Rename the temporary file to the target

    Attributes:
        target_path: Final destination for file

    Example:
        writer = SafeFileWriter(Path("notes.txt"))
    """

    def __init__(self, target_path: Path) -> None:
        """
        Initialize safe file writer.

        Args:
            target_path: Final destination for file
        """
        self.target_path = target_path
        self.temp_path: Optional[Path] = None


# planted: class-responsibilities-missing
class TempFolder:
    """
    Folder of temporary files.

    Attributes:
        path: The folder

    Example:
        folder = TempFolder(Path("/tmp/job"))
    """

    def __init__(self, path: Path) -> None:
        """
        Initialize the folder.

        Args:
            path: The folder
        """
        self.path = path


# planted: class-attribute-unknown in owner at owner: Process
class FileLock:
    """
    Lock that keeps others from writing.

    Responsibilities:
        - Tell whether the file is locked

    Attributes:
        path: File that is locked
        owner: Process that holds the lock

    Example:
        lock = FileLock(Path("notes.txt"))
    """

    def __init__(self, path: Path) -> None:
        """
        Initialize the lock.

        Args:
            path: File that is locked
        """
        self.path = path


# planted: class-docstring-missing
class FileMirror:
    pass


# planted: class-summary-missing
class FileCounter:
    """
    Responsibilities:
        - Count what is written

    Attributes:
        count: Number of files written so far

    Example:
        counter = FileCounter()
    """

    def __init__(self) -> None:
        """Initialize the counter."""
        self.count = 0


# planted: class-example-missing
class FileQueue:
    """
    Queue of files to write.

    Responsibilities:
        - Keep the files in order

    Attributes:
        paths: Files in order
    """

    def __init__(self) -> None:
        """Initialize an empty queue."""
        self.paths: List[Path] = []
