"""Import time: decorators, default values and class bodies run when the module is imported, function bodies do not."""

import os
import subprocess
from collections.abc import Callable
from typing import IO

import requests


def noting(handle: IO[str]) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Make a decorator that changes nothing."""

    def decorate(function: Callable[[], None]) -> Callable[[], None]:
        return function

    return decorate


@noting(open("calls.txt", "a"))  # expect: effect=file-write; finding=side-effect-undocumented
def decorated() -> None:
    """The argument of the decorator runs, and not in this function."""


def with_default(value: int = os.umask(0)) -> int:  # expect: effect=environment; finding=side-effect-undocumented
    """The default runs, and not in this function."""
    return value


class Revision:
    """The body of a class runs."""

    number = subprocess.check_output(["git", "describe"])  # expect: effect=process; finding=side-effect-undocumented

    def fetch(self, page: str = requests.get("http://example.com").text) -> str:  # expect: effect=network; finding=side-effect-undocumented
        """The default of a method runs, and not in the method."""
        return page


later = lambda: os.remove("x")  # noqa: E731
