"""Whom the rules on side effects leave alone."""

import os
import subprocess
from abc import ABC, abstractmethod
from typing import Protocol, overload


def _private(path: str) -> None:
    os.remove(path)


class _Private:
    def remove(self, path: str) -> None:
        """Not public either."""
        os.remove(path)


class Manager:
    """Special methods are left alone, the constructor and the call apart."""

    def __enter__(self) -> "Manager":
        os.mkdir("x")
        return self

    def __exit__(self, *error: object) -> None:
        os.rmdir("x")

    def __del__(self) -> None:
        os.remove("x")

    def _clean(self) -> None:
        os.remove("x")


class Backend(ABC):
    """Abstract methods are left alone."""

    @abstractmethod
    def save(self, path: str) -> None:
        """Keep it.

        Side Effects:
            - Writes the file at ``path``
        """

    @abstractmethod
    def remove(self, path: str) -> None:
        """Remove it."""
        os.remove(path)  # expect: may=file-write

    def close(self) -> None:
        """A method with a body is asked."""
        os.remove("x")  # expect: effect=file-write; finding=side-effect-undocumented


class FileBackend(Backend):
    """An override is documented where it overrides."""

    def save(self, path: str) -> None:
        open(path, "w").close()  # expect: effect=file-write


class Runner(Protocol):
    """The bodies of protocols are left alone."""

    def run(self, command: list[str]) -> None:
        """Run it."""
        subprocess.run(command)  # expect: may=process


@overload
def keep(path: str) -> str: ...


@overload
def keep(path: bytes) -> bytes: ...


def keep(path):
    """The implementation is asked, not its overloads."""
    os.mkdir(path)  # expect: effect=file-write; finding=side-effect-undocumented
    return path


class Setting:
    """Setters and deleters are left alone: the property carries the documentation."""

    @property
    def value(self) -> str:
        """The value."""
        return "x"

    @value.setter
    def value(self, value: str) -> None:
        os.putenv("VALUE", value)

    @value.deleter
    def value(self) -> None:
        os.unsetenv("VALUE")
