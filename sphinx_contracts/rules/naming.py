"""Names that are nearly right: what was probably meant.

Messages that name the nearest valid name save a look into the reference.

Key Components:
    - nearest: the known name that is closest to one that is not known
    - did_you_mean: the same as the end of a message

Usage:
    from sphinx_contracts.rules.naming import did_you_mean

    assert did_you_mean("pth", ["path"]) == "; did you mean 'path'?"
"""

import difflib
from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

_MOST = 200  # comparing costs time for each candidate
_LONGEST = 100


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that is closest to a given one.

    Args:
        name: A name that is not known
        known: The known names

    Returns:
        The closest one, None where none is near

    Example:
        assert nearest("param-untypd", ["param-untyped", "too-complex"]) == "param-untyped"
    """
    candidates = sorted(item for item in set(known) if len(item) <= _LONGEST)
    if len(name) > _LONGEST or len(candidates) > _MOST:
        return None
    found = difflib.get_close_matches(name, candidates, 1)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Write a hint for the end of a message.

    Args:
        name: A name that is not known
        known: The known names

    Returns:
        "; did you mean 'NAME'?", "" where no name is near

    Example:
        hint = did_you_mean("pth", ["path"])
    """
    found = nearest(name, known)
    return f"; did you mean '{found}'?" if found is not None else ""
