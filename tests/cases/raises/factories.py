"""Factories: what they make cannot be told unless their return annotation names it; a row, never an error."""

import vendor
from vendor import make_vendor_error


class LoadError(Exception):
    """Loading failed."""

    @classmethod
    def build(cls, text: str):
        """Make one."""
        return cls(text)

    @classmethod
    def typed(cls, text: str) -> "LoadError":
        """Make one."""
        return cls(text)


ERRORS = {1: LoadError, 2: ValueError}


def make_error(text: str):
    """Make some exception."""
    return LoadError(text)


def make_typed_error(text: str) -> LoadError:
    """Make an exception whose class is told."""
    return LoadError(text)


def make_quoted_error(text: str) -> "LoadError":
    """Make an exception whose class is told."""
    return LoadError(text)


def function() -> None:
    """The function tells nothing."""
    raise make_error("no")  # expect: raises=?


def typed_function() -> None:
    """The function tells the class."""
    raise make_typed_error("no")  # expect: raises=LoadError; finding=exception-undocumented


def quoted_function() -> None:
    """The function tells the class."""
    raise make_quoted_error("no") from None  # expect: raises=LoadError; finding=exception-undocumented


def typed_and_documented() -> None:
    """The function tells the class.

    Raises:
        LoadError: Always
    """
    raise make_typed_error("no")  # expect: raises=LoadError


def function_from_outside() -> None:
    """Nothing is known of the function."""
    raise make_vendor_error("no")  # expect: raises=?


def method_from_outside() -> None:
    """Nothing is known of the method."""
    raise vendor.factory().make("no")  # expect: raises=?


def class_method() -> None:
    """The method tells nothing."""
    raise LoadError.build("no")  # expect: raises=?


def typed_class_method() -> None:
    """The method tells the class."""
    raise LoadError.typed("no")  # expect: raises=LoadError; finding=exception-undocumented


def variable() -> None:
    """A variable that holds what a factory made."""
    error = make_error("no")
    raise error  # expect: raises=?


def variable_given_anew() -> None:
    """A variable that holds a known class first."""
    error = ValueError("no")
    error = make_error("no")
    raise error  # expect: raises=?


def parameter(error_class) -> None:
    """A parameter that makes it."""
    raise error_class("no")  # expect: raises=?


def parameter_itself(error) -> None:
    """A parameter that is it."""
    raise error  # expect: raises=?


def from_table(code: int) -> None:
    """A class out of a table."""
    raise ERRORS[code]("no")  # expect: raises=?


def same_type(text: str) -> int:
    """A class that is computed."""
    try:
        return int(text)
    except ValueError as error:
        raise type(error)("no") from error  # expect: raises=?


def told_to_raise_none() -> None:
    """What cannot be told contradicts nobody.

    Raises:
        None
    """
    raise make_error("no")  # expect: raises=?


class Reader:
    """Reads."""

    error_class = LoadError

    def __init__(self, failure) -> None:
        """Keep the class."""
        self.failure = failure

    def by_class_attribute(self) -> None:
        """An attribute that a subclass may set."""
        raise self.error_class("no")  # expect: raises=?

    def by_bare_attribute(self) -> None:
        """An attribute that a subclass may set."""
        raise self.error_class  # expect: raises=?

    def by_attribute(self) -> None:
        """An attribute that the constructor sets."""
        raise self.failure("no")  # expect: raises=?

    def by_method(self) -> None:
        """A method that tells nothing."""
        raise self.make("no")  # expect: raises=?

    def by_typed_method(self) -> None:
        """A method that tells the class."""
        raise self.make_typed("no")  # expect: raises=LoadError; finding=exception-undocumented

    def make(self, text: str):
        """Make some exception."""
        return LoadError(text)

    def make_typed(self, text: str) -> LoadError:
        """Make an exception whose class is told."""
        return LoadError(text)
