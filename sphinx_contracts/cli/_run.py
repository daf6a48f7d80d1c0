"""What commands share: the arguments, the run that they ask for, and how they fail.

Key Components:
    - PATHS: the argument ``[PATH]...``
    - Failure: wrong usage or configuration
    - jobs_of: the value of the option ``-j``
    - loaded: the code base that the arguments and ``pyproject.toml`` name
    - names: comma-separated names of an option that may be repeated

Usage:
    from sphinx_contracts.cli._run import loaded

    result = loaded(paths, fail_under=8.0)
"""

import dataclasses
import gc
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from sphinx_contracts.cache import Cache
from sphinx_contracts.config import ConfigurationError, read_pyproject, settings_from
from sphinx_contracts.project import Run, project_root, run

__all__ = ["PATHS", "Failure", "jobs_of", "loaded", "names"]

PATHS = click.argument("paths", nargs=-1, metavar="[PATH]...")


class Failure(click.ClickException):
    """Wrong usage or configuration, or an output that cannot be written."""

    exit_code = 2


def jobs_of(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """Read how many processes may be started.

    Args:
        context: The command's context
        parameter: The option
        value: A number, or "auto" for one on each processor

    Returns:
        The number

    Raises:
        BadParameter: If it is neither
    """
    if value == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if value.isdecimal() and int(value) > 0:
        return int(value)
    raise click.BadParameter(f"'{value}' is neither a number of processes nor 'auto'")


def loaded(
    paths: Sequence[str],
    analyse: Callable[..., Run] = run,
    *,
    jobs: int = 1,
    cached: bool = True,
    **given: object,
) -> Run:
    """Analyse and check the code at ``paths``, with the settings of the nearest ``pyproject.toml``.

    Args:
        paths: Files and folders; none: what the settings name
        analyse: ``project.run``, or ``project.check`` where the contracts themselves are not needed
        jobs: The most processes to start
        cached: Use what earlier runs found out
        **given: Settings by name that take the place of the file's; None leaves the file's

    Returns:
        The run

    Raises:
        Failure: If the settings are wrong or there is nothing to read

    Side Effects:
        - Reads ``pyproject.toml`` and the source files
        - Reads and writes the cache
    """
    gc.disable()  # trees and contracts hold no cycles, and looking for some takes longer than parsing
    here = Path.cwd()
    root = project_root(here)
    config = root / "pyproject.toml"
    try:
        values = read_pyproject(config) if config.is_file() else {}
        options = {name: value for name, value in given.items() if value is not None}
        settings_from(options, "command line")
        settings = settings_from({**values, **options}, config.name)
        if not paths and not settings.sources:
            raise ConfigurationError("nothing to check: give a PATH or set 'sources' in [tool.sphinx-contracts]")
        cache = Cache.of(root) if cached else None
        if not paths:
            return analyse(settings, root, root, jobs=jobs, cache=cache)
        configured = [os.fspath(root / item) for item in settings.sources]
        samples = {name: [os.fspath(root / glob) for glob in globs] for name, globs in settings.formats.items()}
        baseline = os.fspath(root / settings.baseline) if settings.baseline else None
        settings = dataclasses.replace(settings, sources=configured, formats=samples, baseline=baseline)
        return analyse(settings, root, here, sources=list(paths), jobs=jobs, cache=cache)
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
