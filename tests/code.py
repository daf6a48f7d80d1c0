"""Source code in tests as a project."""

import textwrap
from collections.abc import Mapping

from sphinx_contracts.analyse.linking import link
from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.config import Settings
from sphinx_contracts.model.contract import Callable, Class, Module, Project
from sphinx_contracts.source import parse_source


def project_of(files: Mapping[str, str], settings: Settings | None = None) -> Project:
    """Analyse and link source texts; keys are paths."""
    used = settings or Settings()
    modules = [
        analyse_source(_name(path), path, parse_source(textwrap.dedent(text).encode()), used)
        for path, text in files.items()
    ]
    return link(modules, used)


def _name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def module_of(text: str, path: str = "example.py") -> Module:
    """Analyse one source text."""
    return project_of({path: text}).modules[0]


def function_of(text: str) -> Callable:
    """The first function of a source text."""
    return module_of(text).functions[0]


def class_of(text: str) -> Class:
    """The last class of a source text."""
    return module_of(text).classes[-1]
