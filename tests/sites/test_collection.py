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


_FAILING = """
def setup(app):
    app.connect({event!r}, fail)

def fail(app, *_):
    raise RuntimeError
"""


def test_garbage_is_looked_for_less_often_until_the_build_ends(site: Site) -> None:
    gc.set_threshold(700, 10, 10)
    during, after = _thresholds(site)
    assert during >= 5_000 and after == 700


@pytest.mark.parametrize("event", ["env-before-read-docs", "env-updated"])
def test_a_build_that_fails_ends_too(site: Site, event: str) -> None:
    gc.set_threshold(700, 10, 10)
    site.preamble = _FAILING.format(event=event)
    site.configure()
    assert site.build().error
    assert gc.get_threshold()[0] == 700
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("event", ["config-inited", "builder-inited"])
def test_a_build_that_never_began_is_undone_by_the_next(site: Site, event: str) -> None:
    gc.set_threshold(700, 10, 10)
    site.preamble = _FAILING.format(event=event)
    site.configure()
    assert site.build().error
    during, after = _thresholds(site)
    assert during >= 5_000 and after == 700
    assert gc.get_freeze_count() == 0


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


_LEFT_OPEN = """
def setup(app):
    app.report = open({path!r}, "w")
    app.connect("build-finished", lambda app, error: app.report.write("done") and None)
"""


def test_what_others_leave_open_is_written_at_the_end_of_the_process(site: Site) -> None:
    report = site.root / "report.txt"
    site.preamble = _LEFT_OPEN.format(path=str(report))
    site.configure()
    assert site.run().code == 0
    assert report.read_text() == "done"


_ASKED = """
import atexit

known = []

def setup(app):
    known.append(app)
    app.connect("build-finished", lambda *_: atexit.register(lambda: print("contents", len(app.env.tocs))) and None)

# what is registered first is called last
atexit.register(lambda: print("contents", len(known[0].env.tocs)))
"""


def test_contents_are_there_when_a_build_has_ended_and_gone_at_the_end_of_the_process(site: Site) -> None:
    site.preamble = _ASKED
    site.configure()
    before, after = (line for line in site.run().status if line.startswith("contents"))
    assert before == "contents 4" and after == "contents 0"
