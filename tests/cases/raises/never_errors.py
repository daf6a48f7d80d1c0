"""Exceptions that need no documentation: shown, never an error."""

import sys


def not_implemented() -> None:
    """Left open."""
    raise NotImplementedError  # expect: raises=NotImplementedError


def not_implemented_with_text() -> None:
    """Left open."""
    raise NotImplementedError("later")  # expect: raises=NotImplementedError


def assertion(value: int) -> int:
    """A branch that is never reached."""
    if value:
        raise AssertionError("unreachable")  # expect: raises=AssertionError
    return value


def stop() -> None:
    """The end of an iteration."""
    raise StopIteration  # expect: raises=StopIteration


def leave() -> None:
    """The end of the program."""
    raise SystemExit(1)  # expect: raises=SystemExit


def leave_by_function() -> None:
    """The end of the program: an effect, and no raise."""
    sys.exit(1)  # expect: effect=exit


def bare_exception() -> None:
    """What says nothing cannot be documented."""
    raise Exception("no")  # expect: raises=Exception


def told_to_raise_none() -> None:
    """Left open, which contradicts nobody.

    Raises:
        None
    """
    raise NotImplementedError  # expect: raises=NotImplementedError


def beside_another(value: int) -> None:
    """Only the other one is an error."""
    if value:
        raise NotImplementedError(value)  # expect: raises=NotImplementedError
    raise RuntimeError(value)  # expect: raises=RuntimeError; finding=exception-undocumented
