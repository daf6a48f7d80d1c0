"""Contracts of Python modules: rendered as tables by Sphinx, checked in every build.

The extension is ``"sphinx_contracts"`` in ``conf.py``; the command is ``sphinx-contracts``.

Key Components:
    - setup: the entry point that Sphinx calls
    - ``__version__``: the version of the package

Usage:
    extensions = ["sphinx_contracts"]
"""

from typing import TYPE_CHECKING, Any

from sphinx_contracts._version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["__version__", "setup"]


def setup(app: "Sphinx") -> dict[str, Any]:
    """Connect the extension to Sphinx.

    Sphinx is imported here and not before, so that the command line starts without it.

    Args:
        app: The application

    Returns:
        The extension's metadata with:
            - version: str (version of the package)
            - env_version: int (version of the data kept with the environment)
            - parallel_read_safe: bool (documents may be read by several processes)
            - parallel_write_safe: bool (documents may be written by several processes)

    Raises:
        ConfigError: If the settings in ``pyproject.toml`` cannot be used

    Side Effects:
        - Registers settings, a domain, nodes, a transform and event handlers with the application

    Example:
        metadata = setup(app)
    """
    from sphinx_contracts.ext import setup as connect

    return connect(app)
