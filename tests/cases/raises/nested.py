"""A raise in a nested function, a lambda or a local class does not leave the function around it."""

import functools
from collections.abc import Callable, Iterator


def closure(value: int) -> Callable[[], int]:
    """Hands out a function."""

    def check() -> int:
        if value < 0:
            raise ValueError(value)
        return value

    return check


def decorator(function: Callable[[int], int]) -> Callable[[int], int]:
    """Wraps a function."""

    @functools.wraps(function)
    def wrapped(value: int) -> int:
        if value < 0:
            raise ValueError(value)
        return function(value)

    return wrapped


def local_class() -> object:
    """Hands out an object."""

    class Checker:
        """Checks."""

        def check(self, value: int) -> None:
            raise ValueError(value)

    return Checker()


def async_closure() -> Callable[[], object]:
    """Hands out a coroutine function."""

    async def fail() -> None:
        raise ValueError("no")

    return fail


def beside(value: int) -> Callable[[], None]:
    """Only what stands outside the nested function counts."""

    def fail() -> None:
        raise KeyError(value)

    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented
    return fail


def generator(values: list[int]) -> Iterator[int]:
    """A generator raises when it runs, which is what its callers see."""
    for value in values:
        if value < 0:
            raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented
        yield value
