"""The letter of the standard, off unless asked for: a Side Effects section on every callable."""

# settings: {"rules": {"side-effects-section-missing": "error"}}

import os
from abc import ABC, abstractmethod


def without(value: int) -> int:  # expect: finding=side-effects-section-missing
    """Double."""
    return 2 * value


def with_other_sections(value: int) -> int:  # expect: finding=side-effects-section-missing
    """Double.

    Args:
        value: What to double

    Returns:
        The double
    """
    return 2 * value


def with_section(path: str) -> None:
    """Remove.

    Side Effects:
        - Removes the file
    """
    os.remove(path)  # expect: effect=file-write


def with_none(value: int) -> int:
    """Double.

    Side Effects:
        None
    """
    return 2 * value


def _private(value: int) -> int:
    """Double."""
    return 2 * value


class Backend(ABC):
    """Keeps things."""

    @abstractmethod
    def save(self, key: str) -> None:
        """Keep it.

        Side Effects:
            None
        """

    def __len__(self) -> int:
        """Special methods are left alone."""
        return 0


class MemoryBackend(Backend):
    """Overrides are documented where they override."""

    def save(self, key: str) -> None:
        return None
