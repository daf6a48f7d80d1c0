"""A file's tree goes with its analysis, without help from the garbage collector."""

import ast
import gc
import weakref

from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.config import Settings
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
