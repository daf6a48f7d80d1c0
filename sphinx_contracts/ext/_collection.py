"""How often the garbage collector looks at what a build makes: rarely, and until the build ends never at contracts.

Documents hold cycles and must be collected, but Python looks for some after every 700 new objects (2,000 since Python
3.13). Measured with 3.11, looking for it was a fifth of a full build.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx_contracts.garbage import without_collection

__all__ = ["collect_as_usual", "collect_rarely", "kept"]

_NEW_OBJECTS = 10_000  # more of them gained little time and took much memory


class _Changed:
    """What a build has changed of the collector, to be undone at its end."""

    usual: tuple[int, int, int] | None = None  # the thresholds as they were
    is_frozen: bool = False  # there was nothing frozen before


_changed = _Changed()


def collect_rarely() -> None:
    """Look for garbage after more new objects than usual.

    Where the last build in this process has failed before it could undo that, it is undone first.
    """
    collect_as_usual()
    usual = gc.get_threshold()
    if 0 < usual[0] < _NEW_OBJECTS:
        _changed.usual = usual
        gc.set_threshold(_NEW_OBJECTS, *usual[1:])


def collect_as_usual() -> None:
    """Look for garbage as often as before the build, and among everything; what others have set meanwhile stays."""
    if _changed.is_frozen:
        gc.unfreeze()
        _changed.is_frozen = False
    if _changed.usual is not None:
        if gc.get_threshold()[0] == _NEW_OBJECTS:
            gc.set_threshold(*_changed.usual)
        _changed.usual = None


@contextmanager
def kept() -> Iterator[None]:
    """Make many objects that stay, and keep the collector from going through them, and through what else there is.

    It may again after ``collect_as_usual``. Where somebody has frozen objects already, nothing is added to them, since
    they could not be told apart.
    """
    with without_collection():
        yield
        if _changed.is_frozen or not gc.get_freeze_count():
            gc.freeze()
            _changed.is_frozen = True
