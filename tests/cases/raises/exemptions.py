"""Whom the rules on exceptions leave alone."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Protocol, overload


def _private(value: int) -> None:
    raise ValueError(value)


class _Private:
    def check(self, value: int) -> None:
        """Not public either."""
        raise ValueError(value)


class Table:
    """Special methods are left alone, the constructor and the call apart."""

    def __getitem__(self, key: str) -> int:
        raise KeyError(key)

    def __iter__(self) -> Iterator[int]:
        raise TypeError("not iterable")

    def __enter__(self) -> "Table":
        raise RuntimeError("closed")

    def _check(self, key: str) -> None:
        raise KeyError(key)


class Backend(ABC):
    """Abstract methods are left alone."""

    @abstractmethod
    def load(self, key: str) -> str:
        """Load it.

        Raises:
            KeyError: If there is no such key
        """

    @abstractmethod
    def check(self, key: str) -> None:
        """Check it."""
        raise ValueError(key)  # expect: may=ValueError

    @abstractmethod
    def left_open(self) -> None:
        """Left open."""
        raise NotImplementedError  # expect: may=NotImplementedError

    def close(self) -> None:
        """A method with a body is asked."""
        raise RuntimeError("open")  # expect: raises=RuntimeError; finding=exception-undocumented


class MemoryBackend(Backend):
    """An override is documented where it overrides."""

    def load(self, key: str) -> str:
        raise KeyError(key)  # expect: raises=KeyError


class Loader(Protocol):
    """The bodies of protocols are left alone."""

    def load(self, key: str) -> str:
        """Load it.

        Raises:
            KeyError: If there is no such key
        """
        ...

    def check(self, key: str) -> None:
        """Check it."""
        raise ValueError(key)  # expect: may=ValueError


@overload
def keep(value: str) -> str: ...


@overload
def keep(value: int) -> int: ...


def keep(value):
    """The implementation is asked, not its overloads."""
    if value is None:
        raise TypeError(value)  # expect: raises=TypeError; finding=exception-undocumented
    return value


class Setting:
    """Setters and deleters are left alone: the property carries the documentation."""

    @property
    def value(self) -> str:
        """The value."""
        return "x"

    @value.setter
    def value(self, value: str) -> None:
        raise AttributeError(value)

    @value.deleter
    def value(self) -> None:
        raise AttributeError("value")
