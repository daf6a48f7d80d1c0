"""What a nested function raises comes through the call where the function around it calls it."""

from collections.abc import Callable


def called(value: int) -> int:  # expect: raises-via=ValueError; finding=exception-propagated
    """Calls it."""

    def checked() -> int:
        if value < 0:
            raise ValueError(value)
        return value

    return checked()


def caught(value: int) -> int:
    """Calls it and catches what it raises."""

    def checked() -> int:
        if value < 0:
            raise ValueError(value)
        return value

    try:
        return checked()
    except ValueError:
        return 0


def handed_out(value: int) -> Callable[[], int]:
    """Does not call it."""

    def checked() -> int:
        if value < 0:
            raise ValueError(value)
        return value

    return checked
