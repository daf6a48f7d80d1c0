"""The command ``explain``: what a rule means, and what to do about it.

Key Components:
    - command: ``sphinx-contracts explain``

Usage:
    sphinx-contracts explain param-untyped
"""

import click

from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._plugins import fail_without_plugins
from sphinx_contracts.cli._run import Failure
from sphinx_contracts.cli._terminal import takes_colours, width
from sphinx_contracts.reports.explanation import item_in_text, rule_in_text
from sphinx_contracts.rules.registry import ITEMS, RULES, nearest_name

__all__ = ["command"]

_MOST = 8  # names that a hint lists


@click.command("explain")
@click.argument("name", metavar="RULE")
def command(name: str) -> None:
    """Explain RULE: what it reports, why, a bad and a good example, what to do, and how to switch it off.

    RULE may also be an item of the checklist, and may bear the "contracts." that warnings print.
    """
    plain = name.removeprefix("contracts.")
    if plain in RULES:
        say(rule_in_text(RULES[plain], width(), colours=takes_colours()))
    elif plain in ITEMS:
        say(item_in_text(plain, width(), colours=takes_colours()))
    else:
        fail_without_plugins()
        near = nearest_name(plain)
        holding = [rule for rule in RULES if plain and plain in rule][:_MOST]
        hint = f"did you mean '{near}'?" if near else "'sphinx-contracts rules' lists them"
        if holding and not near:
            hint = f"these are rules: {', '.join(holding)}"
        raise Failure(f"'{name}' is no rule and no checklist item; {hint}")
