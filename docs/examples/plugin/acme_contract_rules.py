"""
Rules of Acme for the contracts of its modules.

Loaders tell where their data comes from, and no summary is a reminder. Both are ordinary
rules of sphinx-contracts: settings, suppressions, reports and reference pages know them.

Key Components:
    - RULES: both rules, which the entry point names

Usage:
    from acme_contract_rules import RULES

    print([rule.name for rule in RULES])
"""

from sphinx_contracts.model.contract import Callable, Module
from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules.exemptions import is_exempt
from sphinx_contracts.rules.rule import Context, Fault, Rule, in_module

__all__ = ["RULES"]


def _reminder(module: Module, context: Context) -> list[Fault] | None:
    if not module.doc.present:
        return None  # another rule reports that
    if not module.summary.startswith(("TODO", "FIXME")):
        return []
    message = "the summary is a reminder; say what the module is for"
    return [Fault(message, module.doc.line)]


def _loader(function: Callable, context: Context) -> list[Fault] | None:
    if is_exempt(function) or not function.doc.present:
        return None
    if not function.name.startswith("load_"):
        return None
    if any(section.title.lower() == "source" for section in function.sections):
        return []
    message = "the docstring does not tell where the data comes from"
    return [Fault(message, function.line, function.facts.column)]


_LOADER = '''
def load_prices(day: str) -> int:
    """Load the prices of a day.

    Args:
        day: The day, as in "2025-11-24"

    Returns:
        How many there are
{}
    Example:
        count = load_prices("2025-11-24")
    """
    return len(day)
'''
_SOURCE = "\n    Source:\n        The price list of the head office.\n"
_GOOD = in_module(_LOADER.format(_SOURCE), "load_prices")

RULES = (
    Rule(
        name="acme-summary-reminder",
        item=Item.MODULE_DOCSTRING,
        severity=Severity.NOTE,
        on=("module",),
        summary="A module's summary is a reminder to write one.",
        why="Indexes show the summary, and a reminder says nothing to a reader.",
        bad=_GOOD.replace("An example module.", "TODO describe this."),
        good=_GOOD,
        fix="Write what the module is for.",
        check=_reminder,
    ),
    Rule(
        name="acme-source-missing",
        item=Item.CALLABLE_DOCSTRING,
        severity=Severity.ERROR,
        on=("callable",),
        summary="A function ``load_…`` does not tell where its data comes from.",
        why="When numbers are wrong, the first question is who delivered them.",
        bad=in_module(_LOADER.format(""), "load_prices"),
        good=_GOOD,
        fix="Add a section ``Source:`` that names the system or the file.",
        needs_docstring=True,
        check=_loader,
    ),
)
