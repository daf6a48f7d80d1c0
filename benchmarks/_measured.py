"""Runs a command and writes what it took.

It is a process of its own since the system counts the memory of whoever starts a command as the command's: this one
holds little.

Key Components:
    - main: runs the command

Usage:
    python benchmarks/_measured.py taken.json python -c pass

Measurement JSON Format
-----------------------

{
    "code": 0,         // int: exit code, negative for a signal
    "processor": 1.24, // float: processor time of the command and of all that it waited for, seconds
    "clock": 1.31,     // float: time on the clock, seconds
    "memory": 38.5     // float: the most that one of its processes held, MB
}
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

__all__ = ["main"]


def main(arguments: Sequence[str]) -> None:
    """Run a command and write what it took.

    Args:
        arguments: The file to write, then the command

    Side Effects:
        - Runs the command
        - Writes the file
    """
    target, *command = arguments
    started = time.perf_counter()
    code = subprocess.call(command)
    clock = time.perf_counter() - started
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    taken = {
        "code": code,
        "processor": usage.ru_utime + usage.ru_stime,
        "clock": clock,
        "memory": usage.ru_maxrss / unit,
    }
    Path(target).write_text(json.dumps(taken), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
