"""Plain classes show how they are used."""

import abc
import enum
from dataclasses import dataclass
from typing import Protocol


#! Plain
class Plain:
    """Counts."""


class Shown:
    """Counts.

    Example:
        counter = Shown()
    """


class Usage:
    """Counts.

    Usage:
        with Usage() as counter:
            counter.run()
    """


class Prompt:
    """Counts.

    >>> Prompt()
    """


class InConstructor:
    """Counts."""

    def __init__(self) -> None:
        """Start.

        Example:
            counter = InConstructor()
        """


class Abstract(abc.ABC):
    """An interface."""


class Runs(Protocol):
    """Can be run."""


@dataclass
class Record:
    """A record."""


class Colour(enum.Enum):
    """A colour."""


class WrongError(Exception):
    """Something is wrong."""


class Undocumented:
    pass
