"""
Atomic file operations module.

This module reads and writes JSON files. Each of its functions has one fault.

Key Components:
    - write_json_atomic: Write a dictionary as a JSON file
    - write_json_lines: Write dictionaries as lines of JSON
    - append_json_line: Add one line
    - read_json: Read a JSON file
    - iter_json_lines: Read a file line by line
    - json_size: Size of a file
    - is_json: Look at a file
    - remove_json: Remove a file
    - touch_json: Make an empty file

Usage:
    from pathlib import Path

    from core.atomic_ops import write_json_atomic

    write_json_atomic({"step": 100}, Path("state.json"))
"""
# planted in the module: format-undocumented at path.write_text(json.dumps(data)

import json
from pathlib import Path
from typing import Any, Dict, Iterator, List


# planted: param-undocumented at path: Path,
def write_json_atomic(
    data: Dict[str, Any],
    path: Path,
) -> None:
    """
    Atomically write JSON data to file.

    Args:
        data: Dictionary to serialize as JSON

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_json_atomic({"step": 100}, Path("state.json"))
    """
    path.write_text(json.dumps(data), encoding="utf-8")


# planted: param-order at path: File to write
def write_json_lines(rows: List[Dict[str, Any]], path: Path) -> None:
    """
    Write dictionaries as lines of JSON.

    Args:
        path: File to write
        rows: Dictionaries to serialize

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_json_lines([{"step": 100}], Path("steps.jsonl"))
    """
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


# planted: param-unknown at encoding: Encoding
def append_json_line(row: Dict[str, Any], path: Path) -> None:
    """
    Add one line of JSON to a file.

    Args:
        row: Dictionary to serialize
        path: File to add to
        encoding: Encoding of the file

    Side Effects:
        - Appends to the file at path

    Example:
        append_json_line({"step": 200}, Path("steps.jsonl"))
    """
    with path.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n")


# planted: returns-undocumented
def read_json(path: Path) -> Dict[str, Any]:
    """
    Read a JSON file.

    Args:
        path: File to read

    Example:
        state = read_json(Path("state.json"))
    """
    return dict(json.loads(path.read_text(encoding="utf-8")))


# planted: yields-undocumented
def iter_json_lines(path: Path) -> Iterator[Dict[str, Any]]:
    """
    Read a file line by line.

    Args:
        path: File to read

    Example:
        for row in iter_json_lines(Path("steps.jsonl")):
            print(row["step"])
    """
    for line in path.read_text(encoding="utf-8").split("\n"):
        yield dict(json.loads(line))


# planted: docstring-type-mismatch at str: Size in bytes
def json_size(path: Path) -> int:
    """
    Size of a file.

    Args:
        path: File to look at

    Returns:
        str: Size in bytes

    Example:
        assert json_size(Path("state.json")) > 0
    """
    return path.stat().st_size


# planted: summary-missing
def is_json(path: Path) -> bool:
    """
    Args:
        path: File to look at

    Returns:
        True if the name ends in .json

    Example:
        assert is_json(Path("state.json"))
    """
    return path.suffix == ".json"


# planted: docstring-missing
def remove_json(path: Path) -> None:
    path.unlink()


# planted: returns-unexpected at The file
def touch_json(path: Path) -> None:
    """
    Make an empty file.

    Args:
        path: File to make

    Returns:
        The file that was made

    Side Effects:
        - Creates the file at path

    Example:
        touch_json(Path("state.json"))
    """
    path.touch()
