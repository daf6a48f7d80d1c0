"""Uses the exceptions of another module."""

import project_errors.errors as errors
from project_errors import BaseError
from project_errors.errors import AppError, LoadError, ParseError, check, make_error
from project_errors.errors import LoadError as Failure


def imported(text: str) -> None:
    """Raise a class of another module."""
    raise ParseError(text)  # expect: raises=ParseError; finding=exception-undocumented


def dotted(text: str) -> None:
    """Raise a class of another module, by the module."""
    raise errors.ParseError(text)  # expect: raises=ParseError; finding=exception-undocumented


def caught(text: str) -> None:
    """Caught by an ancestor of another module."""
    try:
        raise ParseError(text)
    except AppError:
        pass


def caught_dotted(text: str) -> None:
    """Caught by an ancestor of another module, by the module."""
    try:
        raise ParseError(text)
    except errors.AppError:
        pass


def caught_reexported(text: str) -> None:
    """Caught by an ancestor under another name, from the package."""
    try:
        raise ParseError(text)
    except BaseError:
        pass


def caught_builtin(text: str) -> None:
    """Caught by a builtin ancestor."""
    try:
        raise ParseError(text)
    except OSError:
        pass


def not_caught(text: str) -> None:
    """A child of another module catches nothing."""
    try:
        raise LoadError(text)  # expect: raises=LoadError; finding=exception-undocumented
    except ParseError:
        pass


def documented_ancestor(text: str) -> None:
    """By an ancestor of another module.

    Raises:
        AppError: Always
    """
    raise ParseError(text)  # expect: raises=ParseError


def documented_reexported(text: str) -> None:
    """By an ancestor under another name, from the package.

    Raises:
        BaseError: Always
    """
    raise ParseError(text)  # expect: raises=ParseError


def documented_alias(text: str) -> None:
    """Under its own name in the docs, under another in the code.

    Raises:
        LoadError: Always
    """
    raise Failure(text)  # expect: raises=LoadError


def documented_qualified(text: str) -> None:
    """By its qualified name.

    Raises:
        project_errors.errors.ParseError: Always
    """
    raise ParseError(text)  # expect: raises=ParseError


def made(text: str) -> None:
    """Made by a factory of another module that tells the class."""
    raise make_error(text)  # expect: raises=ParseError; finding=exception-undocumented


def through_call(text: str) -> None:  # expect: raises-via=ParseError(check); finding=exception-propagated
    """Raised by a function of another module."""
    check(text)


def through_call_caught(text: str) -> None:
    """Raised by a function of another module, and caught by an ancestor."""
    try:
        check(text)
    except OSError:
        pass


def through_call_documented(text: str) -> None:  # expect: raises-via=ParseError(check)
    """Raised by a function of another module, and an ancestor is documented.

    Raises:
        AppError: If it is empty
    """
    check(text)


def only_documented(text: str) -> None:  # expect: raises-via=ParseError(check)
    """A class of the project is known, though this module does not import it by this name.

    Raises:
        errors.ParseError: If it is empty
    """
    check(text)
