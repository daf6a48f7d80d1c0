"""What a decorator fills in gives no field a type."""

from dataclasses import dataclass

from docs import fill_doc


@fill_doc
@dataclass
class Point:
    """A point.

    Attributes
    ----------
    %(x)s
    """

    x: int
    #! Point.y
    y = 1
