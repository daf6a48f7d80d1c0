"""What ``__new__`` takes is described where it makes the objects."""

from enum import Enum


class Point(tuple):
    """A point."""

    #! Point.__new__
    def __new__(cls, x: int) -> "Point":
        """Make a point."""
        return super().__new__(cls, (x,))


class Status(int, Enum):
    """A status. Nobody calls what makes the members."""

    def __new__(cls, value: int, phrase: str) -> "Status":
        member = int.__new__(cls, value)
        member.phrase = phrase
        return member

    OK = 200, "OK"
