"""What an analysis needs goes with it, without help from the garbage collector: that one is off while it runs."""

import ast
import gc
import weakref
from pathlib import Path

import sphinx_contracts
from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.config import Settings, settings_from
from sphinx_contracts.project import run
from sphinx_contracts.source import Source, parse_source

TEXT = b"""
import os
from pathlib import Path
ROOT = Path('x')
class C:
    def __init__(self, path: Path) -> None:
        self.path = path / 'y'
    def f(self, items):
        def inner(x):
            for item in items:
                yield item
        with open('x') as file:
            values = [line for line in file]
        try:
            self.path.unlink()
        except OSError as error:
            raise ValueError from error
        return inner(values)
"""


class Tracked(ast.Module):
    """A tree that can be watched."""


def test_trees_are_freed_at_once() -> None:
    parsed = parse_source(TEXT)
    assert parsed.tree is not None
    tree = Tracked(parsed.tree.body, [])
    watched = weakref.ref(tree.body[3])
    source = Source(parsed.text, tree)
    gc.collect()
    gc.disable()
    try:
        module = analyse_source("example", "example.py", source, Settings())
        del parsed, tree, source
        assert module.classes
        assert watched() is None
    finally:
        gc.enable()


def test_a_run_leaves_nothing_behind_that_holds_itself() -> None:
    root = Path(sphinx_contracts.__file__).parents[1]
    settings = settings_from({"sources": ["sphinx_contracts/rules", "sphinx_contracts/model"]}, "pyproject.toml")
    gc.collect()
    gc.disable()
    try:
        result = run(settings, root, root)
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = [item for item in gc.garbage if type(item).__module__.startswith("sphinx_contracts.")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert result.project.modules
    assert not left
