"""State of the process that a body changes and puts back: nothing is changed for its callers.

What is changed before and again in a ``finally`` is only likely to be an effect. In a generator it stays sure: whoever
enters the context that is made of it sees the change.
"""

from collections.abc import MutableMapping

from sphinx_contracts.model.code import Body
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.rows import Evidence

__all__ = ["put_back"]

_CATEGORIES = ("environment", "import-state", "signal")


def put_back(effects: MutableMapping[str, list[Evidence]], body: Body) -> None:
    """Mark what is put back as only likely.

    Args:
        effects: Category to the places that show it, which are replaced
        body: The body that they are in
    """
    for category in _CATEGORIES:
        found = effects.get(category, ())
        if len(found) < 2:
            continue
        # the umask can only be read by setting it twice
        masks = [item for item in found if item.call.startswith("os.umask(")]
        undone = masks if len(masks) > 1 else []
        if not body.yields and len({_is_final(item.line, body) for item in found}) > 1:
            undone = list(found)
        if undone:
            effects[category] = [replace(item, sure=False) if item in undone else item for item in found]


def _is_final(line: int, body: Body) -> bool:
    return any(first <= line <= last for first, last in body.finals)
