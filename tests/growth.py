"""How the time of a piece of work grows with its size."""

import gc
import time
from collections.abc import Callable

FACTOR = 8
"""How many times the size of the small piece of work the large one has."""

_ALLOWED = 3 * FACTOR
"""Between what linear work takes (8 times the time) and what its square would take (64 times)."""


def seconds(work: Callable[[], object]) -> float:
    """The processor time that work takes, the best of two.

    Without the collector of cycles: its passes go over all objects of the process, those of other tests too, and
    their number grows with the work.
    """
    best = float("inf")
    collects = gc.isenabled()
    gc.disable()
    try:
        for _ in range(2):
            started = time.process_time()
            work()
            best = min(best, time.process_time() - started)
    finally:
        if collects:
            gc.enable()
    return best


def is_linear(small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether work of `FACTOR` times the size takes about as many times the time.

    What else the machine does makes one of the two look worse: one good measurement of five tells.
    """
    for _ in range(5):
        took = seconds(large)
        if took < 0.02 or took < _ALLOWED * seconds(small):
            return True
    return False
