"""
Atomic file operations module.

This module writes files in one step: a reader sees the old content or the new content, never a part of either.
Everything that other processes read while a job runs is written through it.

Key Components:
    - write_json_atomic: Write a dictionary as a JSON file
    - JSONEncodeError: Raised for data that JSON cannot represent

Usage:
    from pathlib import Path

    from core.atomic_ops import write_json_atomic

    write_json_atomic({"step": 100}, Path("state.json"))

Document JSON Format
--------------------

Each file is one JSON object in UTF-8, indented by two spaces, with a newline at its end:

{
    "step": 100,  // Any: The members are those of the dictionary, in its order
    ...
}
"""

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Dict


class JSONEncodeError(ValueError):
    """Data cannot be written as JSON: a value has no JSON form, is not finite, or holds itself."""


def write_json_atomic(data: Dict[str, Any], path: Path) -> None:
    """
    Atomically write JSON data to file.

    Uses write-to-temp + atomic rename pattern to ensure file
    is never left in partial state. Either write succeeds completely
    or file is unchanged.

    Args:
        data: Dictionary to serialize as JSON
        path: Destination file path

    Returns:
        None

    Raises:
        OSError: If write or rename fails
        JSONEncodeError: If data not JSON-serializable

    Guarantees:
        - Atomic operation (no partial writes visible)
        - Original file unchanged if operation fails
        - Temp files cleaned up on error

    Side Effects:
        - Creates or replaces the file at path
        - Writes a temporary file beside it while the operation runs

    Example:
        write_json_atomic({"step": 100, "loss": 0.45}, Path("state.json"))
    """
    try:
        content = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise JSONEncodeError(f"data for {path} is not JSON-serializable: {error}") from error
    handle, temp_name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as stream:
            stream.write(content + b"\n")
        os.replace(temp_name, path)
    finally:
        Path(temp_name).unlink(missing_ok=True)
