"""One measurement in a process of its own: the parse floor, a check, or where a check's time goes.

Key Components:
    - floor, check, stages: the measurements
    - main: the command, which prints one as JSON

Usage:
    python -m benchmarks.stages floor src/click
"""

import ast
import functools
import gc
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from sphinx_contracts import analysis, inputs, materials, project, workers
from sphinx_contracts.analyse import callables, classes, modules
from sphinx_contracts.config import settings_from

__all__ = ["check", "floor", "main", "stages"]


def floor(folder: Path) -> dict[str, float]:
    """Read every file of a folder and parse it, garbage collection off.

    Args:
        folder: The folder

    Returns:
        Dict with:
            - seconds: float (processor time)
            - files: float (how many files)
            - bytes: float (how long they are)
            - peak: float (most memory held, bytes)

    Side Effects:
        - Reads the files
        - Turns garbage collection off
    """
    gc.disable()
    size = count = 0
    started = time.process_time()
    for path in sorted(folder.rglob("*.py")):
        data = path.read_bytes()
        size, count = size + len(data), count + 1
        try:
            ast.parse(data)
        except (SyntaxError, ValueError):
            continue
    return {"seconds": time.process_time() - started, "files": count, "bytes": size, "peak": _peak()}


def check(folder: Path) -> dict[str, float]:
    """Analyse and check a package, without any cache.

    Args:
        folder: Its folder

    Returns:
        Dict with:
            - seconds: float (processor time)
            - peak: float (most memory held, bytes)

    Side Effects:
        - Reads the files
    """
    settings = settings_from({"sources": [folder.name]}, "cost.py")
    started = time.process_time()
    project.run(settings, folder.parent, folder.parent)
    return {"seconds": time.process_time() - started, "peak": _peak()}


def _check_without_gc(folder: Path) -> dict[str, float]:
    gc.disable()
    return check(folder)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class _Clock:
    """Adds up the time spent in functions, that in functions clocked inside them taken off."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inside = [0.0]

    def watch(self, name: str, module: ModuleType, function: str) -> None:
        """Put a clock around a function of a module, under its name there."""
        original: Callable[..., Any] = getattr(module, function)

        @functools.wraps(original)
        def clocked(*arguments: Any, **named: Any) -> Any:
            started = time.process_time()
            self._inside.append(0.0)
            try:
                return original(*arguments, **named)
            finally:
                passed = time.process_time() - started
                self.spent[name] += passed - self._inside.pop()
                self._inside[-1] += passed

        setattr(module, function, clocked)


def stages(folder: Path) -> dict[str, float]:
    """Tell where the time of a check goes; the clocks themselves cost some.

    Args:
        folder: The package's folder

    Returns:
        Stage to seconds, and "total"

    Side Effects:
        - Reads the files
        - Puts clocks around functions of this process
    """
    clock = _Clock()
    for name, module, functions in (
        ("finding files", inputs, ["discover"]),
        ("reading and parsing", materials, ["read_bytes"]),
        ("reading and parsing", workers, ["parse_source"]),
        ("docstrings and formats", modules, ["docstring_of", "find_formats"]),
        ("docstrings and formats", callables, ["docstring_of", "find_formats"]),
        ("docstrings and formats", classes, ["docstring_of", "find_formats"]),
        ("bodies", modules, ["import_body", "module_variables"]),
        ("bodies", callables, ["function_body"]),
        ("bodies", classes, ["assigned_attributes"]),
        ("data files", modules, ["file_facts"]),
        ("the rest of one file", workers, ["analyse_source"]),
        ("linking, effects and exceptions", analysis, ["link"]),
        ("rules", analysis, ["check_project"]),
    ):
        for function in functions:
            clock.watch(name, module, function)
    settings = settings_from({"sources": [folder.name]}, "cost.py")
    started = time.process_time()
    project.run(settings, folder.parent, folder.parent)
    return {**clock.spent, "total": time.process_time() - started}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one measurement as JSON.

    Args:
        arguments: "floor", "check", "check without gc" or "stages", then a folder; None for those of the process

    Side Effects:
        - Reads the files below the folder
        - Prints to stdout
    """
    what, folder = sys.argv[1:] if arguments is None else arguments
    measurements = {"floor": floor, "check": check, "check without gc": _check_without_gc, "stages": stages}
    print(json.dumps(measurements[what](Path(folder))))


if __name__ == "__main__":
    main()
