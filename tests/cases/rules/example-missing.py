"""Functions and methods show how they are used."""

import abc


#! plain
def plain() -> None:
    """Count."""


def shown() -> None:
    """Count.

    Example:
        shown()
    """


def usage() -> None:
    """Count.

    Quick Start:
        usage()
    """


def prompt() -> None:
    """Count.

    >>> prompt()
    """


def fenced() -> None:
    """Count.

    ```python
    fenced()
    ```
    """


def directive() -> None:
    """Count.

    .. code-block:: python

        directive()
    """


#! shape
def shape() -> None:
    """Count.

    ```json
    {"x": 1}
    ```
    """


#! empty
def empty() -> None:
    """Count.

    Example:
    """


def main() -> None:
    """Run."""


def undocumented() -> None:
    pass


class Base(abc.ABC):
    """A base."""

    def __init__(self) -> None:
        """Start."""

    #! Base.__call__
    def __call__(self) -> None:
        """Run."""

    def __len__(self) -> int:
        """Count."""
        return 1

    @property
    def speed(self) -> int:
        """The speed."""
        return 1

    @abc.abstractmethod
    #! Base.run
    def run(self) -> None:
        """Run."""

    #! Base.main
    def main(self) -> None:
        """Run."""


class Child(Base):
    """A child."""

    def run(self) -> None:
        """Run fast."""
