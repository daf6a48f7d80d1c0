"""What commands share: the arguments, the run that they ask for, and how they fail.

Key Components:
    - PATHS: the argument ``[PATH]...``
    - Failure: wrong usage or configuration
    - jobs_of: the value of the option ``-j``
    - Asked, asked_for: the code base that the arguments and ``pyproject.toml`` name
    - overviewed, loaded: what is found in it, without and with its contracts
    - names: comma-separated names of an option that may be repeated

Usage:
    from sphinx_contracts.cli._run import loaded

    result = loaded(paths, fail_under=8.0)
"""

import dataclasses
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from sphinx_contracts.cache import Cache
from sphinx_contracts.config import ConfigurationError, Settings, read_pyproject, settings_from
from sphinx_contracts.garbage import stop_collection
from sphinx_contracts.project import Overview, Run, overview, project_root
from sphinx_contracts.visible import visible_line

__all__ = ["PATHS", "Asked", "Failure", "asked_for", "jobs_of", "loaded", "names", "overviewed"]

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


@dataclass(frozen=True, slots=True)
class Asked:
    """The code base that a command is asked about."""

    settings: Settings  # the settings
    root: Path  # the folder that paths are shown relative to
    base: Path  # the folder that sources are relative to
    sources: Sequence[str] | None  # what to read in place of the setting


def asked_for(paths: Sequence[str], **given: object) -> Asked:
    """Read what the arguments and the nearest ``pyproject.toml`` ask for.

    Args:
        paths: Files and folders; none: what the settings name
        **given: Settings by name that take the place of the file's; None leaves the file's

    Returns:
        The settings, and where paths start from

    Raises:
        Failure: If the settings are wrong or there is nothing to read

    Side Effects:
        - Reads ``pyproject.toml``
    """
    here = Path.cwd()
    root = project_root(here)
    config = root / "pyproject.toml"
    with _told():
        values = read_pyproject(config) if config.is_file() else {}
        options = {name: value for name, value in given.items() if value is not None}
        settings_from(options, "command line")
        settings = settings_from({**values, **options}, config.name)
        if "" in paths:
            raise ConfigurationError("a PATH is empty; name a file or folder, or leave it out")
        if not paths and not settings.sources:
            raise ConfigurationError("nothing to check: give a PATH or set 'sources' in [tool.sphinx-contracts]")
    if not paths:
        return Asked(settings, root, root, None)
    configured = [os.fspath(root / item) for item in settings.sources]
    for path in paths:
        hint = "" if os.path.lexists(path) else _module_hint(path, configured)
        if hint:
            raise Failure(f"source '{path}' does not exist (looked in {here}); {hint}")
    samples = {name: [os.fspath(root / glob) for glob in globs] for name, globs in settings.formats.items()}
    baseline = os.fspath(root / settings.baseline) if settings.baseline else None
    settings = dataclasses.replace(settings, sources=configured, formats=samples, baseline=baseline)
    return Asked(settings, root, here, list(paths))


def _module_hint(name: str, configured: Sequence[str]) -> str:
    """What to write in place of the dotted name of a module, "" where it is none."""
    *above, last = name.split(".")
    if not above or last in ("py", "pyi") or not all(part.isidentifier() for part in (*above, last)):
        return ""
    folders = [Path(), Path("src"), *map(Path, configured), *(Path(source).parent for source in configured)]
    for folder in folders:
        path = Path(folder, *above, last)
        for candidate in (path, path.with_suffix(".py")):
            if candidate.exists():
                return f"give the path of the module: {os.path.relpath(candidate)}"
    return "if a module is meant, give its path"


def overviewed(asked: Asked, *, jobs: int = 1, cached: bool = True) -> Overview:
    """Check what is asked for.

    Args:
        asked: The code base
        jobs: The most processes to start
        cached: Use what earlier runs found out

    Returns:
        What was found, and how to get the contracts

    Raises:
        Failure: If the settings do not fit the code base, a file that they name cannot be read, or there is no module

    Side Effects:
        - Reads the source files
        - Reads and writes the cache
        - Switches the garbage collector off, for the end of the process as well
    """
    stop_collection()
    cache = Cache.of(asked.root) if cached else None
    with _told():
        found = overview(asked.settings, asked.root, asked.base, sources=asked.sources, jobs=jobs, cache=cache)
    project = found.outline.project
    if not (project.modules or project.hidden or found.outline.findings):
        # a gate that is closed for nobody is open
        place = ", ".join(asked.settings.sources if asked.sources is None else asked.sources)
        left = " that 'exclude' leaves in" if asked.settings.exclude else ""
        raise Failure(f"nothing to check: there is no Python file in {visible_line(place)}{left}")
    return found


def loaded(paths: Sequence[str], *, jobs: int = 1, cached: bool = True, **given: object) -> Run:
    """Analyse and check the code at ``paths``, contracts included.

    Args:
        paths: Files and folders; none: what the settings name
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
    found = overviewed(asked_for(paths, **given), jobs=jobs, cached=cached)
    with _told():
        return found.whole()


@contextmanager
def _told() -> Iterator[None]:
    """A mistake in the configuration is told in one line."""
    try:
        yield
    except ConfigurationError as error:
        text = str(error)
        raise Failure(f"pyproject.toml: {text}" if text.startswith("setting ") else text) from error


def names(values: Sequence[str]) -> tuple[str, ...]:
    """Split the values of an option that takes comma-separated names and may be repeated.

    Args:
        values: The option's values

    Returns:
        The names, in order, without blanks
    """
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
