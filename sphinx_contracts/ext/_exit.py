"""What is let go before the process ends, where Python looks for garbage among everything once more.

The collector takes cycles apart object by object, which takes ten times as long as freeing what holds none. Whatever
else there is, files that others have left open among it, is finalized as ever.
"""

import atexit
from weakref import WeakSet

from sphinx.environment import BuildEnvironment

from sphinx_contracts.ext._store import store_of

__all__ = ["let_go_at_exit"]

_environments: WeakSet[BuildEnvironment] = WeakSet()


def let_go_at_exit(env: BuildEnvironment) -> None:
    """Have contracts and trees of contents, five nodes of Sphinx's for each object, freed when the process ends."""
    _environments.add(env)
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    for env in list(_environments):
        store_of(env).state = None
        for contents in env.tocs.values():
            for node in contents.findall():
                node.parent = None
        env.tocs.clear()
