"""Where commands write: stdout and whole files.

Key Components:
    - say: prints UTF-8 to stdout
    - write: a file, or stdout

Usage:
    from sphinx_contracts.cli._output import write

    write(text, "contracts.json")
"""

import os
import sys
from pathlib import Path

from sphinx_contracts.cli._run import Failure
from sphinx_contracts.whole_file import write_whole

__all__ = ["say", "write"]


def say(text: str) -> None:
    """Print a line or more as UTF-8 whatever the locale says: reports are read by programs.

    Args:
        text: What to print, without its last line end

    Raises:
        SystemExit: If nobody reads any more

    Side Effects:
        - Prints to stdout
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # the reader has gone (`| head`); the interpreter must not complain about it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def write(text: str, output: str | None) -> None:
    """Write a text to a file, whole or not at all, or to stdout.

    Args:
        text: What to write, without its last line end
        output: Path of the file; None: stdout

    Raises:
        Failure: If the file cannot be written

    Side Effects:
        - Writes the file, or prints to stdout
    """
    if output is None:
        say(text)
        return
    try:
        write_whole(Path(output), f"{text}\n".encode())
    except OSError as error:
        raise Failure(f"{output}: cannot be written: {error.strerror or error}") from error
