"""How often the garbage collector looks at what a build makes: rarely, and never at the contracts.

Documents hold cycles and must be collected, but by default Python looks for some after every 700 new objects: a
quarter of a build.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx.application import Sphinx

from sphinx_contracts.garbage import spare_the_end, without_collection

__all__ = ["collect_again", "collect_rarely", "kept"]

_NEW_OBJECTS = 10_000  # more of them gain little time and take much memory


def collect_rarely(app: Sphinx) -> None:
    """Look for garbage after more new objects than usual until the build ends, and not at the end of the process."""
    spare_the_end()
    usual = gc.get_threshold()
    if 0 < usual[0] < _NEW_OBJECTS:
        gc.set_threshold(_NEW_OBJECTS, *usual[1:])
        app.connect("build-finished", lambda *_: gc.set_threshold(*usual), priority=999)


@contextmanager
def kept() -> Iterator[None]:
    """Make many objects that stay until the build ends, and keep the collector from going through them."""
    with without_collection():
        yield
        gc.freeze()


def collect_again() -> None:
    """What was kept may go: another build in the same process needs none of it."""
    gc.unfreeze()
