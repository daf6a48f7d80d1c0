"""Public classes have docstrings."""

import enum
from dataclasses import dataclass


#! Plain
class Plain:
    pass


class Documented:
    """Documented."""

    #! Documented.Inner
    class Inner:
        pass

    class _Hidden:
        pass


@dataclass
#! Record
class Record:
    x: int  # column


#! Colour
class Colour(enum.Enum):
    RED = 1


#! WrongError
class WrongError(Exception):
    pass


class _Private:
    pass
