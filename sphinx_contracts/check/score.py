"""The score of a module: ten items, each worth the part of its checks that pass.

The score is the one that the standard gives its exemplary modules, out of ten. Notes do not count.

Key Components:
    - checklist_of: passed and applicable checks of each item
    - score_of: the score that they make

Usage:
    from sphinx_contracts.check.score import checklist_of, score_of

    assert score_of(checklist_of([])) == 10.0
"""

from collections.abc import Iterable, Mapping

from sphinx_contracts.check.evaluation import Outcome
from sphinx_contracts.model.finding import Item

__all__ = ["NOTHING_PASSED", "checklist_of", "score_of"]

NOTHING_PASSED: Mapping[str, Mapping[str, int]] = {item.value: {"passed": 0, "applicable": 1} for item in Item}


def checklist_of(outcomes: Iterable[Outcome]) -> dict[str, dict[str, int]]:
    """Count the checks of each item.

    A check is one rule on one object. One whose findings are all suppressed by comments does not apply.

    Args:
        outcomes: The outcomes of a module's objects, suppressions applied

    Returns:
        Item to the numbers of its checks that passed and that applied, under the keys "passed" and "applicable"

    Example:
        counts = checklist_of(outcomes)
    """
    counts = {item.value: {"passed": 0, "applicable": 0} for item in Item}
    for outcome in outcomes:
        if outcome.item is None:
            continue
        count = counts[outcome.item]
        if not outcome.drafts:
            count["passed"] += 1
            count["applicable"] += 1
        elif False in [draft.suppressed for draft in outcome.drafts]:
            count["applicable"] += 1
    return counts


def score_of(checklist: Mapping[str, Mapping[str, int]]) -> float:
    """Add up the items.

    Args:
        checklist: Item to the numbers of checks that passed and applied

    Returns:
        0.0 to 10.0; an item with nothing applicable is worth 1

    Example:
        score = score_of({"param-types": {"passed": 1, "applicable": 2}})
    """
    parts = (
        count["passed"] / count["applicable"] if count["applicable"] else 1.0
        for count in (checklist.get(item.value, {"passed": 0, "applicable": 0}) for item in Item)
    )
    return round(sum(parts), 6)
