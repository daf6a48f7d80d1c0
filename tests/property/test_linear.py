"""Property 12: twice the code takes twice the work and the memory, counted in calls and bytes, which no other load changes."""

import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.generated import SHAPES
from tests.rules.checking import checked

# of all shapes only this one may grow a little faster: every class knows all of its ancestors
_MOST = {"a chain of base classes": 2.8}


def _checked(files: dict[str, str]) -> Callable[[], object]:
    given: dict[str, str | bytes] = {f"sample/{name}.py": text for name, text in files.items()}
    return lambda: checked({"sample/__init__.py": "", **given})


def _calls(work: Callable[[], object]) -> int:
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def _bytes(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shape", SHAPES)
def test_work_and_memory_grow_with_the_code(shape: str) -> None:
    small, large = _checked(SHAPES[shape](10)), _checked(SHAPES[shape](20))
    small()  # what is made once is no part of it
    most = _MOST.get(shape, 2.6)
    assert _calls(large) / _calls(small) < most
    assert _bytes(large) / _bytes(small) < most
