"""The settings as Sphinx knows them: ``contracts_<name>`` in ``conf.py``, else ``pyproject.toml``, else the default."""

import dataclasses
import difflib
import os
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util import logging

from sphinx_contracts.config import ConfigurationError, Settings, read_pyproject, settings_from
from sphinx_contracts.ext._mistakes import differing_settings
from sphinx_contracts.project import project_root

__all__ = ["Place", "check_settings", "place_of", "register_settings", "settings_of"]

_logger = logging.getLogger(__name__)
_PREFIX = "contracts_"
_PLACE = "sphinx_contracts_place"
"""What ``sphinx-contracts site`` says of its temporary project: no setting, and nothing for a ``conf.py``."""
_FIELDS = {item.name: item for item in dataclasses.fields(Settings)}


class Place(NamedTuple):
    """Where the code base is."""

    root: Path  # the folder that paths are shown relative to
    base: Path  # the folder that sources are relative to
    sources: list[str] | None  # what to read in place of the setting


def register_settings(app: Sphinx) -> None:
    """Declare every setting; what ``pyproject.toml`` says is the default of the value in ``conf.py``."""
    app.add_config_value(_PLACE, None, "env", types=frozenset({dict, type(None)}))
    defaults = _defaults(Path(app.confdir))
    for name, item in _FIELDS.items():
        metadata = item.metadata
        app.add_config_value(
            _PREFIX + name,
            _default(defaults[name], metadata["types"]),
            metadata["rebuild"],
            types=frozenset(metadata["types"]),
            description=metadata["doc"],
        )


def _default(value: Any, types: tuple[type, ...]) -> Any:
    """The default as Sphinx takes it: it reads ``-D`` for a number with a fraction only where this is a function."""
    return (lambda _config: value) if float in types else value


def place_of(app: Sphinx) -> Place:
    """Where the code base is: around ``conf.py``, unless the command line has made that for it."""
    given = app.config[_PLACE]
    if given is None:
        confdir = Path(app.confdir)
        return Place(project_root(confdir), confdir, None)
    return Place(Path(given["root"]), Path(given["base"]), given["sources"])


def _defaults(confdir: Path) -> dict[str, Any]:
    plain = Settings()
    values = {name: getattr(plain, name) for name in _FIELDS}
    root = project_root(confdir)
    file = root / "pyproject.toml"
    if not file.is_file():
        return values
    try:
        given = read_pyproject(file)
        settings_from(given, file.name)
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error
    if "sources" in given:
        given["sources"] = [os.path.relpath(root / source, confdir) for source in given["sources"]]
    if given.get("baseline"):
        given["baseline"] = os.path.relpath(root / given["baseline"], confdir)
    if "formats" in given:
        given["formats"] = {
            name: [os.path.relpath(root / glob, confdir) for glob in globs] for name, globs in given["formats"].items()
        }
    return values | given


def check_settings(app: Sphinx, config: Config) -> None:
    """Refuse wrong types and unknown names with one line, and read what ``-D`` gives as text."""
    raw: dict[str, Any] = getattr(config, "_raw_config", {})
    for key in sorted(raw):
        name = key.removeprefix(_PREFIX)
        # a module or function that conf.py imports under such a name is no setting
        is_value = not isinstance(raw[key], ModuleType) and not callable(raw[key])
        if key.startswith(_PREFIX) and name not in _FIELDS and is_value:
            near = difflib.get_close_matches(name, _FIELDS, 1)
            hint = f"did you mean '{_PREFIX}{near[0]}'?" if near else f"known are {', '.join(_FIELDS)}"
            raise ConfigError(f"conf.py: unknown setting '{key}'; {hint}")
    for name in _FIELDS:
        if _PREFIX + name in config.overrides:
            _convert(config, name)
    settings_of(config)
    if config[_PLACE] is None:
        _warn_of_differences(config, Path(app.confdir))


def _warn_of_differences(config: Config, confdir: Path) -> None:
    for name in differing_settings(config, _defaults(confdir), confdir):
        _logger.warning(
            "contracts_%s in conf.py is not what pyproject.toml says, which the command line goes by; keep one of them",
            name,
            type="contracts",
            subtype="config",
        )


def _convert(config: Config, name: str) -> None:
    value = getattr(config, _PREFIX + name)
    types = _FIELDS[name].metadata["types"]
    if value == [""]:
        setattr(config, _PREFIX + name, [])  # what Sphinx makes of "-D name="
    if not isinstance(value, str) or str in types:
        return
    if list in types:
        setattr(config, _PREFIX + name, [part for part in value.split(",") if part])
    elif float in types:
        try:
            setattr(config, _PREFIX + name, float(value))
        except ValueError:
            return  # the check that follows names the setting


def settings_of(config: Config) -> Settings:
    """The settings of a build; an error names the value as ``conf.py`` writes it."""
    values = {name: getattr(config, _PREFIX + name) for name in _FIELDS}
    try:
        settings = settings_from(values, "conf.py")
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error
    return dataclasses.replace(settings, pages=_pages(settings.pages))


def _pages(value: str | None) -> str | None:
    return value.strip("/") or None if value else None
