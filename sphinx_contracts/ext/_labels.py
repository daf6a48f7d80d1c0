"""Fixed words of pages in the language of the project.

The catalog lies in ``locales``: ``sphinx_contracts.pot`` holds the messages, a folder for each language what they are
there. Findings, warnings and the texts of rules stay as the command line prints them, so that they can be looked up.
"""

from pathlib import Path

from sphinx.locale import get_translation

from sphinx_contracts.model.label import Label
from sphinx_contracts.visible import visible

__all__ = ["CATALOG", "LOCALES", "shown", "translated"]

CATALOG = "sphinx_contracts"
LOCALES = Path(__file__).parent.parent / "locales"
_ = get_translation(CATALOG)


def translated(text: str) -> str:
    """A label in the language of the project; any other text as it is."""
    if not isinstance(text, Label):
        return text
    message = str(_(text.message))
    if not text.values:
        return message
    values = {name: translated(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return message.format(**values)


def shown(text: str) -> str:
    """A text as a page shows it: translated, control characters readable."""
    return visible(translated(text))
