"""What other tools get wrong about exceptions."""

import json

from vendor import make_vendor_error


class LoadError(Exception):
    """Loading failed."""


def raised_and_caught(value: int) -> int:
    """Raised and caught in the same function."""
    try:
        raise ValueError(value)
    except ValueError:
        return 0


def documented_parent(path: str) -> None:
    """The parent is documented, the child is raised.

    Raises:
        OSError: If there is no file
    """
    raise FileNotFoundError(path)  # expect: raises=FileNotFoundError


def documented_builtin_parent(key: str) -> None:
    """The parent is documented, the child is raised.

    Raises:
        LookupError: If there is no such key
    """
    raise KeyError(key)  # expect: raises=KeyError


def _check(value: int) -> None:
    if value < 0:
        raise ValueError(value)


def raised_by_callee(value: int) -> None:  # expect: raises-via=ValueError(_check)
    """Documented, and raised by a callee.

    Raises:
        ValueError: If the value is negative
    """
    _check(value)


def raised_by_standard_library(text: str) -> object:
    """Documented, and raised by the standard library.

    Raises:
        json.JSONDecodeError: If the text is no JSON
    """
    return json.loads(text)


def factory() -> None:
    """A factory has no name that could be documented."""
    raise make_vendor_error("no")  # expect: raises=?


def variable(value: int) -> None:
    """A variable is no exception's name.

    Raises:
        LoadError: If there is a value
    """
    error = LoadError(value)
    raise error  # expect: raises=LoadError


def handler_name(text: str) -> int:
    """Nor is the name of a handler.

    Raises:
        ValueError: If the text is no number
    """
    try:
        return int(text)
    except ValueError as error:
        raise error  # expect: raises=ValueError


class Reader:
    """Reads."""

    error_class = LoadError

    def fail(self) -> None:
        """Nor is an attribute."""
        raise self.error_class("no")  # expect: raises=?


def returns_none(value: int) -> None:
    """Saying that nothing is returned is right.

    Returns:
        None

    Raises:
        ValueError: If there is a value
    """
    raise ValueError(value)  # expect: raises=ValueError


def helper_that_raises(value: int) -> int:
    """A function whose docstring has no sections is asked as well."""
    if value < 0:
        raise LoadError(value)  # expect: raises=LoadError; finding=exception-undocumented
    return value
