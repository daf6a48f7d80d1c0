"""Whether a module's docstring says what the module is for, below its summary line.

A paragraph says it, and a section such as Data Flow or Responsibilities does. How a data file looks is something else,
and so is "Side Effects: None".

Key Components:
    - says_purpose: does the docstring say it
    - shows_format: does the docstring document a data format

Usage:
    from sphinx_contracts.rules.purpose import says_purpose

    found = says_purpose(module)
"""

import re
from collections.abc import Sequence

from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.docstring import DocSection, SectionKind
from sphinx_contracts.model.formats import Format

__all__ = ["says_purpose", "shows_format"]

# sections that say what a module is there for, whatever else they are called
_EXPLAINS = frozenset(
    {
        SectionKind.RESPONSIBILITIES,
        SectionKind.DATA_FLOW,
        SectionKind.GUARANTEES,
        SectionKind.PRECEDENCE,
        SectionKind.SIDE_EFFECTS,
        SectionKind.OTHER,
    }
)
_FORMAT_TITLE = re.compile(r"(?:.*\b)?(?:formats?|schemas?)(?: of\b.*)?", re.IGNORECASE)
_OTHER_TITLE = re.compile(r"(?:supported|available|accepted|allowed|other)\b", re.IGNORECASE)
# fences, directives and their options; a role or a field may begin a sentence, and a note may hold one
_MARKUP = re.compile(r"```|~~~|\.\.(?! [\w:-]+::(?: +\S+){3})|:[\w-]+:(?!\S*(?: +\S+){3})")
_LEAD = re.compile(r"(?:^|(?<=[.!?]\s))[^.!?]*(?:[.!?]\S[^.!?]*)*:{1,2}$")


def says_purpose(module: Module) -> bool:
    """Tell whether a module's docstring says more of its purpose than the summary.

    Args:
        module: The module

    Returns:
        True for prose below the summary that is not about a data format, and for a section that explains

    Example:
        found = says_purpose(module)
    """
    formats = _own(module)
    return _is_prose(module.description, formats) or any(_explains(section, formats) for section in module.doc.sections)


def shows_format(module: Module) -> bool:
    """Tell whether the module's own docstring documents a data format, in a block or under a heading.

    Args:
        module: The module

    Returns:
        True where it does

    Example:
        found = shows_format(module)
    """
    return bool(_own(module)) or any(_is_about_format(section) for section in module.doc.sections)


def _own(module: Module) -> list[Format]:
    lines = range(module.doc.line, module.doc.end_line + 1)
    return [item for item in module.formats if item.object == module.name and item.line in lines]


def _explains(section: DocSection, formats: Sequence[Format]) -> bool:
    if section.kind not in _EXPLAINS or section.explicit_none or _is_about_format(section):
        return False
    return _is_prose(section.text, formats)


def _is_about_format(section: DocSection) -> bool:
    is_plain = section.kind is SectionKind.OTHER and _FORMAT_TITLE.fullmatch(section.title) is not None
    return is_plain and _OTHER_TITLE.match(section.title) is None


def _is_prose(text: str, formats: Sequence[Format]) -> bool:
    """Something is left without the blocks of formats and the sentences that lead to them."""
    if not formats:
        return bool(text)
    shown = {line.strip() for item in formats for line in item.text.split("\n")}
    left = (line.strip() for line in text.split("\n"))
    paragraphs = "\n".join("" if line in shown or _MARKUP.match(line) else line for line in left).split("\n\n")
    return any(_LEAD.sub("", " ".join(paragraph.split())) for paragraph in paragraphs)
