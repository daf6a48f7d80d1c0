"""Plain classes list what they are there for."""

import abc
import enum
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypedDict


#! Plain
class Plain:
    """Counts."""


class Listed:
    """Counts.

    Responsibilities:
        - Count
    """


class Banner:
    """Counts.

    === CORE RESPONSIBILITY ===
    Count what comes in.
    """


#! Abstract
class Abstract(abc.ABC):
    """An interface."""


class Implemented(abc.ABC):
    """An interface.

    Subclasses must implement:
        - run()
    """


#! Runs
class Runs(Protocol):
    """Can be run."""


class Undocumented:
    pass


@dataclass
class Record:
    """A record."""


class Colour(enum.Enum):
    """A colour."""


class WrongError(Exception):
    """Something is wrong."""


class VeryWrongError(WrongError):
    """Something is very wrong."""


class Options(TypedDict):
    """Options."""


class Pair(NamedTuple):
    """Two numbers."""
