"""The command ``rules``: the list of all rules.

Key Components:
    - command: ``sphinx-contracts rules``

Usage:
    sphinx-contracts rules --format json
"""

import click

from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._plugins import fail_without_plugins
from sphinx_contracts.cli._terminal import takes_colours
from sphinx_contracts.reports.explanation import rules_in_json, rules_in_text

__all__ = ["command"]


@click.command("rules")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print the rules.")
def command(style: str) -> None:
    """List all rules by item of the checklist, each with its default severity and what it reports."""
    say(rules_in_json() if style == "json" else rules_in_text(colours=takes_colours()))
    fail_without_plugins()
