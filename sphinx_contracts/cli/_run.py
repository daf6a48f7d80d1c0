"""What commands share: the arguments, the run that they ask for, and how they fail.

Key Components:
    - PATHS: the argument ``[PATH]...``
    - Failure: wrong usage or configuration
    - loaded: the code base that the arguments and ``pyproject.toml`` name
    - names: comma-separated names of an option that may be repeated

Usage:
    from sphinx_contracts.cli._run import loaded

    result = loaded(paths, fail_under=8.0)
"""

import dataclasses
import gc
import os
from collections.abc import Sequence
from pathlib import Path

import click

from sphinx_contracts.config import ConfigurationError, read_pyproject, settings_from
from sphinx_contracts.project import Run, project_root, run

__all__ = ["PATHS", "Failure", "loaded", "names"]

PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...")


class Failure(click.ClickException):
    """Wrong usage or configuration, or an output that cannot be written."""

    exit_code = 2


def loaded(paths: Sequence[str], **given: object) -> Run:
    """Analyse and check the code at ``paths``, with the settings of the nearest ``pyproject.toml``.

    Args:
        paths: Files and folders; none: what the settings name
        **given: Settings by name that take the place of the file's; None leaves the file's

    Returns:
        The run

    Raises:
        Failure: If the settings are wrong or there is nothing to read

    Side Effects:
        - Reads ``pyproject.toml`` and the source files
    """
    gc.disable()  # trees and contracts hold no cycles, and looking for some takes longer than parsing
    here = Path.cwd()
    root = project_root(here)
    config = root / "pyproject.toml"
    try:
        values = read_pyproject(config) if config.is_file() else {}
        values = {**values, **{name: value for name, value in given.items() if value is not None}}
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
        raise Failure(f"{config.name}: {text}" if text.startswith("setting ") else text) from error


def names(values: Sequence[str]) -> tuple[str, ...]:
    """Split the values of an option that takes comma-separated names and may be repeated.

    Args:
        values: The option's values

    Returns:
        The names, in order, without blanks
    """
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
