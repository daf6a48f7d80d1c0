"""Property 1 and 13 for checks: a run with what earlier runs left is one without, whatever happened in between."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sphinx_contracts.cache import Cache
from sphinx_contracts.config import settings_from
from sphinx_contracts.project import overview, run
from tests.property.history import NAMES, SETTINGS, TEXTS, CodeBase
from tests.property.profile import runs


class Checks(RuleBasedStateMachine):
    """A code base that is changed and checked, over and over, with one cache."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.base = CodeBase(self.root / "src")
        self.base.write("core/a.py", TEXTS[0])
        self.cache = self.root / "cache/x.cache"
        self.values: dict[str, Any] = {"sources": ["src"]}
        self.jobs = 1

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def write(self, name: str, text: str) -> None:
        self.base.write(name, text)

    @precondition(lambda self: self.base.names())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.base.remove(data.draw(st.sampled_from(self.base.names())))

    @precondition(lambda self: self.base.names())
    @rule(data=st.data(), other=st.sampled_from(NAMES))
    def rename(self, data: st.DataObject, other: str) -> None:
        self.base.rename(data.draw(st.sampled_from(self.base.names())), other)

    @rule(data=st.data(), name=st.sampled_from(sorted(SETTINGS)))
    def configure(self, data: st.DataObject, name: str) -> None:
        self.values[name] = data.draw(st.sampled_from(SETTINGS[name]))

    @rule(share=st.floats(0, 1))
    def damage(self, share: float) -> None:
        if self.cache.exists():
            data = self.cache.read_bytes()
            self.cache.write_bytes(data[: int(len(data) * share)])

    @precondition(lambda self: self.base.names())
    @rule(data=st.data())
    def check_a_part(self, data: st.DataObject) -> None:
        part = [f"src/{data.draw(st.sampled_from(self.base.names()))}"]
        settings = settings_from(self.values, "test")
        given = run(settings, self.root, self.root, sources=part, cache=Cache(self.cache))
        assert given == run(settings, self.root, self.root, sources=part)

    @invariant()
    def a_run_is_as_if_it_were_the_first(self) -> None:
        settings = settings_from(self.values, "test")
        first = run(settings, self.root, self.root)
        assert overview(settings, self.root, self.root, cache=Cache(self.cache)).outline.findings == first.findings
        assert run(settings, self.root, self.root, cache=Cache(self.cache)) == first


Checks.TestCase.settings = runs(12, steps=15)
TestChecks = Checks.TestCase
