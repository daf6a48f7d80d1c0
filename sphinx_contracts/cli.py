"""The command line: ``sphinx-contracts check`` and ``sphinx-contracts export``.

Settings come from the nearest ``pyproject.toml``; paths on the command line take the place of its sources.
Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or configuration, or an internal error.

Key Components:
    - main: the command

Usage:
    sphinx-contracts check src --format json
"""

import dataclasses
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from sphinx_contracts._version import __version__
from sphinx_contracts.config import ConfigurationError, Settings, read_pyproject, settings_from

__all__ = ["main"]


class _Failure(click.ClickException):
    exit_code = 2


def _loaded(paths: Sequence[str], fail_under: float | None = None) -> "Run":
    from sphinx_contracts.project import project_root, run

    here = Path.cwd()
    root = project_root(here)
    try:
        config = root / "pyproject.toml"
        values = read_pyproject(config) if config.is_file() else {}
        settings = settings_from(values, str(config.name))
        if fail_under is not None:
            settings = dataclasses.replace(settings, fail_under=fail_under)
        if not paths and not settings.sources:
            raise ConfigurationError("nothing to check: give a PATH or set 'sources' in [tool.sphinx-contracts]")
        return run(settings, root, here, sources=list(paths)) if paths else run(settings, root, root)
    except ConfigurationError as error:
        raise _Failure(str(error)) from error
