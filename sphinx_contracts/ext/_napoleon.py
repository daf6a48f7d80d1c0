"""Headings that napoleon and we have in common: it learns ours, and what a project told it counts here too."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring

from sphinx_contracts.config import Settings
from sphinx_contracts.docstrings.headings import kind_of
from sphinx_contracts.model.docstring import SectionKind

__all__ = ["add_sections", "load_napoleon", "with_headings"]

_EXTENSION = "sphinx.ext.napoleon"
_SECTIONS = (
    "Side Effects",
    "Guarantees",
    "Invariants",
    "Thread Safety",
    "Precedence",
    "Precedence (highest to lowest)",
    "Responsibilities",
    "Subclasses must implement",
    "Data Flow",
    "Key Components",
    "Components",
    "Usage",
)


def load_napoleon(app: Sphinx) -> None:
    """Prose that docutils reads goes through napoleon; numpydoc, where a project has that, takes its place."""
    if app.config.contracts_markup == "rst" and "numpydoc" not in app.config.extensions:
        app.setup_extension(_EXTENSION)


def add_sections(app: Sphinx, config: Config) -> None:
    """Tell napoleon of the contract's headings, so that it does not take them for prose.

    "returns_style" keeps lists whole: a plain name gives a rubric, "params_style" takes bullets apart. What napoleon
    knows by itself, and what the project configures, stays as it is.
    """
    if _EXTENSION not in app.extensions:
        return
    own: list[Any] = list(config.napoleon_custom_sections or [])
    known = {(item if isinstance(item, str) else item[0]).lower() for item in own}
    known |= getattr(GoogleDocstring(""), "_sections", {}).keys()
    names = (*_SECTIONS, *config.contracts_sections)
    own += [(name, "returns_style") for name in names if name.lower() not in known]
    config.napoleon_custom_sections = own


def with_headings(settings: Settings, app: Sphinx) -> Settings:
    """The settings with the headings that the project told napoleon of; the setting ``sections`` wins over those."""
    if _EXTENSION not in app.extensions:
        return settings
    known = {name.lower() for name in settings.sections}
    found = {name: kind for name, kind in _aliases(app.config) if name.lower() not in known}
    return dataclasses.replace(settings, sections={**found, **settings.sections}) if found else settings


def _aliases(config: Config) -> Iterator[tuple[str, str]]:
    """Headings that stand for another one which has a meaning here, while they have none by themselves."""
    means: dict[str, SectionKind] = {}
    for item in config.napoleon_custom_sections or ():
        if isinstance(item, str) or len(item) != 2 or kind_of(item[0], means) is not SectionKind.OTHER:
            continue
        kind = kind_of(item[1], means)
        if kind is not SectionKind.OTHER:
            means[item[0].lower()] = kind
            yield item[0], kind.value
