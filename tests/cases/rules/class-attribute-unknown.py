"""Documented attributes exist."""

from dataclasses import dataclass

from elsewhere import Framework


class Counter:
    """Counts.

    Attributes:
        total: Events so far
        #! Counter.totl
        totl: Events so far
        later: Set by another method
        double: Twice as many
    """

    def __init__(self) -> None:
        """Start."""
        self.total = 0

    def run(self) -> None:
        """Run."""
        self.later = 1

    @property
    def double(self) -> int:
        """Twice as many."""
        return 2 * self.total


class NotInView:
    """Without a constructor.

    Attributes:
        total: Events so far
    """


class Plugin(Framework):
    """A plugin.

    Attributes:
        name: Set by the framework
    """

    def __init__(self) -> None:
        """Start."""


class Child(Counter):
    """Counts more.

    Attributes:
        total: Events so far
    """


@dataclass
class Point:
    """A point.

    Attributes:
        x: The column
        #! Point.y
        y: The row
    """

    x: int
