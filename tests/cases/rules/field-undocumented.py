"""Fields of records and members of enums are described."""

import enum
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, TypedDict


@dataclass
class Point:
    """A point."""

    x: int  # column
    #! Point.y
    y: int
    # the height above the ground
    z: int
    # Colours
    #! Point.red
    red: int
    #! Point.green
    green: int
    weight: float = field(metadata={"help": "in kg"})
    size: int
    """In metres."""
    #: how often it was seen
    seen: int = 0
    #! Point.items
    items: list[int] = field(
        default_factory=list,
    )
    numbers: list[int] = field(
        default_factory=list,
    )  # all numbers
    limit: ClassVar[int] = 3
    _hidden: int = 0


@dataclass
class Sections:
    """A point.

    Attributes:
        x: The column
    """

    x: int
    #! Sections.y
    y: int


@dataclass
class Child(Sections):
    """A child."""

    x: int = 1


class Colour(enum.Enum):
    """A colour."""

    RED = 1  # like fire
    #! Colour.GREEN
    GREEN = 2
    _ignore_ = []

    def shade(self) -> str:
        """Make it darker."""
        return self.name


class Pair(NamedTuple):
    """Two numbers."""

    #! Pair.first
    first: int
    second: int = 0  # the other


class Options(TypedDict):
    """Options."""

    #! Options.path
    path: str


@dataclass
class Undocumented:
    #! Undocumented.x
    x: int


class Plain:
    """No record."""

    x: int = 0


@dataclass(init=False)
class Constructed:
    """A record with a constructor of its own."""

    x: int
    #! Constructed.y
    y: int

    def __init__(self, x: int, z: int) -> None:
        """Make one.

        Args:
            x: The column
            z: The row
        """
        self.x, self.y = x, z
