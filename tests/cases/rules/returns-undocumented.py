"""A value that is returned is described."""

import typing
from collections.abc import Awaitable, Coroutine, Iterator
from typing import Any, Never, NoReturn, Optional


#! annotated
def annotated() -> int:
    """Count."""
    return 1


#! returns_the
def returns_the() -> int:
    """Returns the number."""
    return 1


#! only_in_body
def only_in_body():
    """Count."""
    return 1


def nothing_in_body():
    """Count."""
    return


def explicit_none_in_body():
    """Count."""
    return None


def none() -> None:
    """Count."""


def quoted_none() -> "None":
    """Count."""


def ends() -> NoReturn:
    """Stop."""
    raise SystemExit(1)


def never() -> Never:
    """Stop."""
    raise SystemExit(1)


def never_dotted() -> typing.NoReturn:
    """Stop."""
    raise SystemExit(1)


async def awaited() -> Coroutine[Any, Any, None]:
    """Wait."""


def later() -> Awaitable[None]:
    """Wait."""


#! awaited_value
async def awaited_value() -> int:
    """Wait."""
    return 1


def described() -> int:
    """Count.

    Returns:
        The number
    """
    return 1


def type_only() -> int:
    """Count.

    Returns:
        int
    """
    return 1


def on_one_line() -> int:
    """Count.

    Returns: the number
    """
    return 1


def rest() -> int:
    """Count.

    :returns: the number
    """
    return 1


def rest_type() -> int:
    """Count.

    :rtype: int
    """
    return 1


def dict_with() -> dict[str, int]:
    """Count.

    Returns dict with:
        - words: int (number of words)
    """
    return {"words": 1}


def none_is_documented() -> Optional[int]:
    """Count.

    Returns:
        None
    """
    return None


#! none_is_wrong
def none_is_wrong() -> int:
    """Count.

    Returns:
        None
    """
    return 1


def generator() -> Iterator[int]:
    """Count up."""
    yield 1


#! iterator
def iterator() -> Iterator[int]:
    """Count up."""
    return iter([1])


def iterator_yields() -> Iterator[int]:
    """Count up.

    Yields:
        Each number
    """
    return (number for number in [1])


def undocumented() -> int:
    return 1


class Holder:
    """Holds a number."""

    def __init__(self) -> None:
        """Start."""

    @property
    def number(self) -> int:
        """The number."""
        return 1

    def __len__(self) -> int:
        """Count."""
        return 1

    #! Holder.__call__
    def __call__(self) -> int:
        """Count."""
        return 1
