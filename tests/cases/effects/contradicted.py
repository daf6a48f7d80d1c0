"""What docs deny and code does: a denial is held against every effect that is sure."""

import logging
import os
import subprocess

logger = logging.getLogger(__name__)
_names: list[str] = []


def section_none(path: str) -> None:
    """Remove.

    Side Effects:
        None
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-contradicted


def heading_none(path: str) -> None:
    """Remove.

    Side Effects: None
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-contradicted


def section_prose(command: list[str]) -> None:
    """Run.

    Side Effects:
        No side effects.
    """
    subprocess.run(command)  # expect: effect=process; finding=side-effect-contradicted


def prose(path: str) -> None:
    """Remove.

    This function has no side effects.
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-contradicted; may=side-effect-undocumented


def pure(name: str) -> str:
    """Look a name up.

    This is a pure function.
    """
    _names.append(name)  # expect: effect=global-state; finding=side-effect-contradicted; may=side-effect-undocumented
    return name


def not_pure(path: str) -> None:
    """Remove.

    This is not a pure function.
    """
    os.remove(path)  # expect: effect=file-write; finding=side-effect-undocumented


def about_another(path: str) -> None:
    """Remove.

    Side Effects:
        - Removes the file
        - No network access
    """
    os.remove(path)  # expect: effect=file-write


def none_and_nothing(value: int) -> int:
    """Double.

    Side Effects:
        None
    """
    return 2 * value


def pure_and_nothing(value: int) -> int:
    """Double, as a pure function with no side effects."""
    return 2 * value


def none_and_log(value: int) -> int:
    """Double; logging is never an error.

    Side Effects:
        None
    """
    logger.debug("doubling")  # expect: effect=log
    return 2 * value


def none_and_reading(path: str) -> str:
    """Read; reading is never an error.

    Side Effects:
        None
    """
    with open(path) as handle:  # expect: effect=file-read
        return handle.read()


def none_and_argument(items: list[int]) -> None:
    """Append; changing an argument is never an error.

    Side Effects:
        None
    """
    items.append(1)  # expect: effect=argument-mutation


def none_and_likely(place) -> None:
    """Make room, perhaps: what is only likely contradicts nobody.

    Side Effects:
        None
    """
    place.mkdir()  # expect: likely=file-write


def _remove(path: str) -> None:
    os.remove(path)


def none_and_through_a_call(path: str) -> None:
    """Remove: what comes through a call is at most a note.

    Side Effects:
        None
    """
    _remove(path)  # expect: via=file-write(_remove); finding=side-effect-propagated


class Counter:
    """Counts."""

    def __init__(self) -> None:
        """Start at zero."""
        self.count = 0

    def add(self) -> None:
        """Add one; changing oneself is never an error.

        Side Effects:
            None
        """
        self.count += 1  # expect: effect=self-state
