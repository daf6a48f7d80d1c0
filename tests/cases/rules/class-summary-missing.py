"""A class's docstring begins with its purpose."""

from dataclasses import dataclass


#! OnlySections
class OnlySections:
    """
    Responsibilities:
        - Count
    """


class Documented:
    """Counts."""


class Undocumented:
    pass


@dataclass
#! Record
class Record:
    """
    Attributes:
        x: The column
    """

    x: int
