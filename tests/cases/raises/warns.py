"""A warning without a Warns section is a note."""

import logging
import warnings
from warnings import warn

logger = logging.getLogger(__name__)


def undocumented(value: int) -> int:
    """Double."""
    warnings.warn("old", DeprecationWarning, stacklevel=2)  # expect: finding=warning-undocumented
    return 2 * value


def undocumented_imported(value: int) -> int:
    """Double."""
    warn("old", stacklevel=2)  # expect: finding=warning-undocumented
    return 2 * value


def documented(value: int) -> int:
    """Double.

    Warns:
        DeprecationWarning: Always
    """
    warnings.warn("old", DeprecationWarning, stacklevel=2)
    return 2 * value


def documented_in_numpy_style(value: int) -> int:
    """Double.

    Warns
    -----
    DeprecationWarning
        Always
    """
    warnings.warn("old", DeprecationWarning, stacklevel=2)
    return 2 * value


def logged(value: int) -> int:
    """Another kind of warning."""
    logger.warning("old")  # expect: effect=log
    return 2 * value


def nested() -> object:
    """Hands out a function that warns."""

    def old() -> None:
        warnings.warn("old", stacklevel=2)

    return old


def own(warn: object) -> None:
    """A parameter of the same name."""
    warn("old")


def _private() -> None:
    warnings.warn("old", stacklevel=2)
