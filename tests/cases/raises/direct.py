"""A raise in a function's own body: an error where nothing documents it, whatever form it has."""

import json
import json as codec

import vendor
from vendor import errors
from vendor.errors import Refused


class LoadError(Exception):
    """Loading failed."""


def called(value: int) -> int:
    """Raise an instance."""
    if value < 0:
        raise ValueError("negative")  # expect: raises=ValueError; finding=exception-undocumented
    return value


def bare_class(value: int) -> int:
    """Raise a class."""
    if value < 0:
        raise ValueError  # expect: raises=ValueError; finding=exception-undocumented
    return value


def own_class() -> None:
    """Raise a class of the project."""
    raise LoadError("no")  # expect: raises=LoadError; finding=exception-undocumented


def dotted(text: str) -> None:
    """Raise a class of a module."""
    raise json.JSONDecodeError("no", text, 0)  # expect: raises=JSONDecodeError; finding=exception-undocumented


def dotted_alias(text: str) -> None:
    """Raise a class of a module with another name."""
    raise codec.JSONDecodeError("no", text, 0)  # expect: raises=JSONDecodeError; finding=exception-undocumented


def imported() -> None:
    """Raise a class from outside the project."""
    raise Refused("no")  # expect: raises=Refused; finding=exception-undocumented


def imported_dotted() -> None:
    """Raise a class from outside the project."""
    raise errors.Refused("no")  # expect: raises=Refused; finding=exception-undocumented


def imported_inside() -> None:
    """Raise a class imported where it is used."""
    from vendor.errors import Gone

    raise Gone("no")  # expect: raises=Gone; finding=exception-undocumented


def chained(text: str) -> int:
    """Raise with a cause."""
    try:
        return int(text)
    except TypeError as error:
        raise LoadError(text) from error  # expect: raises=LoadError; finding=exception-undocumented


def unchained(text: str) -> int:
    """Raise without a cause."""
    try:
        return int(text)
    except TypeError:
        raise LoadError(text) from None  # expect: raises=LoadError; finding=exception-undocumented


def with_traceback(text: str) -> int:
    """Raise with a traceback."""
    try:
        return int(text)
    except TypeError as error:
        raise LoadError(text).with_traceback(error.__traceback__)  # expect: raises=LoadError; finding=exception-undocumented


def class_with_traceback(text: str) -> int:
    """Raise with a traceback and a cause."""
    try:
        return int(text)
    except TypeError as error:
        raise LoadError(text).with_traceback(error.__traceback__) from error  # expect: raises=LoadError; finding=exception-undocumented


def variable(value: int) -> None:
    """Raise what has been made before."""
    error = ValueError(value)
    raise error  # expect: raises=ValueError; finding=exception-undocumented


def variable_with_note(value: int) -> None:
    """Raise what has been made before, with a note."""
    error = LoadError(value)
    error.add_note("sorry")
    raise error  # expect: raises=LoadError; finding=exception-undocumented


def variable_with_cause(text: str) -> int:
    """Raise what has been made before, with a cause."""
    try:
        return int(text)
    except TypeError as cause:
        failure = LoadError(text)
        raise failure from cause  # expect: raises=LoadError; finding=exception-undocumented


def group(values: list[int]) -> None:
    """Raise a group, which is what leaves, and not its members."""
    raise ExceptionGroup("no", [ValueError(value) for value in values])  # expect: raises=ExceptionGroup; finding=exception-undocumented


def nested_class(key: str) -> None:
    """Raise a class inside a class."""
    raise Reader.Missing(key)  # expect: raises=Missing; finding=exception-undocumented


def twice(value: int) -> int:
    """One name is one finding, at the first place."""
    if value < 0:
        raise ValueError("negative")  # expect: raises=ValueError; finding=exception-undocumented
    if value > 9:
        raise ValueError("large")  # expect: may=ValueError
    return value


def two_names(value: int) -> int:
    """Two names are two findings."""
    if value < 0:
        raise ValueError("negative")  # expect: raises=ValueError; finding=exception-undocumented
    if value > 9:
        raise LookupError("large")  # expect: raises=LookupError; finding=exception-undocumented
    return value


def in_loop(values: list[int]) -> None:
    """A raise in a loop."""
    for value in values:
        while value:
            raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented


def in_match(value: object) -> int:
    """A raise in a case."""
    match value:
        case int():
            return value
        case _:
            raise TypeError("no number")  # expect: raises=TypeError; finding=exception-undocumented


async def in_coroutine() -> None:
    """A raise in a coroutine."""
    raise ValueError("no")  # expect: raises=ValueError; finding=exception-undocumented


class Reader:
    """Reads."""

    class Missing(KeyError):
        """There is nothing."""

    def __init__(self, path: str) -> None:
        """A constructor is asked."""
        if not path:
            raise ValueError("empty")  # expect: raises=ValueError; finding=exception-undocumented
        self.path = path

    def __call__(self) -> None:
        """So is a call of the object."""
        raise LoadError("no")  # expect: raises=LoadError; finding=exception-undocumented

    def read(self) -> str:
        """So is a method."""
        raise LoadError(self.path)  # expect: raises=LoadError; finding=exception-undocumented

    @property
    def size(self) -> int:
        """So is a property."""
        raise LoadError(self.path)  # expect: raises=LoadError; finding=exception-undocumented

    @classmethod
    def find(cls) -> None:
        """So is a method of the class."""
        raise LookupError("none")  # expect: raises=LookupError; finding=exception-undocumented

    @staticmethod
    def check(path: str) -> None:
        """So is a static method."""
        raise LookupError(path)  # expect: raises=LookupError; finding=exception-undocumented


def made_not_raised(value: int) -> Exception:
    """An exception that is returned is not raised."""
    error = ValueError(value)
    return error


def from_outside(value: int) -> int:
    """What a function outside the project raises is not known."""
    return vendor.check(value)
