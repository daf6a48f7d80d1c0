"""What a page is made from decides about the page: as long as the one is the same, so is the other.

A site lays out again only the pages whose origins have changed, so whatever tables ask of a project must be among
them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_contracts.config import settings_from
from sphinx_contracts.model.canonical import digest_of
from sphinx_contracts.model.contract import Module
from sphinx_contracts.project import run
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.origins import origins_of
from sphinx_contracts.tables.view import View
from tests.property.history import NAMES, TEXTS
from tests.property.profile import runs
from tests.rules.checking import checked

_EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "training"
_BASE = {
    "core/__init__.py": '"""Core."""\nfrom core.a import *\nfrom core.b import use as used\n__all__ = ["Base", "used", "save"]\n',
    "core/a.py": TEXTS[5] + "\n\n" + TEXTS[9].partition("\n\n\n")[2],
    "core/b.py": TEXTS[6],
    "core/_c.py": TEXTS[10],
    "e.py": '"""Uses."""\nfrom core import used\nfrom core._c import Kind\n\n\ndef go(kind: Kind) -> None:\n    """Go."""\n    used("x")\n',
}
_ONE_OF_TWO = {"core/d.py": "core/d/__init__.py", "core/d/__init__.py": "core/d.py"}
_ADDED = ("", "X = 1\n", "\n\ndef other(x):\n    '''Other `save`.'''\n    open(x)\n", "\nimport os as save\n")


def _view(files: Mapping[str, str]) -> View:
    found = checked({name: text.encode("latin-1") for name, text in files.items()})
    return View(found.project, found.findings)


def _pages(view: View) -> dict[str, tuple[str, str]]:
    return {
        name: (digest_of(origins_of(module, view)), digest_of(module_entry(module, view)))
        for name, module in view.modules.items()
    }


_CHANGES = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from([*TEXTS, *_BASE.values()]), st.sampled_from(_ADDED)),
    min_size=1,
    max_size=3,
)


@runs(60)
@given(_CHANGES)
@example([("core/d.py", TEXTS[5], ""), ("core/d/__init__.py", TEXTS[0], "")])
def test_pages_change_only_with_what_they_are_made_from(changes: list[tuple[str, str, str]]) -> None:
    files = dict(_BASE)
    before = _pages(_view(files))
    for name, text, added in changes:
        # a module and a package of one name never come to be linked: one of them is left out before
        files.pop(_ONE_OF_TWO.get(name, ""), None)
        files[name] = text + added
        after = _pages(_view(files))
        for module in before.keys() & after.keys():
            if before[module][0] == after[module][0]:
                assert before[module][1] == after[module][1], module
        before = after


def test_a_change_inside_a_function_leaves_other_pages_alone() -> None:
    before = _pages(_view(_BASE))
    after = _pages(
        _view(
            {
                **_BASE,
                "core/a.py": _BASE["core/a.py"].replace('write("")', 'write("x")').replace("raise OSError", "return"),
            }
        )
    )
    assert {name for name in before if before[name] != after[name]} == {"core.a", "core.b", "e"}
    assert all(before[name][0] != after[name][0] for name in ("core.a", "core.b", "e"))


class _Asked:
    """A project that notes what is asked of it."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self.names: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.names.add(name)
        return getattr(self._view, name)


@pytest.mark.parametrize("source", ["files", "example"])
def test_tables_ask_for_nothing_else(source: str) -> None:
    if source == "example":
        found = run(settings_from({"sources": ["core", "trainer"]}, "test"), _EXAMPLE, _EXAMPLE)
        view = View(found.project, found.findings)
    else:
        view = _view(_BASE)
    laid_out, collected = _Asked(view), _Asked(view)
    for module in view.modules.values():
        assert isinstance(module, Module)
        module_entry(module, laid_out)  # type: ignore[arg-type]
        origins_of(module, collected)  # type: ignore[arg-type]
    # home_of tells from a member's record, objects and modules are asked for the name of the module that shows them
    assert laid_out.names - collected.names <= {"home_of", "modules"}
