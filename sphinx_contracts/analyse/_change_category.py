"""What a body's change of state is, once it is settled what it changes."""

from sphinx_contracts.calls.evaluate import Evaluator
from sphinx_contracts.model.code import Chain, Change

__all__ = ["category_of_change"]

_CONTAINERS = frozenset(
    {
        "builtins.list",
        "builtins.dict",
        "builtins.set",
        "builtins.bytearray",
        *(f"collections.{name}" for name in ("deque", "defaultdict", "OrderedDict", "Counter", "ChainMap")),
    }
)
_SPECIAL = {"os.environ": "environment", "sys.path": "import-state", "sys.modules": "import-state"}
_ALIKE = {"typing.List": "builtins.list", "typing.Dict": "builtins.dict", "typing.Set": "builtins.set"}


def category_of_change(change: Change, evaluator: Evaluator) -> str | None:
    """Tell the effect category of a change.

    Args:
        change: The change
        evaluator: Follows names across files

    Returns:
        The category, None where nothing is changed that outlives the call
    """
    if change.target is None:
        return change.category
    if change.category == "container":
        name = evaluator.named(change.target) or ""
        special = _SPECIAL.get(change.target.root) if not change.target.steps else None
        special = special or _SPECIAL.get(name) or _SPECIAL.get(_dotted(change.target))
        if special is not None:
            return special
    variable = evaluator.known.canonical(_dotted(change.target))
    if variable not in evaluator.known.variables:
        return None
    held = (evaluator.value(change.target) or "").partition("[")[0]
    return "global-state" if _ALIKE.get(held, held) in _CONTAINERS else None


def _dotted(chain: Chain) -> str:
    return chain.root + "".join(step for step in chain.steps if step.startswith("."))
