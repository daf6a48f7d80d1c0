"""How a build spares the garbage collector, and what it leaves of that."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from sphinx_contracts.ext._state import State
from tests.sites.site import Site

_NOTED = """
import gc, pathlib

def setup(app):
    app.connect("env-updated", note)

def note(app, env):
    (pathlib.Path(app.srcdir) / "threshold.txt").write_text(str(gc.get_threshold()[0]))
    return []
"""

_COUNTED = """
import atexit, gc

# handlers that are registered first are called last
atexit.register(lambda: print("spared", gc.get_freeze_count()))
"""


@pytest.fixture(autouse=True)
def usual() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)
    gc.unfreeze()


def _thresholds(site: Site) -> list[int]:
    """The threshold when all documents are read, and that after the build."""
    site.preamble = _NOTED
    site.configure()
    site.build()
    return [int((site.docs / "threshold.txt").read_text()), gc.get_threshold()[0]]


@pytest.mark.parametrize("faulty", [False, True])
def test_garbage_is_looked_for_less_often_until_the_build_ends(site: Site, faulty: bool) -> None:
    if faulty:
        site.write("src/core/faulty.py", "def f(")
    gc.set_threshold(700, 10, 10)
    during, after = _thresholds(site)
    assert during >= 5_000 and after == 700


@pytest.mark.parametrize("own", [0, 50_000])
def test_a_collector_that_is_off_or_set_to_look_less_often_stays_so(site: Site, own: int) -> None:
    gc.set_threshold(own, 10, 10)
    assert _thresholds(site) == [own, own]


def test_what_a_build_made_can_be_collected_when_it_has_ended(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    states: list[weakref.ref[State]] = []

    class Watched(State):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            states.append(weakref.ref(self))

    monkeypatch.setattr("sphinx_contracts.ext._setup.State", Watched)
    site.build()
    site.build()  # Sphinx's loggers hold on to the last application
    gc.collect()
    assert states[0]() is None


def test_the_end_of_the_process_goes_through_nothing(site: Site) -> None:
    site.preamble = _COUNTED
    site.configure()
    (line,) = [line for line in site.run().status if line.startswith("spared")]
    # a build of the smallest site holds more objects than that
    assert int(line.split()[1]) > 50_000
