"""Arithmetic on whole numbers.

Key Components:
    - double: twice a number
    - double(x): likewise
    - `Number`: a number
    - Number.add(): adds
    - add: likewise
    - Number, double: together
    - LIMIT: the largest number
    - Path: imported
    #! example
    - triple(): not there
    #! example
    - Fraction: not there
    #! example
    - half_of: not there
    - Main validation class: does much
    - fast: as can be
    - config.json: the settings
"""

from pathlib import Path

LIMIT = 3


class Number:
    """A number."""

    def add(self, other: Path) -> None:
        """Add."""


def double(x: int) -> int:
    """Double."""
    return 2 * x


def _hidden() -> None:
    pass
