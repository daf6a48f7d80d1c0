"""The contract's sections for projects that use napoleon beside us."""

from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

__all__ = ["add_sections"]

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


def add_sections(app: Sphinx, config: Config) -> None:
    """Tell napoleon of the contract's headings, so that it does not take them for prose.

    "returns_style" keeps lists whole: a plain name gives a rubric, "params_style" takes bullets apart. What the
    project configures itself stays as it is.
    """
    if "sphinx.ext.napoleon" not in app.extensions:
        return
    own: list[Any] = list(config.napoleon_custom_sections or [])
    known = {(item if isinstance(item, str) else item[0]).lower() for item in own}
    names = (*_SECTIONS, *config.contracts_sections)
    own += [(name, "returns_style") for name in names if name.lower() not in known]
    config.napoleon_custom_sections = own
