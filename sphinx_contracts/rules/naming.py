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
from itertools import islice

__all__ = ["did_you_mean", "nearest"]

_MOST = 400  # comparing costs time for each candidate
_LONGEST = 100
_CLOSENESS = 0.75  # of 1; the usual 0.6 takes any two names with the same ending for one another


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that is closest to a given one.

    Args:
        name: A name that is not known
        known: The known names

    Returns:
        The closest one, None where none is near or there are too many

    Example:
        assert nearest("param-untypd", ["param-untyped", "too-complex"]) == "param-untyped"
    """
    candidates = list(islice(known, _MOST + 1))
    if len(name) > _LONGEST or len(candidates) > _MOST:
        return None
    close = sorted(item for item in candidates if abs(len(item) - len(name)) < 4)
    found = difflib.get_close_matches(name, close, 1, _CLOSENESS)
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
