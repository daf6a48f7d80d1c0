"""A documented exception that nothing can raise: a note, where every call is known and none can raise it."""

import json
from collections.abc import Callable, Iterator
from typing import Protocol

import vendor


class LoadError(ValueError):
    """Loading failed."""


class Loader(Protocol):
    """Loads."""

    def load(self) -> str:
        """Load it."""
        ...


def _same(value: int) -> int:
    return value


def _check(value: int) -> int:
    if value < 0:
        raise LoadError(value)
    return value


def no_call(value: int) -> int:
    """Nothing is called.

    Raises:
        ValueError: If the value is negative
    """  # expect: finding=exception-unraised at ValueError
    return value


def known_call(value: int) -> int:
    """What is called raises nothing.

    Raises:
        ValueError: If the value is negative
    """  # expect: finding=exception-unraised at ValueError
    return _same(value)


def another_raised(value: int) -> int:
    """Another one is raised.

    Raises:
        KeyError: If the value is negative
        OSError: If the disk is full
    """  # expect: finding=exception-unraised at OSError
    if value:
        raise KeyError(value)  # expect: raises=KeyError
    return value


def compared(value: int) -> bool:
    """Whether an operator counts as a call that may raise it is not said.

    Raises:
        ValueError: If the value is negative
    """  # expect: may=exception-unraised at ValueError
    return value < 0


def caught(value: int) -> int:
    """It is raised and caught.

    Raises:
        KeyError: If the value is negative
    """  # expect: finding=exception-unraised at KeyError
    try:
        raise KeyError(value)
    except KeyError:
        return 0


def raised(value: int) -> int:
    """It is raised.

    Raises:
        ValueError: If the value is negative
    """
    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError
    return value


def child_raised(value: int) -> int:
    """A child of it is raised.

    Raises:
        ValueError: If the value is negative
    """
    if value < 0:
        raise LoadError(value)  # expect: raises=LoadError
    return value


def callee_raises(value: int) -> int:  # expect: raises-via=LoadError
    """What is called raises it.

    Raises:
        LoadError: If the value is negative
    """
    return _check(value)


def callee_raises_child(value: int) -> int:  # expect: raises-via=LoadError
    """What is called raises a child of it.

    Raises:
        ValueError: If the value is negative
    """
    return _check(value)


def unknown_call(action: Callable[[], int]) -> int:
    """Nobody knows what is called.

    Raises:
        ValueError: If the action fails
    """
    return action()


def call_from_outside(text: str) -> object:
    """What is called stands outside the project.

    Raises:
        OSError: If the text cannot be loaded
    """
    return vendor.load(text)


def standard_library(text: str) -> object:
    """What is called stands in the standard library.

    Raises:
        ValueError: If the text is no JSON
    """
    return json.loads(text)


def builtin_call(text: str) -> int:
    """What is called is a builtin that raises it.

    Raises:
        ValueError: If the text is no number
    """
    return int(text)


def division(value: int) -> float:
    """An operator raises it.

    Raises:
        ZeroDivisionError: If the value is zero
    """
    return 1 / value


def subscript(table: dict[str, int], key: str) -> int:
    """A subscript raises it.

    Raises:
        KeyError: If there is no such key
    """
    return table[key]


def attribute(value: object) -> object:
    """An attribute raises it.

    Raises:
        AttributeError: If there is no such attribute
    """
    return value.missing


def protocol_call(loader: Loader) -> str:
    """What is called is any implementation of a protocol.

    Raises:
        OSError: If it cannot be loaded
    """
    return loader.load()


def factory(value: int) -> None:
    """What is raised cannot be told.

    Raises:
        ValueError: Always
    """
    raise vendor.make(value)  # expect: raises=?


def again(value: int) -> None:
    """What is raised again cannot be told.

    Raises:
        OSError: If the disk is full
    """
    try:
        _same(value)
    except Exception:
        raise  # expect: raises=?


@vendor.checked
def decorated(value: int) -> int:
    """The decorator may raise it.

    Raises:
        ValueError: If the value is negative
    """
    return value


def stub(value: int) -> int:
    """There is no body yet.

    Raises:
        ValueError: If the value is negative
    """


def left_open(value: int) -> int:
    """There is no body yet.

    Raises:
        ValueError: If the value is negative
    """
    raise NotImplementedError  # expect: raises=NotImplementedError


def generator(values: Iterator[int]) -> Iterator[int]:
    """What it goes through may raise it.

    Raises:
        ValueError: If a value is negative
    """
    yield from values


def _private(value: int) -> int:
    """Nothing is called.

    Raises:
        ValueError: If the value is negative
    """
    return value
