"""What is let go before the process ends, where Python looks for garbage among everything once more.

The collector takes cycles apart object by object, which takes ten times as long as to free what holds none. Whatever
else there is, files that others have left open among it, is finalized as ever.
"""

import atexit
from weakref import WeakSet

from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._store import store_of

__all__ = ["let_go_at_exit"]

_environments: WeakSet[BuildEnvironment] = WeakSet()


def let_go_at_exit(env: BuildEnvironment) -> None:
    """Free the contracts, and the trees of contents, of which Sphinx keeps five nodes for each object of a page."""
    _environments.add(env)
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    for env in _environments:
        store_of(env).state = None
        for contents in env.tocs.values():
            for node in contents.findall():
                node.parent = None
        env.tocs.clear()
