"""The outputs of ``check`` by name.

A new output is one file in this package, whose function is ``render_`` and its name, and one entry here.

Key Components:
    - FORMATS: name to renderer

Usage:
    from sphinx_contracts.reports.formats import FORMATS

    text = FORMATS["github"](report)
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from sphinx_contracts.reports.report import Report

__all__ = ["FORMATS"]

_NAMES = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown")


def _rendered(name: str, report: Report) -> str:
    """One output, loaded when it is asked for: some of them need all rules."""
    text: str = getattr(import_module(f"sphinx_contracts.reports.{name}"), f"render_{name}")(report)
    return text


FORMATS: Mapping[str, Callable[[Report], str]] = {name: partial(_rendered, name) for name in _NAMES}
"""Each takes a report and gives the whole output, without a final line end, "" for nothing to print."""
