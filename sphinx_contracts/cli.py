"""The command line: ``sphinx-contracts check`` and ``sphinx-contracts export``.

Settings come from the nearest ``pyproject.toml``; paths on the command line take the place of its sources.
Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or configuration, or an internal error.

Key Components:
    - main: the command

Usage:
    sphinx-contracts check src --format json
"""

import dataclasses
import gc
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from sphinx_contracts._version import __version__
from sphinx_contracts.check import selected
from sphinx_contracts.config import ConfigurationError, read_pyproject, settings_from
from sphinx_contracts.project import Run, project_root, run
from sphinx_contracts.reports.export import export_model
from sphinx_contracts.reports.json import render_json
from sphinx_contracts.reports.text import render_text

__all__ = ["main"]

_PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...")


class _Failure(click.ClickException):
    """Wrong usage or configuration, or an output that cannot be written."""

    exit_code = 2


@click.group(
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


def _loaded(paths: Sequence[str], fail_under: float | None = None) -> Run:
    gc.disable()  # trees and contracts hold no cycles, and looking for some takes longer than parsing
    here = Path.cwd()
    root = project_root(here)
    config = root / "pyproject.toml"
    try:
        values = read_pyproject(config) if config.is_file() else {}
        if fail_under is not None:
            values = {**values, "fail_under": fail_under}
        settings = settings_from(values, config.name)
        if not paths and not settings.sources:
            raise ConfigurationError("nothing to check: give a PATH or set 'sources' in [tool.sphinx-contracts]")
        if not paths:
            return run(settings, root, root)
        configured = [os.fspath(root / item) for item in settings.sources]
        settings = dataclasses.replace(settings, sources=configured)
        return run(settings, root, here, sources=list(paths))
    except ConfigurationError as error:
        text = str(error)
        raise _Failure(f"{config.name}: {text}" if text.startswith("setting ") else text) from error


def _names(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


@main.command()
@_PATHS
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE,ITEM", help="Report only these rules and checklist items.")
@click.option("--ignore", multiple=True, metavar="RULE,ITEM", help="Leave out these rules and checklist items.")
@click.option("--fail-under", type=float, metavar="N", help="Lowest score (0 to 10) that a module may have.")
@click.option("--notes", is_flag=True, help="Print notes too.")
@click.option("--statistics", is_flag=True, help="Print how often each rule was missed.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
def check(
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
    result = _loaded(paths, fail_under)
    try:
        findings = selected(result.findings, _names(select), _names(ignore))
    except ConfigurationError as error:
        raise _Failure(str(error)) from error
    if style == "json":
        text = render_json(result.project, findings)
    else:
        text = render_text(result.project, findings, notes=notes, statistics=statistics)
    _print(text)
    if any(item.rule == "internal-error" for item in findings):
        sys.exit(2)
    standing = any(item.severity == "error" and item.suppressed is None for item in findings)
    sys.exit(1 if standing and not exit_zero else 0)


@main.command()
@_PATHS
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to stdout.")
def export(paths: tuple[str, ...], output: str | None) -> None:
    """Print the contract model of the modules at PATH as JSON."""
    result = _loaded(paths)
    text = json.dumps(export_model(result.project, result.findings), indent=2, ensure_ascii=False)
    if output is None:
        _print(text)
        return
    try:
        _write_whole(Path(output), f"{text}\n")
    except OSError as error:
        raise _Failure(f"{output}: cannot be written: {error.strerror or error}") from error


def _print(text: str) -> None:
    """Print UTF-8 whatever the locale says: reports are read by programs."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # the reader has gone (`| head`); the interpreter must not complain about it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that no reader ever sees half of it."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:50]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink()
        raise
