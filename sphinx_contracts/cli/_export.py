"""The command ``export``: the contract model as JSON.

Key Components:
    - command: ``sphinx-contracts export``

Usage:
    sphinx-contracts export src -o contracts.json
"""

import click

from sphinx_contracts.cli._output import write
from sphinx_contracts.cli._plugins import fail_without_plugins
from sphinx_contracts.cli._run import PATHS, loaded
from sphinx_contracts.reports.export import export_model
from sphinx_contracts.reports.indented import indented

__all__ = ["command"]


@click.command("export")
@PATHS
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to stdout.")
def command(paths: tuple[str, ...], output: str | None) -> None:
    """Print the contract model of the modules at PATH as JSON."""
    result = loaded(paths)
    write(indented(export_model(result.project, result.findings)), output)
    fail_without_plugins()
