"""``contextlib.suppress`` catches; other contexts do not."""

import contextlib
import threading
from contextlib import suppress

_LOCK = threading.Lock()


def suppressed(value: int) -> None:
    """Caught by its own name."""
    with contextlib.suppress(ValueError):
        raise ValueError(value)


def suppressed_imported(value: int) -> None:
    """Caught by its own name."""
    with suppress(KeyError, ValueError):
        raise ValueError(value)


def suppressed_ancestor(value: int) -> None:
    """Caught by an ancestor."""
    with suppress(LookupError):
        raise KeyError(value)


def suppressed_beside(value: int) -> None:
    """Caught by the second of two contexts."""
    with _LOCK, suppress(KeyError):
        raise KeyError(value)


def suppressed_around(value: int) -> None:
    """Caught further out."""
    with suppress(KeyError):
        with _LOCK:
            raise KeyError(value)


def not_suppressed(value: int) -> None:
    """A sibling is not caught."""
    with suppress(KeyError):
        raise IndexError(value)  # expect: raises=IndexError; finding=exception-undocumented


def after(value: int) -> None:
    """The context has ended."""
    with suppress(ValueError):
        value += 1
    raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented


def lock(value: int) -> None:
    """A lock catches nothing."""
    with _LOCK:
        raise ValueError(value)  # expect: raises=ValueError; finding=exception-undocumented


def file(path: str) -> None:
    """A file catches nothing."""
    with open(path) as handle:  # expect: effect=file-read
        raise ValueError(handle.read())  # expect: raises=ValueError; finding=exception-undocumented
