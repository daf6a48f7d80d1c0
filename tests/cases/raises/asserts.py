"""An undocumented ``assert`` is a note, never an error."""


def undocumented(value: int) -> int:
    """Check."""
    assert value > 0  # expect: may=AssertionError; finding=exception-propagated
    return value


def with_text(value: int) -> int:
    """Check."""
    assert value > 0, "must be positive"  # expect: may=AssertionError; finding=exception-propagated
    return value


def documented(value: int) -> int:
    """Check.

    Raises:
        AssertionError: If the value is not positive
    """
    assert value > 0  # expect: may=AssertionError
    return value


def caught(value: int) -> int:
    """Check and catch."""
    try:
        assert value > 0
    except AssertionError:
        return 0
    return value


def nested(value: int) -> object:
    """Hands out a function that checks."""

    def check() -> None:
        assert value > 0

    return check


def _private(value: int) -> None:
    assert value > 0
