"""A nested function runs where the function around it calls it."""

import os
from collections.abc import Callable


def called(path: str) -> None:
    """Calls it."""

    def remove() -> None:
        os.remove(path)

    remove()  # expect: via=file-write; finding=side-effect-propagated


def called_on_condition(path: str, dry: bool) -> None:
    """Calls it, or not."""

    def remove() -> None:
        os.remove(path)

    if not dry:
        remove()  # expect: via=file-write; finding=side-effect-propagated


def called_by_another(path: str) -> None:
    """Calls one that calls another."""

    def remove() -> None:
        os.remove(path)

    def clean() -> None:
        remove()

    clean()  # expect: via=file-write; finding=side-effect-propagated


def handed_out(path: str) -> Callable[[], None]:
    """Calls none of them."""

    def remove() -> None:
        os.remove(path)

    def clean() -> None:
        remove()

    return clean


def called_lambda(path: str) -> None:
    """Calls a lambda that has a name."""
    remove = lambda: os.remove(path)  # noqa: E731
    remove()  # expect: may=file-write; may=side-effect-propagated


def other_of_the_name(path: str) -> None:
    """Calls another function of the same name."""
    called(path)  # expect: via=file-write; finding=side-effect-propagated
