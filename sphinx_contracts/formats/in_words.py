"""Formats that a docstring describes in words only, under a heading.

For a reader that may be enough, and it is where the caller decides what is in a file. There is nothing in it that data
could be checked against, so it is no format with fields and a schema.

Key Components:
    - InWords: one such description
    - formats_in_words: all of a project, by qualified name
    - is_in_words: is a section such a description
    - docstrings_of: the docstrings of a module

Usage:
    from sphinx_contracts.formats.in_words import formats_in_words

    names = list(formats_in_words(project))
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sphinx_contracts.formats._names import UNNAMED, heading_name
from sphinx_contracts.model.contract import Class, Module, Project
from sphinx_contracts.model.docstring import DocSection, Docstring
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["InWords", "docstrings_of", "formats_in_words", "is_in_words"]

_TITLE = re.compile(r"\b(?:formats?|schemas?)\b", re.IGNORECASE)
_OTHER_TITLE = re.compile(r"\b(?:supported|available|accepted|allowed|other) (?:\w+ )?formats\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 5


@fast_init
@dataclass(frozen=True, slots=True)
class InWords:
    """A format that a docstring describes in words only."""

    name: str  # file name or slug, as a format with fields is called
    path: str  # posix path of the source, relative to the project
    line: int  # 1-based source line of the heading


def is_in_words(section: DocSection) -> bool:
    """Tell whether a section describes a format in words.

    Args:
        section: A section of a docstring

    Returns:
        True for one with a heading such as "File Format" and a sentence below it

    Example:
        found = is_in_words(section)
    """
    if _TITLE.search(section.title) is None or _OTHER_TITLE.search(section.title) is not None:
        return False
    # the columns of a CSV file have no blanks between them
    return len(_WORD.findall(section.text)) >= _FEWEST_WORDS


def docstrings_of(module: Module) -> Iterator[tuple[str, str, Docstring]]:
    """List the docstrings of a module and of all that it defines.

    Args:
        module: The module

    Yields:
        Qualified name of the object, dotted name of the module whose source holds it, and its docstring

    Example:
        names = [name for name, home, doc in docstrings_of(module)]
    """
    yield module.name, module.name, module.doc
    for function in module.functions:
        yield function.qualname, function.facts.home, function.doc
    pending: list[Class] = list(module.classes)
    while pending:
        contract = pending.pop()
        yield contract.qualname, contract.facts.home, contract.doc
        for method in contract.methods:
            yield method.qualname, method.facts.home, method.doc
        pending += contract.classes


def formats_in_words(project: Project) -> Mapping[str, InWords]:
    """Find the formats that are described in words only.

    Args:
        project: The project

    Returns:
        The descriptions by ``module:name``, sorted by module and line

    Example:
        names = list(formats_in_words(project))
    """
    paths = {module.name: module.path for module in (*project.hidden, *project.modules)}
    found: dict[str, InWords] = {}
    for module in project.modules:
        shown = {item.line for item in module.formats}
        rows = [
            (
                paths.get(home, module.path),
                section.line,
                heading_name(section.title, section.text) or f"{name}.{UNNAMED}",
            )
            for name, home, doc in docstrings_of(module)
            for section in doc.sections
            if is_in_words(section) and shown.isdisjoint(_lines(section))
        ]
        for path, line, name in sorted(rows):
            found.setdefault(f"{module.name}:{name}", InWords(name, path, line))
    return found


def _lines(section: DocSection) -> range:
    return range(section.line, section.body_line + section.text.count("\n") + 1)
