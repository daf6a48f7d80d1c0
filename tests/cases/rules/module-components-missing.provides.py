"""Arithmetic on whole numbers.

This module provides:
- double(): twice a number
"""


def double(x: int) -> int:
    return 2 * x
