"""The command ``check``: what is missing in the contracts of modules.

Key Components:
    - command: ``sphinx-contracts check``

Usage:
    sphinx-contracts check src --statistics
"""

import sys

import click

from sphinx_contracts.check import selected
from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._run import PATHS, Failure, loaded, names
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.reports.json import render_json
from sphinx_contracts.reports.text import render_text

__all__ = ["command"]


@click.command("check")
@PATHS
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE,ITEM", help="Report only these rules and checklist items.")
@click.option("--ignore", multiple=True, metavar="RULE,ITEM", help="Leave out these rules and checklist items.")
@click.option("--fail-under", type=float, metavar="N", help="Lowest score (0 to 10) that a module may have.")
@click.option("--notes", is_flag=True, help="Print notes too.")
@click.option("--statistics", is_flag=True, help="Print how often each rule was missed.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
def command(
    paths: tuple[str, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_under: float | None,
    notes: bool,
    statistics: bool,
    exit_zero: bool,
) -> None:
    """Print what is missing in the contracts of the modules at PATH."""
    result = loaded(paths, fail_under=fail_under)
    try:
        findings = selected(result.findings, names(select), names(ignore))
    except ConfigurationError as error:
        raise Failure(str(error)) from error
    if style == "json":
        text = render_json(result.project, findings)
    else:
        text = render_text(result.project, findings, notes=notes, statistics=statistics)
    say(text)
    if any(item.rule == "internal-error" for item in findings):
        sys.exit(2)
    standing = any(item.severity == "error" and item.suppressed is None for item in findings)
    sys.exit(1 if standing and not exit_zero else 0)
