"""What commands say of plug-ins that cannot be used.

A command does its work with the rules that it has, so that nothing else is lost. Then it says what is missing and
fails, since a gate without some of its rules is open.

Key Components:
    - fail_without_plugins: says what is wrong with plug-ins, and ends the command

Usage:
    from sphinx_contracts.cli._plugins import fail_without_plugins

    fail_without_plugins()
"""

import sys

import click

from sphinx_contracts.rules.plugins import is_any_installed
from sphinx_contracts.visible import visible

__all__ = ["fail_without_plugins"]


def fail_without_plugins() -> None:
    """Say what is wrong with plug-ins and end the command, where something is.

    Raises:
        SystemExit: With code 2, if a plug-in or one of its rules cannot be used

    Side Effects:
        - Prints to stderr one line for each
        - Exits
    """
    if not is_any_installed():
        return
    from sphinx_contracts.rules.registry import plugin_problems  # all rules, which a known result does without

    problems = plugin_problems()
    for problem in problems:
        click.echo(f"Error: {visible(problem)}", err=True)
    if problems:
        sys.exit(2)
