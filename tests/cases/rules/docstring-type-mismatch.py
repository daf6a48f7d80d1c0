"""Types in docstrings and annotations agree, where both are surely known."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, List, Optional, Protocol, TypeVar, Union

import numpy as np

T = TypeVar("T")
Alias = dict[str, int]


class Animal:
    """An animal."""


class Dog(Animal):
    """A dog."""


class Stone:
    """A stone."""


class Names(list[str]):
    """Names."""


class Closes(Protocol):
    """Can be closed."""

    def close(self) -> None:
        """Close."""


def result() -> list[int]:
    """Count.

    Returns:
        #! result
        dict: The counts
    """
    return []


def parameter(x: int, y: Optional[str], z: "bytes") -> None:
    """Count.

    Args:
        #! parameter
        x (str): A number
        #! parameter
        y (int): A text
        #! parameter
        z (str): Some bytes
    """


def numpy_style(x: int) -> str:
    """Count.

    Parameters
    ----------
    #! numpy_style
    x : list
        A number

    Returns
    -------
    #! numpy_style
    int
        A text
    """
    return ""


def rest_style(x: int) -> str:
    """Count.

    #! rest_style
    :param str x: A number
    :returns: A text
    :rtype: str
    """
    return ""


def project_classes(dog: Dog, stone: Stone) -> None:
    """Count.

    Args:
        dog (Animal): Any animal
        #! project_classes
        stone (Animal): No animal
    """


def subclass_of_builtin(names: Names) -> None:
    """Count.

    Args:
        names (list): The names
    """


def yields() -> Iterator[int]:
    """Count.

    Yields:
        #! yields
        str: A number
    """
    yield 1


def numbers(x: float, y: bool, z: int) -> None:
    """Count.

    Args:
        x (int): A number
        y (int): A flag
        z (float): A number
    """


def loosely(a: List[int], b: Union[int, str], c: frozenset[int], d: bytearray) -> None:
    """Count.

    Args:
        a (list): Numbers
        b (str): Either
        c (set): Numbers
        d (bytes): Data
    """


def unsure(
    a: Path, b: Any, c: object, d: T, e: Alias, f: Closes, g: Sequence[int], h: np.ndarray, i: "Unknown"
) -> None:
    """Count.

    Args:
        a (str): A file
        b (str): Anything
        c (str): Anything
        d (str): Anything
        e (list): Anything
        f (str): Anything
        g (str): Anything
        h (list): Anything
        i (str): Anything
    """


def words_are_no_types(a: int, b: str) -> bool:
    """Count.

    Args:
        a (integer): A number
        b (string or None): A text

    Returns:
        True: It worked
    """
    return True


def prose_is_no_type() -> bool:
    """Count.

    Returns:
        list of things: never empty
    """
    return True
