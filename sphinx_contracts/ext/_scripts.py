"""The scripts of the pages, each only where it has something to do."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_contracts.ext._labels import shown
from sphinx_contracts.ext._nodes import ContractBlocks
from sphinx_contracts.ext._outputs import write_static
from sphinx_contracts.ext._records import Document
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.model.label import Label

__all__ = ["add_scripts", "write_scripts"]

_INDEX = "sphinx-contracts-index.js"
_INDEX_STYLE = "sphinx-contracts-index.css"
_COPY = "sphinx-contracts-copy.js"
_TREE = "sphinx-contracts-tree.js"
_OTHER_COPIER = "sphinx_copybutton"
_FOLD, _ALL = Label("Fields in"), Label("All fields")


def write_scripts(outdir: Path) -> None:
    """Copy the scripts to where the pages look for them."""
    for name in (_INDEX, _INDEX_STYLE, _COPY, _TREE):
        write_static(outdir, name)


def add_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Let a page load what it needs: the index its filter, formats their tree, examples their button."""
    builder = app.builder
    if doctree is None or not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    documents = store_of(app.env).documents
    shown_here = documents.values() if builder.name == "singlehtml" else [documents.get(pagename, Document())]
    kinds = {use.kind for document in shown_here for use in document.uses}
    if "index" in kinds:
        app.add_css_file(_INDEX_STYLE)
        app.add_js_file(_INDEX, loading_method="defer")
    held = frozenset().union(*(node["holds"] for node in doctree.findall(ContractBlocks)))
    if "tree" in held:
        names: dict[str, Any] = {"data-fold": shown(_FOLD), "data-all": shown(_ALL)}
        app.add_js_file(_TREE, loading_method="defer", **names)
    if _OTHER_COPIER not in app.extensions and "code" in held:
        words: dict[str, Any] = {"data-copy": shown(Label("Copy")), "data-copied": shown(Label("Copied"))}
        app.add_js_file(_COPY, loading_method="defer", **words)
