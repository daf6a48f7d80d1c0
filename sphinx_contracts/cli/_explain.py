"""The command ``explain``: what a rule means, and what to do about it.

Key Components:
    - command: ``sphinx-contracts explain``

Usage:
    sphinx-contracts explain param-untyped
"""

from pathlib import Path

import click

from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._plugins import fail_without_plugins
from sphinx_contracts.cli._run import Failure
from sphinx_contracts.cli._terminal import takes_colours, width
from sphinx_contracts.config import ConfigurationError, Settings, read_pyproject, settings_from
from sphinx_contracts.project import project_root
from sphinx_contracts.reports.explanation import item_in_text, rule_in_text
from sphinx_contracts.rules.registry import ITEMS, RULES, nearest_name
from sphinx_contracts.visible import visible_line

__all__ = ["command"]

_MOST = 8  # names that a hint lists


@click.command("explain")
@click.argument("name", metavar="RULE")
def command(name: str) -> None:
    """Explain RULE: what it reports, why, a bad and a good example, what to do, and how to switch it off.

    RULE may also be an item of the checklist, and may bear the "contracts." that warnings print. Where pyproject.toml
    holds settings, what they make of the rule is said too.
    """
    plain = name.removeprefix("contracts.")
    if plain in RULES or plain in ITEMS:
        say(_explained(plain))
    else:
        fail_without_plugins()
        near = nearest_name(plain)
        holding = [rule for rule in RULES if plain and plain in rule][:_MOST]
        hint = f"did you mean '{near}'?" if near else "'sphinx-contracts rules' lists them"
        if holding and not near:
            hint = f"these are rules: {', '.join(holding)}"
        raise Failure(f"'{name}' is no rule and no checklist item; {hint}")


def _explained(name: str) -> str:
    """The explanation of a rule or an item, of the rule alone where the project's settings cannot be read."""
    try:
        return _in_text(name, _settings())
    except ConfigurationError as error:
        click.echo(f"What this project sets is left out: {visible_line(str(error))}", err=True)
        return _in_text(name, None)


def _in_text(name: str, settings: Settings | None) -> str:
    if name in RULES:
        return rule_in_text(RULES[name], width(), colours=takes_colours(), settings=settings)
    return item_in_text(name, width(), colours=takes_colours(), settings=settings)


def _settings() -> Settings | None:
    config = project_root(Path.cwd()) / "pyproject.toml"
    values = read_pyproject(config) if config.is_file() else {}
    return settings_from(values, config.name) if values else None
