"""Python's garbage collector, kept from looking at what holds no garbage.

Syntax trees and contracts refer to each other in one direction only: no cycles, so nothing to collect, and looking for
some takes longer than parsing. Nor need anything be collected at the end of a process, where Python goes once more
through all that it holds.

Key Components:
    - without_collection: nothing is collected inside
    - spare_the_end: nothing is collected at the end of the process

Usage:
    from sphinx_contracts.garbage import without_collection

    with without_collection():
        tree = ast.parse(text)
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["spare_the_end", "without_collection"]


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the collector from looking for cycles among many new objects that hold none.

    Yields:
        None

    Side Effects:
        - Switches the garbage collector off, and on again where it was on

    Example:
        with without_collection():
            trees = [ast.parse(text) for text in texts]
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def spare_the_end() -> None:
    """Leave out the collection at the end of the process: its memory goes back as a whole.

    Side Effects:
        - Registers a function that is called when the interpreter exits, and takes away an earlier registration of it

    Example:
        spare_the_end()
    """
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
