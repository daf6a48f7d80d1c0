"""A result is described only where there is one."""

import abc
import contextlib
from collections.abc import Callable
from typing import Any, Protocol


def wrap(function: Callable[[], Any]) -> Callable[[], Any]:
    """Wrap a function.

    Args:
        function: Any function

    Returns:
        The same function
    """
    return function


def annotated() -> None:
    """Print.

    Returns:
        #! annotated
        The text
    """
    print()


def when_cancelled() -> None:
    """Serve.

    Returns:
        This function only returns when cancelled.
    """
    print()


def only_some() -> None:
    """Print.

    Returns:
        #! only_some
        It only returns the first text
    """
    print()


def unannotated():
    """Print.

    Returns:
        #! unannotated
        The text
    """
    print()


@wrap
def decorated():
    """Print.

    Returns:
        The text
    """
    print()


@contextlib.contextmanager
def manager() -> None:
    """Hold a lock.

    Returns:
        The lock
    """
    yield


def none() -> None:
    """Print.

    Returns:
        None
    """
    print()


def none_and_more() -> None:
    """Print.

    :return: None; the text goes to standard output
    """
    print()


def nothing() -> None:
    """Print.

    Returns:
        Nothing. The text is printed
    """
    print()


def in_a_sentence() -> None:
    """Print.

    Returns:
        This function does not return anything
    """
    print()


def stub() -> None:
    """Print.

    Returns:
        The text
    """
    raise NotImplementedError


class Printer(abc.ABC):
    """Prints."""

    @abc.abstractmethod
    def show(self) -> None:
        """Print.

        Returns:
            The text
        """
        print()

    def unannotated(self):
        """Print.

        Returns:
            The text, in subclasses
        """
        print()


class Shows(Protocol):
    """Shows."""

    def show(self) -> None:
        """Print.

        Returns:
            The text
        """
        ...
