"""
Safe text file writer module.

This module replaces a text file only when everything has been written to it. A block that ends with an exception
leaves the file as it was.

Key Components:
    - SafeFileWriter: Context manager that writes to a temporary file and renames it

Usage:
    from pathlib import Path

    from core.safe_file import SafeFileWriter

    with SafeFileWriter(Path("notes.txt")) as f:
        f.write("data")
"""

import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Literal, Optional, TextIO, Type


class SafeFileWriter:
    """
    Context manager for safe file writing with atomic rename.

    Responsibilities:
        - Create a temporary file beside the target
        - Rename it to the target when the block ends without an exception
        - Remove it when the block ends with one

    Attributes:
        target_path: Final destination for file
        temp_path: Temporary file while the block runs, None before and after

    Guarantees:
        - The target holds its old or its new content, never a part of either
        - No temporary file is left behind

    Usage:
        with SafeFileWriter(path) as f:
            f.write("data")
        # File atomically written here
    """

    def __init__(self, target_path: Path) -> None:
        """
        Initialize safe file writer.

        Args:
            target_path: Final destination for file
        """
        self.target_path = target_path
        self.temp_path: Optional[Path] = None
        self._stream: Optional[TextIO] = None

    def __enter__(self) -> TextIO:
        """
        Open temporary file for writing.

        Returns:
            Text stream in UTF-8

        Raises:
            OSError: If the folder of the target cannot be written to

        Side Effects:
            - Creates a temporary file beside the target
        """
        handle, name = tempfile.mkstemp(prefix=f".{self.target_path.name}.", dir=self.target_path.parent)
        self.temp_path = Path(name)
        self._stream = open(handle, "w", encoding="utf-8")
        return self._stream

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> Literal[False]:
        """
        Atomically rename temp file to target on success.

        Args:
            exc_type: Type of the exception that ended the block, None on success
            exc_val: Exception that ended the block, None on success
            exc_tb: Its traceback, None on success

        Returns:
            False: an exception of the block is never swallowed

        Raises:
            OSError: If the file cannot be closed or renamed

        Side Effects:
            - Replaces the target file on success
            - Deletes the temporary file otherwise
        """
        stream, temp_path = self._stream, self.temp_path
        self._stream, self.temp_path = None, None
        if stream is None or temp_path is None:
            return False
        try:
            stream.close()
            if exc_type is None:
                os.replace(temp_path, self.target_path)
        finally:
            temp_path.unlink(missing_ok=True)
        return False
