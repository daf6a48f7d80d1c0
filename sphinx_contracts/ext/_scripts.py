"""The scripts of the pages, each only where it has something to do."""

from collections.abc import Iterable
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
from sphinx_contracts.model.blocks import Block, CodeBlock, Details, ListBlock, Table
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
    shown_blocks = [node["blocks"] for node in doctree.findall(ContractBlocks)]
    if any(map(_has_tree, shown_blocks)):
        names: dict[str, Any] = {"data-fold": shown(_FOLD), "data-all": shown(_ALL)}
        app.add_js_file(_TREE, loading_method="defer", **names)
    if _OTHER_COPIER not in app.extensions and any(map(_has_code, shown_blocks)):
        words: dict[str, Any] = {"data-copy": shown(Label("Copy")), "data-copied": shown(Label("Copied"))}
        app.add_js_file(_COPY, loading_method="defer", **words)


def _has_tree(blocks: Iterable[Block]) -> bool:
    """Is there a format with fields inside fields?"""
    tables = (block for block in blocks if isinstance(block, Table) and block.kind == "format")
    return any(row.depth for table in tables for row in table.rows)


def _has_code(blocks: Iterable[Block]) -> bool:
    """Is there code, be it in a list, in a cell or behind a line that opens it?"""
    for block in blocks:
        if isinstance(block, CodeBlock):
            return True
        if isinstance(block, ListBlock):
            inner: Iterable[Iterable[Block]] = block.items
        elif isinstance(block, Table):
            inner = (cell.blocks for row in block.rows for cell in row.cells)
        else:
            inner = (block.blocks,) if isinstance(block, Details) else ()
        if any(map(_has_code, inner)):
            return True
    return False
