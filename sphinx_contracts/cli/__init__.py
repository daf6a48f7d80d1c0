"""The command line: ``sphinx-contracts``.

Every command is one module here, named in one table, and loaded only when it is run or asked for its help: the list
of commands must come at once. Settings come from the nearest ``pyproject.toml``; paths on the command line take the
place of its sources. Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or configuration, or an internal
error.

Key Components:
    - main: the command

Usage:
    sphinx-contracts check src --format json
"""

import sys
from importlib import import_module

import click

from sphinx_contracts._version import __version__

__all__ = ["main"]

# name → what the list of commands says; the command is `command` in the module `_NAME`
_COMMANDS = {
    "check": "Print what is missing in the contracts of modules.",
    "site": "Build an HTML site of the contracts of modules.",
    "export": "Print the contract model of modules as JSON.",
    "schema": "Print documented formats as JSON Schema.",
    "validate": "Check data files against a documented format.",
    "explain": "Explain a rule: what, why, examples, and what to do.",
    "rules": "List all rules.",
}


class _Commands(click.Group):
    """Commands that are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        found: click.Command = import_module(f"{__name__}._{cmd_name}").command
        return found

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception:  # noqa: BLE001 - Python would exit with 1, which says that there are findings
            import traceback  # rarely needed, and the list of commands must come at once

            traceback.print_exc()
            sys.exit(2)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Check and export the contracts of Python modules. Nothing of the code is imported or run.",
)
@click.version_option(__version__, prog_name="sphinx-contracts")
def main() -> None:
    """Check and export the contracts of Python modules.

    Nothing of the code is imported or run.

    Raises:
        SystemExit: With the command's exit code

    Side Effects:
        - Reads the source files and pyproject.toml
        - Prints to stdout and stderr, and exits
    """
