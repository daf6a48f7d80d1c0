"""The side navigation: the modules as a tree by package.

The page of a package leads to the pages of the modules in it, the index to all others. Documents that somebody wrote
in place of a page hold no part of the tree; what they would lead to stands one level higher.
"""

from collections.abc import Iterator, Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._names import broken
from sphinx_contracts.ext._state import State
from sphinx_contracts.visible import visible

__all__ = ["contents_node"]

_BREAK = "\N{ZERO WIDTH SPACE}"


class toctree(addnodes.toctree):  # noqa: N801 - visitors go by the names of classes
    """A table of contents whose entries are names, which nobody translates."""

    def preserve_original_messages(self) -> None:
        """Keep nothing for translators."""


def contents_node(
    docname: str, package: str, modules: Sequence[str], state: State, env: BuildEnvironment
) -> nodes.Node:
    """The part of the tree that a document holds: modules by their names in a package, "" for the index."""
    node = toctree("", parent=docname, hidden=True, includehidden=False, titlesonly=False, maxdepth=-1, numbered=0)
    node["caption"] = None
    entries = [(_title(name, package), state.page_of(name)) for name in modules]
    # a document that somebody wrote has a title of its own
    node["entries"] = [
        (title if document in state.written else None, document)
        for title, document in entries
        if document in env.found_docs
    ]
    # Sphinx reads documents with this mark again when any document comes or goes
    node["glob"] = not package
    if not package:
        node["entries"] += [(None, document) for document in _others(state, env) if document != docname]
    node["includefiles"] = [document for _, document in node["entries"]]
    return nodes.compound("", node, classes=["toctree-wrapper"])


def _title(name: str, package: str) -> str:
    """The name with places where a line may end: side bars are narrow."""
    shown = visible(name.removeprefix(f"{package}.") if package else name).replace("\n", " ")
    return _BREAK.join(filter(None, broken([shown])[0]))


def _others(state: State, env: BuildEnvironment) -> Iterator[str]:
    """What stands beside the pages of modules."""
    pages = {state.page_of(name) for name in state.modules}
    for document in sorted(env.found_docs):
        if document.rpartition("/")[0] == state.settings.pages and document not in pages:
            yield document
