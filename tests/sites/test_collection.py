"""How a build spares the garbage collector, and what it leaves of that."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._exit import _let_go as let_go
from sphinx_contracts.ext._exit import let_go_at_exit
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import store_of
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


def _fails_at(site: Site, event: str) -> None:
    gc.set_threshold(700, 10, 10)
    site.preamble = _FAILING.format(event=event)
    site.configure()
    assert site.build().error


def test_garbage_is_looked_for_less_often_until_the_build_ends(site: Site) -> None:
    gc.set_threshold(700, 10, 10)
    during, after = _thresholds(site)
    assert during >= 5_000 and after == 700


@pytest.mark.parametrize("event", ["env-before-read-docs", "env-updated"])
def test_a_build_that_fails_ends_too(site: Site, event: str) -> None:
    _fails_at(site, event)
    assert gc.get_threshold()[0] == 700
    assert gc.get_freeze_count() == 0


_COUNTED = """
import gc, pathlib

def setup(app):
    app.connect("config-inited", note)

def note(app, config):
    (pathlib.Path(app.srcdir) / "frozen.txt").write_text(str(gc.get_freeze_count()))
"""


@pytest.mark.parametrize("event", ["config-inited", "builder-inited"])
def test_a_build_that_never_began_is_undone_by_the_next(site: Site, event: str) -> None:
    _fails_at(site, event)
    assert gc.get_threshold()[0] != 700
    site.preamble = _COUNTED
    site.configure()
    assert not site.build().error
    # while the next build begins, and when it has ended
    assert (site.docs / "frozen.txt").read_text() == "0"
    assert (gc.get_threshold()[0], gc.get_freeze_count()) == (700, 0)


def test_what_others_set_after_a_build_that_never_began_stays(site: Site) -> None:
    _fails_at(site, "builder-inited")
    gc.set_threshold(50_000, 10, 10)
    assert _thresholds(site) == [50_000, 50_000]


def test_what_others_have_frozen_stays_frozen(site: Site) -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    site.build()
    assert gc.get_freeze_count() > before // 2


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


def test_contents_and_contracts_are_freed_at_the_end_of_the_process_without_the_collector(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    environments: list[BuildEnvironment] = []
    monkeypatch.setattr("sphinx_contracts.ext._setup.let_go_at_exit", environments.append)
    site.build()
    (env,) = environments
    contents = env.tocs["contracts/core.good"]
    watched = [weakref.ref(node) for node in contents.findall()]
    state = weakref.ref(store_of(env).state)
    del contents
    gc.collect()  # what the build itself has left
    assert len(watched) > 4 and state() is not None
    gc.disable()
    try:
        let_go_at_exit(env)
        let_go()
        assert not env.tocs
        assert [node() for node in watched] == [None] * len(watched)
        assert state() is None
    finally:
        gc.enable()
