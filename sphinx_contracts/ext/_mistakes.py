"""What to say of settings that cannot be used, and of settings that two files give."""

import dataclasses
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.config import Config
from sphinx.util import logging

from sphinx_contracts.config import Settings
from sphinx_contracts.project import Run

__all__ = ["differing_settings", "placed", "warn_of_nothing"]

_logger = logging.getLogger(__name__)
_PREFIX = "contracts_"
_SETTING = re.compile(r"setting '(?P<name>\w+)'")
_PLAIN = {item.name: getattr(Settings(), item.name) for item in dataclasses.fields(Settings)}
# what both front ends go by and what is no matter of the site alone; a site may well show more than is checked
_DECIDING = ("exclude", "rules", "overrides", "rollout", "baseline", "fail_under", "private", "sections", "effects")


def placed(message: str, config: Config) -> str:
    """An error about a setting, with the file that holds it in front."""
    match = _SETTING.match(message)
    if match is None or match["name"] not in _PLAIN:
        return message
    return f"{_file_of(config, match['name'])}: {message}"


def _file_of(config: Config, name: str) -> str:
    if _is_overridden(config, name):
        return "command line"
    return "conf.py" if _is_set(config, name) else "pyproject.toml"


def _is_overridden(config: Config, name: str) -> bool:
    """The value, or a part of it, is that of ``-D``."""
    return any(item.partition(".")[0] == _PREFIX + name for item in config.overrides)


def _is_set(config: Config, name: str) -> bool:
    """The value is that of ``conf.py``, or of ``-D``."""
    key = _PREFIX + name
    raw: dict[str, Any] = getattr(config, "_raw_config", {})
    return key in raw or _is_overridden(config, name)


def differing_settings(config: Config, given: Mapping[str, Any], confdir: Path) -> list[str]:
    """The settings by which the command line comes to other findings than this build.

    ``given`` is what ``pyproject.toml`` says, as it would stand in ``conf.py``.
    """
    return [
        name
        for name in _DECIDING
        if _is_set(config, name)
        and given[name] != _PLAIN[name]
        and _comparable(name, given[name], confdir) != _comparable(name, getattr(config, _PREFIX + name), confdir)
    ]


def _comparable(name: str, value: Any, confdir: Path) -> Any:
    if name == "baseline" and value:
        return os.path.normpath(confdir / value)
    return list(value) if isinstance(value, tuple) else value


def warn_of_nothing(settings: Settings, outline: Run) -> None:
    """Say that no code is documented: nobody would miss what was never there."""
    if not settings.sources:
        text = "nothing to document: set contracts_sources in conf.py, or sources in [tool.sphinx-contracts]"
    elif not (outline.project.modules or outline.project.hidden or outline.findings):
        left = " that the setting 'exclude' leaves in" if settings.exclude else ""
        text = f"nothing to document: there is no Python file in {', '.join(settings.sources)}{left}"
    else:
        return
    _logger.warning("%s", text, type="contracts", subtype="sources")
