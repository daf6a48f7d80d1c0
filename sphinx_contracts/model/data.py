"""What is wrong in files of data that a documented format describes.

Positions are those of the data file. They are plain records: whoever checks a file makes them, and rules and commands
show them.

Key Components:
    - DataError: one place in a file
    - Sample: one file with everything that is wrong in it

Usage:
    from sphinx_contracts.model.data import DataError

    error = DataError(3, 13, 'expected number, found string "low"', "$.loss")
"""

from dataclasses import dataclass

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["DataError", "Sample"]


@fast_init
@dataclass(frozen=True, slots=True, order=True)
class DataError:
    """One thing that is wrong in a file of data."""

    line: int  # 1-based line of the file
    column: int  # 1-based column, in characters
    message: str  # what is wrong, one line
    path: str = "$"  # where inside the document: "$.recent_examples[0].step"


@fast_init
@dataclass(frozen=True, slots=True)
class Sample:
    """A real file of a documented format, and what is wrong in it."""

    path: str  # posix path, relative to the project
    errors: tuple[DataError, ...] = ()  # in order of their position
