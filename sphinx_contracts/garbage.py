"""Python's garbage collector, kept from looking at what holds no garbage.

Syntax trees and contracts refer to each other in one direction only: no cycles, so nothing to collect, and looking for
some takes longer than parsing.

Key Components:
    - without_collection: nothing is collected inside
    - stop_collection: nothing is collected from here on, for a program of its own
    - collect_what_comes: what there is stays, what comes is collected

Usage:
    from sphinx_contracts.garbage import without_collection

    with without_collection():
        tree = ast.parse(text)
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collect_what_comes", "stop_collection", "without_collection"]


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


def stop_collection() -> None:
    """Collect nothing from here on, not even when the process ends, where Python goes through everything once more.

    Only for a program that is ours but for its plug-ins: objects in cycles are never finalized, so a file that is left
    open in one loses what was not written.

    Side Effects:
        - Switches the garbage collector off
        - Registers a function that is called when the interpreter exits, and takes away an earlier registration of it

    Example:
        stop_collection()
    """
    gc.disable()
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def collect_what_comes() -> None:
    """Collect again, but nothing of what there is already.

    Side Effects:
        - Switches the garbage collector on

    Example:
        collect_what_comes()
    """
    gc.freeze()
    gc.enable()
