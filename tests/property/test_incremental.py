"""Property 1 for sites: a build after any changes gives what a clean build gives, byte for byte."""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.property.history import NAMES, SETTINGS, TEXTS, CodeBase
from tests.property.profile import runs
from tests.sites.site import GOOD, Build, Site

_DOCUMENTS = (
    ":orphan:\n\nProse\n=====\n\n.. contract:function:: core.a.run\n   :no-index:\n",
    ":orphan:\n\nProse\n=====\n\nSee :contract:mod:`core.b`, :py:class:`core.a.Base` and :contract:func:`core.a.save`.\n",
    ":orphan:\n\nProse\n=====\n\n.. contract:module:: core._c\n\n.. contract:index::\n   :modules: core.*\n",
    ":orphan:\n\nProse\n=====\n\n.. py:function:: core.a.save(path)\n\n   By hand.\n\n.. contract:format:: state.json\n",
)
_PAGES = ("contracts", "api", None)
_VARIABLE = "SPHINX_CONTRACTS_CACHE_DIR"


class Builds(RuleBasedStateMachine):
    """A site that is changed and built, over and over."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.site = Site(self.folder / "site")
        self.base = CodeBase(self.site.root / "src")
        self.base.write("core/a.py", GOOD)
        # Sphinx does not read a document again when one goes that its toctree names: the index stays
        self.base.write("always.py", GOOD)
        self.site.build()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def write(self, name: str, text: str) -> None:
        self.base.write(name, text)
        self.check()

    @precondition(lambda self: self.base.names())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.base.remove(data.draw(st.sampled_from(self.base.names())))
        self.check()

    @precondition(lambda self: self.base.names())
    @rule(data=st.data(), other=st.sampled_from(NAMES))
    def rename(self, data: st.DataObject, other: str) -> None:
        self.base.rename(data.draw(st.sampled_from(self.base.names())), other)
        self.check()

    @rule(data=st.data(), name=st.sampled_from(sorted(SETTINGS)))
    def configure(self, data: st.DataObject, name: str) -> None:
        self.site.configure(**{f"contracts_{name}": data.draw(st.sampled_from(SETTINGS[name]))})
        self.check()

    @rule(pages=st.sampled_from(_PAGES))
    def move_pages(self, pages: str | None) -> None:
        self.site.configure(contracts_pages=pages)
        self.check()

    @rule(text=st.sampled_from(_DOCUMENTS))
    def write_document(self, text: str) -> None:
        self.site.write("docs/prose.rst", text)
        self.check()

    @rule()
    def change_nothing(self) -> None:
        self.check()

    def check(self) -> None:
        changed = self.site.build()
        stubs = self._stubs()
        clean = self._clean()
        assert changed.error == clean.error == ""
        assert changed.code == clean.code
        assert changed.warnings == [line.replace("/clean/", "/out/") for line in clean.warnings]
        assert stubs == self._stubs()
        # Sphinx leaves the doctrees of documents that are gone
        documents, expected = changed.doctrees(), clean.doctrees()
        assert {name: documents.get(name) for name in expected} == expected
        files, wanted = changed.contents(), clean.contents()
        # nor does it remove the index of modules that there are no more
        assert {name: data for name, data in files.items() if name in wanted or name != "py-modindex.html"} == wanted
        self._put_back()

    def _stubs(self) -> dict[str, bytes]:
        return {name: data for name, (_, data) in self.site.tree().items() if not name.startswith("prose")}

    def _clean(self) -> Build:
        """Build with nothing of what is there: no stubs, no cache, no output; the stubs keep their times."""
        for name in _PAGES:
            if name is not None and (self.site.docs / name).is_dir():
                (self.site.docs / name).rename(self.folder / name)
        shutil.rmtree(self.site.root / "clean", ignore_errors=True)
        before = os.environ[_VARIABLE]
        os.environ[_VARIABLE] = str(self.site.root / "clean/cache")
        try:
            return self.site.build(out="clean")
        finally:
            os.environ[_VARIABLE] = before

    def _put_back(self) -> None:
        for name in _PAGES:
            if name is not None:
                shutil.rmtree(self.site.docs / name, ignore_errors=True)
                if (self.folder / name).is_dir():
                    (self.folder / name).rename(self.site.docs / name)


Builds.TestCase.settings = runs(3, steps=7, shrink=False)
TestBuilds = Builds.TestCase
