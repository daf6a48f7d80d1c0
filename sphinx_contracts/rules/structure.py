"""Whether a result has parts, and whether its docstring names them.

A caller who gets a dictionary or a tuple needs to know what it holds.

Key Components:
    - telling_words: what the description of a result must hold, where its type does not name its parts
    - shows_structure: does a Returns section say what the parts are

Usage:
    from sphinx_contracts.rules.structure import telling_words

    asked = telling_words("tuple[bool, str]", context) is not None
"""

import re

from sphinx_contracts.model.docstring import DocSection
from sphinx_contracts.rules.annotations import head
from sphinx_contracts.rules.dotted_names import resolve
from sphinx_contracts.rules.rule import Context

__all__ = ["shows_structure", "telling_words"]

_MAPPINGS = frozenset(
    {
        "builtins.dict",
        *(f"typing.{name}" for name in ("Dict", "Mapping", "MutableMapping")),
        *(f"collections.abc.{name}" for name in ("Mapping", "MutableMapping")),
    }
)
_TUPLES = frozenset({"builtins.tuple", "typing.Tuple"})
_ANYTHING = frozenset({"typing.Any", "builtins.object"})
# names in quotes, a shape, words that tell what the keys are, or contents that somebody else defines
_OF_MAPPING = re.compile(
    r"[`'\"{(\[→]|->|=>"
    r"|\b(?:keys?|keyed|structured?|shapes?|map(?:s|ped|ping)?|fields?|columns?|members?|(?:by|per|each|every|same|to)"
    r"|cop(?:y|ies)|parsed|loaded|decoded|deseriali[sz]ed|merged)\b",
    re.IGNORECASE,
)
_OF_TUPLE = re.compile(r"[`'\"{(\[,;/|→]|->|\b(?:and|pairs?|triples?|followed|then)\b", re.IGNORECASE)


def telling_words(annotation: str, context: Context) -> re.Pattern[str] | None:
    """Find what the description of a result must hold to say what its parts are.

    Args:
        annotation: The return annotation
        context: What surrounds the callable

    Returns:
        What tells in a dict with values of any type, or in a tuple of several values; None where the type says it all

    Example:
        pattern = telling_words("dict[str, Any]", context)
    """
    found = head(annotation, context)
    if found is None:
        return None
    dotted, arguments = found
    if dotted in _MAPPINGS and (not arguments or resolve(arguments[-1], context) in _ANYTHING):
        return _OF_MAPPING
    if dotted in _TUPLES and (not arguments or (len(arguments) > 1 and arguments[-1] not in ("...", "Ellipsis"))):
        return _OF_TUPLE
    return None


def shows_structure(section: DocSection, telling: re.Pattern[str]) -> bool:
    """Tell whether a Returns section says what the parts of the value are.

    Args:
        section: The section
        telling: What tells, as ``telling_words`` gives it

    Returns:
        True when it lists fields, shows a shape, or its words tell; False for an announcement with nothing after it

    Example:
        told = shows_structure(section, telling)
    """
    text = section.text.strip()
    if "\n" in text or any(entry.fields for entry in section.entries) or len(section.entries) > 1:
        return True
    return not text.endswith(":") and telling.search(text) is not None
