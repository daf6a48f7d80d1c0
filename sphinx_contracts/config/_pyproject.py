"""The settings of a ``pyproject.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx_contracts.config._values import ConfigurationError

__all__ = ["read_pyproject"]

_TABLE = "sphinx-contracts"


def read_pyproject(path: Path) -> dict[str, Any]:
    """Read the table ``[tool.sphinx-contracts]`` of a ``pyproject.toml``.

    Args:
        path: The file

    Returns:
        The table as it stands, empty when the file has none

    Raises:
        ConfigurationError: If the file cannot be read or is no TOML, or if the table has another name or form

    Example:
        values = read_pyproject(Path("pyproject.toml"))
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read: {error}") from error
    except RecursionError as error:
        raise ConfigurationError(f"{path}: cannot be read: it is nested too deeply") from error
    tools = document.get("tool", {})
    table = _table(tools, path.name) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError(f"{path}: [tool.{_TABLE}] is no table")
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in values:
            raise ConfigurationError(f"{path.name}: '{name.replace('_', '-')}' and '{name}' are one setting; keep one")
        values[name] = value
    return values


def _table(tools: Mapping[str, Any], place: str) -> Any:
    """The table; one whose name is nearly right would be passed over, and the gate with it."""
    for name in tools:
        if name != _TABLE and name.lower().replace("_", "-") == _TABLE:
            raise ConfigurationError(f"{place}: the table [tool.{name}] is read by nobody; write [tool.{_TABLE}]")
    return tools.get(_TABLE, {})
