"""Contracts of Python modules: rendered as tables by Sphinx, checked in every build.

The extension is ``"sphinx_contracts"`` in ``conf.py``; the command is ``sphinx-contracts``.

Key Components:
    - ``__version__``: the version of the package

Usage:
    extensions = ["sphinx_contracts"]
"""

from sphinx_contracts._version import __version__

__all__ = ["__version__"]
