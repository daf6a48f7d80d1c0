"""What the place that stdout goes to can show: colours, width, a person who reads.

Key Components:
    - is_terminal: does a person look at stdout
    - takes_colours: may stdout have colours
    - width: how many columns a line of prose may take

Usage:
    from sphinx_contracts.cli._terminal import takes_colours

    colours = takes_colours()
"""

import os
import shutil
import sys

__all__ = ["is_terminal", "takes_colours", "width"]

_WIDEST = 100  # longer lines of prose are hard to read


def is_terminal() -> bool:
    """Tell whether a person looks at stdout.

    Returns:
        True for a terminal that can move its cursor
    """
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def takes_colours() -> bool:
    """Tell whether stdout may have colours.

    Returns:
        False when NO_COLOR is set, else True when FORCE_COLOR is set, else whether stdout is a terminal
    """
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal()


def width() -> int:
    """Find out how many columns a line of prose may take.

    Returns:
        The terminal's columns, or those that COLUMNS names, at most 100
    """
    return min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
