"""What a dict or a tuple holds is said."""

from collections.abc import Mapping
from typing import Any, Dict, Optional, Tuple


#! counts
def counts() -> dict[str, Any]:
    """Count.

    Returns:
        What was counted
    """
    return {}


#! announced
def announced() -> Optional[Dict[str, Any]]:
    """Count.

    Returns:
        Dict with the keys and values of the status format:
    """
    return {}


#! pair
def pair() -> Tuple[bool, str]:
    """Check.

    Returns:
        The outcome
    """
    return True, ""


#! bare
def bare() -> dict:
    """Count.

    Returns:
        What was counted
    """
    return {}


def fields() -> dict[str, Any]:
    """Count.

    Returns:
        Dict with:
            - words: int (number of words)
    """
    return {}


def shape() -> dict[str, Any]:
    """Count.

    Returns:
        {
            "words": 1
        }
    """
    return {}


def same() -> dict[str, Any]:
    """Change.

    Returns:
        Transformed example with same structure
    """
    return {}


def keyed() -> Mapping[str, Any]:
    """Count.

    Returns:
        Name of each file to what it holds
    """
    return {}


def typed() -> dict[str, int]:
    """Count.

    Returns:
        The counts
    """
    return {}


def by_position() -> tuple[bool, str]:
    """Check.

    Returns:
        (is_valid, reason)
    """
    return True, ""


def told() -> tuple[bool, str]:
    """Check.

    Returns:
        Whether it is valid and the reason
    """
    return True, ""


def alike() -> tuple[int, ...]:
    """Count.

    Returns:
        The counts
    """
    return ()


def nothing_said() -> dict[str, Any]:
    """Count."""
    return {}
