"""Headings of the pages of modules, which break between the parts of a name and not within a word."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from sphinx_contracts.ext._names import broken
from sphinx_contracts.ext._store import store_of

__all__ = ["BreakTitles", "MayBreak", "visit_may_break"]


class MayBreak(nodes.Inline, nodes.Element):
    """A place where a line may end; it has no text."""


def visit_may_break(translator: HTML5Translator, node: nodes.Element) -> None:
    """Tell the browser."""
    translator.body.append("<wbr />")
    raise nodes.SkipNode


class BreakTitles(SphinxPostTransform):
    """Puts such places into the headings of our pages; titles in tables of contents and of windows stay as they are."""

    default_priority = 5

    def is_supported(self) -> bool:
        """Other formats break lines themselves."""
        return store_of(self.env).output_format == "html"

    def run(self, **kwargs: Any) -> None:
        """Change the first heading of the document."""
        state = store_of(self.env).state
        title = next(self.document.findall(nodes.title), None)
        if state is None or title is None or self.env.docname not in state.written:
            return
        first, *parts = broken([title.astext()])[0]
        title.children = []
        title += nodes.Text(first)
        for part in parts:
            title += [MayBreak(), nodes.Text(part)]
