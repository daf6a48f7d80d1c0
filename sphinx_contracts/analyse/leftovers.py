"""What docstrings say that has no place of its own in a contract, kept verbatim.

Nothing that somebody wrote is lost: sections with other headings, parameters that the signature lacks, and prose in
sections of names.

Key Components:
    - other_sections: sections that have no place of their own
    - leftover_inputs: entries on parameters that the signature lacks

Usage:
    from sphinx_contracts.analyse.leftovers import other_sections
    from sphinx_contracts.model.docstring import Docstring

    assert other_sections(Docstring(), set()) == ()
"""

from collections.abc import Collection, Sequence

from sphinx_contracts.analyse.documented import catcher
from sphinx_contracts.analyse.sections import sections_of
from sphinx_contracts.model.docstring import DocSection, Docstring, Entry, SectionKind
from sphinx_contracts.model.formats import Format
from sphinx_contracts.model.rows import Input, Section

__all__ = ["leftover_inputs", "other_sections"]


def leftover_inputs(parameters: Sequence[Input], doc: Docstring) -> tuple[Section, ...]:
    """Keep what a docstring says of parameters that the signature lacks and nothing catches.

    Args:
        parameters: The parameters
        doc: The docstring

    Returns:
        Sections with the entries that found no place, verbatim

    Example:
        sections = leftover_inputs(inputs, doc)
    """
    if catcher(parameters) is not None:
        return ()
    names = {item.name for item in parameters}
    found: list[Section] = []
    for section in sections_of(doc, SectionKind.INPUTS):
        left = [entry for entry in section.entries if entry.name.lstrip("*") not in names]
        if not section.entries:
            if section.text and not section.explicit_none:
                found.append(Section(section.title, section.text, section.line))
        elif left:
            text = "\n".join(_verbatim(entry) for entry in left)
            found.append(Section(section.title, text, section.line))
    return tuple(found)


def _verbatim(entry: Entry) -> str:
    head = f"{entry.name} ({entry.type})" if entry.type else entry.name
    nested = "".join(f"\n    - {_verbatim(item)}" for item in entry.fields)
    text = entry.text.replace("\n", "\n    ")
    return f"{head}: {text}{nested}" if head else f"{text}{nested}"


def other_sections(
    doc: Docstring, used: Collection[SectionKind], formats: Sequence[Format] = ()
) -> tuple[Section, ...]:
    """Keep the sections that have no place of their own, verbatim.

    Args:
        doc: The docstring
        used: The kinds that have a place in the object's contract
        formats: Data formats found in the docstring; a section that holds nothing else is left out

    Returns:
        The other sections; one of a used kind is kept too where its prose names no item

    Example:
        sections = other_sections(doc, {SectionKind.EXAMPLES})
    """
    found: list[Section] = []
    for section in doc.sections:
        if section.kind in used and not _is_unplaced(section):
            continue
        if section.text and not _is_all_format(section, formats):
            found.append(Section(section.title, section.text, section.line))
    return tuple(found)


def _is_unplaced(section: DocSection) -> bool:
    """Prose in a section of names would be shown nowhere else."""
    named = section.kind in (SectionKind.RAISES, SectionKind.WARNS)
    return (
        named and not section.explicit_none and bool(section.preamble or any(not item.name for item in section.entries))
    )


def _is_all_format(section: DocSection, formats: Sequence[Format]) -> bool:
    first, last = section.body_line, section.body_line + section.text.count("\n")
    shown = {line.strip() for item in formats if first <= item.line <= last for line in item.text.split("\n")}
    if not shown:
        return False
    described = " ".join(item.description for item in formats)
    left = [line.strip() for line in section.text.split("\n") if line.strip() not in shown]
    return all(not line or line in described or line.startswith(("```", "~~~", "..", ":")) for line in left)
