"""The exceptions of the project."""


class AppError(Exception):
    """The base of all."""


class LoadError(AppError, OSError):
    """Loading failed."""


class ParseError(LoadError):
    """Parsing failed."""


def make_error(text: str) -> ParseError:
    """Make an exception."""
    return ParseError(text)


def check(text: str) -> None:
    """Check a text.

    Raises:
        ParseError: If it is empty
    """
    if not text:
        raise ParseError(text)  # expect: raises=ParseError
