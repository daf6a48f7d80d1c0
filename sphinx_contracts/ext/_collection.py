"""How often the garbage collector looks at what a build makes: rarely, and until the build ends never at contracts.

Documents hold cycles and must be collected, but Python looks for some after every 700 new objects (2,000 since Python
3.13). Measured with 3.11, that was a fifth of a full build.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx_contracts.garbage import without_collection

__all__ = ["collect_as_usual", "collect_rarely", "kept"]

_NEW_OBJECTS = 10_000  # more of them gained little time and took much memory

_usual: list[tuple[int, int, int]] = []  # the thresholds as they were, while a build runs


def collect_rarely() -> None:
    """Look for garbage after more new objects than usual.

    Where the last build in this process has failed before it could make that undone, it is made undone first.
    """
    collect_as_usual()
    usual = gc.get_threshold()
    if 0 < usual[0] < _NEW_OBJECTS:
        _usual.append(usual)
        gc.set_threshold(_NEW_OBJECTS, *usual[1:])


def collect_as_usual() -> None:
    """Look for garbage as often as before, and among everything: another build needs nothing of this one."""
    gc.unfreeze()
    while _usual:
        gc.set_threshold(*_usual.pop())


@contextmanager
def kept() -> Iterator[None]:
    """Make many objects that stay, and keep the collector from going through them, and through what else there is.

    It may again after ``collect_as_usual``.
    """
    with without_collection():
        yield
        gc.freeze()
