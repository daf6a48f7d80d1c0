"""Which documents show something else than when they were read."""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._memory import Memory, pages_stamp
from sphinx_contracts.ext._records import Document
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import store_of

__all__ = ["outdated_documents"]


def outdated_documents(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """The documents that Sphinx would keep although what they show has changed."""
    store = store_of(env)
    state = store.state
    if state is None or Memory(app).has_pages(pages_stamp(state, store.documents)):
        return []
    seen = added | changed | removed
    return [
        docname
        for docname, document in store.documents.items()
        if docname not in seen and _shows_something_else(document, state)
    ]


def _shows_something_else(document: Document, state: State) -> bool:
    for use, before in document.uses.items():
        now = state.still(use, before)
        if now is None:
            return True
        document.uses[use] = now
    return False
