"""The letter of the standard, off unless asked for: a Raises section on every callable."""

# settings: {"rules": {"raises-section-missing": "error"}}

from abc import ABC, abstractmethod


def without(value: int) -> int:  # expect: finding=raises-section-missing
    """Double."""
    return 2 * value


def with_other_sections(value: int) -> int:  # expect: finding=raises-section-missing
    """Double.

    Args:
        value: What to double

    Returns:
        The double
    """
    return 2 * value


def with_section(value: int) -> int:
    """Double.

    Raises:
        ValueError: If the value is negative
    """
    if value < 0:
        raise ValueError(value)  # expect: raises=ValueError
    return 2 * value


def with_none(value: int) -> int:
    """Double.

    Raises:
        None
    """
    return 2 * value


def _private(value: int) -> int:
    """Double."""
    return 2 * value


class Backend(ABC):
    """Keeps things."""

    @abstractmethod
    def load(self, key: str) -> str:
        """Load it.

        Raises:
            KeyError: If there is no such key
        """

    def __len__(self) -> int:
        """Special methods are left alone."""
        return 0


class MemoryBackend(Backend):
    """Overrides are documented where they override."""

    def load(self, key: str) -> str:
        raise KeyError(key)  # expect: raises=KeyError
