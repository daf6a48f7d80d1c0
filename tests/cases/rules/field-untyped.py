"""Fields of records have types."""

import enum
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

import attr


@dataclass
class Point:
    """A point."""

    x: int
    #! Point.y
    y = 0
    #! Point.z
    z = None
    #! Point.items
    items = field(default_factory=list)
    #! Point.name
    name = "point"  # shown beside it
    kind = "point"
    LIMIT = 3
    limit: ClassVar[int] = 3
    _hidden = 0
    maker = list

    def move(self) -> None:
        """Move it."""

    shift = move


class Pair(NamedTuple):
    """Two numbers."""

    first: int
    #! Pair.second
    second = 0


@attr.s
class Old:
    """An old point."""

    #! Old.x
    x = attr.ib()
    y = attr.ib(type=int)
    z: int = attr.ib()


class Colour(enum.Enum):
    """A colour."""

    RED = 1


@dataclass
class Base:
    """A base."""

    name: str = ""


@dataclass
class Child(Base):
    """A child."""

    name = "child"  # always
