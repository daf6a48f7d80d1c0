"""Which documents show something else than when they were read."""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._memory import Memory, pages_stamp
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
        if docname not in seen and not all(state.is_same(use, before) for use, before in document.uses.items())
    ]
