"""Nested functions and lambdas do not run where they stand; a function that is handed on is not called."""

import os
import subprocess
from collections.abc import Callable, Iterator


def closure(path: str) -> Callable[[], None]:
    """Hands out a function."""

    def remove() -> None:
        os.remove(path)

    return remove


def deferred(path: str) -> Callable[[], None]:
    """Hands out a lambda."""
    return lambda: os.remove(path)


def decorator(function: Callable[[], None]) -> Callable[[], None]:
    """Wraps a function."""

    def wrapped() -> None:
        subprocess.run(["before"])
        function()

    return wrapped


def handed_on(paths: list[str]) -> Iterator[None]:
    """Hands a function on, which is no call."""
    return map(os.remove, paths)


def named(path: str) -> Callable[[str], None]:
    """Gives a function another name, which is no call."""
    action = os.remove if path else os.unlink
    return action


def local_class(path: str) -> object:
    """Methods of a local class do not run either."""

    class Remover:
        """Removes."""

        def remove(self) -> None:
            os.remove(path)

    return Remover()


def nested_default(path: str) -> Callable[[], object]:
    """The default of a nested function runs where it stands."""

    def read(handle: object = open(path, "w")) -> object:  # expect: effect=file-write; finding=side-effect-undocumented
        return handle

    return read


def beside(path: str) -> Callable[[], None]:
    """Only what stands outside the nested function counts."""

    def remove() -> None:
        os.remove(path)

    os.mkdir(path)  # expect: effect=file-write; finding=side-effect-undocumented
    return remove
