"""How often the garbage collector looks at what a build makes: rarely, and never at what stays to the end.

Documents hold cycles and must be collected, but by default Python looks for some after every 700 new objects: a
quarter of a build. Contracts refer to each other in one direction only, so there is nothing to collect. Nor need
anything be at the end of the process, where Python goes through all that it holds as long as it took to read it.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx.application import Sphinx

__all__ = ["collect_again", "collect_rarely", "without_collection"]

_NEW_OBJECTS = 10_000  # more of them gain little time and take much memory


def collect_rarely(app: Sphinx) -> None:
    """Look for garbage after more new objects than usual until the build ends, and not at the end of the process."""
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    usual = gc.get_threshold()
    if 0 < usual[0] < _NEW_OBJECTS:
        gc.set_threshold(_NEW_OBJECTS, *usual[1:])
        app.connect("build-finished", lambda *_: gc.set_threshold(*usual), priority=999)


@contextmanager
def without_collection() -> Iterator[None]:
    """Make many objects that stay, and keep the collector from going through them again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def collect_again() -> None:
    """What was to stay may go: another build in the same process needs none of it."""
    gc.unfreeze()
