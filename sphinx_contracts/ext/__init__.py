"""The Sphinx extension: contracts as pages, findings as warnings.

The code base is analysed once for each build, in the main process. Documents hold one node for each object, which
writes its own HTML and becomes ordinary tables for other builders.

Key Components:
    - setup: connects everything to Sphinx

Usage:
    extensions = ["sphinx_contracts"]
    contracts_sources = ["../src"]
"""

from sphinx_contracts.ext._setup import setup

__all__ = ["setup"]
