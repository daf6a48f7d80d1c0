"""The settings: declared once, read from ``conf.py``, ``pyproject.toml`` and the command line.

Each field of ``Settings`` carries its documentation and its type; the extension, the command line and the
reference page take both from there.

Key Components:
    - Settings: the one record of all settings
    - ATTACHABLE: what the setting ``attach`` may name
    - ConfigurationError: a wrong type, an unknown key or an unreadable file
    - settings_from: checks raw values and builds the record
    - read_pyproject: the settings of a ``pyproject.toml``

Usage:
    from sphinx_contracts.config import settings_from

    settings = settings_from({"sources": ["src"]}, place="conf.py")
"""

from sphinx_contracts.config._pyproject import read_pyproject
from sphinx_contracts.config._settings import Settings, settings_from
from sphinx_contracts.config._values import ATTACHABLE, ConfigurationError

__all__ = ["ATTACHABLE", "ConfigurationError", "Settings", "read_pyproject", "settings_from"]
