"""A docstring as read, written as lines of text: what the case files expect.

Usage:
    print(rendered(parse_docstring("Summary.", None, 1, 1)))
"""

from collections.abc import Iterator

from sphinx_contracts.model.docstring import DocSection, Docstring, Entry

_VERBATIM = ("other", "examples")


def rendered(doc: Docstring) -> str:
    """Write what was read, one line for each entry.

    Args:
        doc: The docstring as read

    Returns:
        The lines. Numbers are source lines; ``|`` goes in front of the further lines of a text

    Example:
        text = rendered(Docstring())
    """
    return "\n".join(_lines(doc))


def _lines(doc: Docstring) -> Iterator[str]:
    yield from _text("summary", doc.summary, "")
    if doc.description:
        yield from _text(f"description {doc.description_line}", doc.description, "")
    for section in doc.sections:
        yield from _section(section)


def _section(section: DocSection) -> Iterator[str]:
    none = ", none" if section.explicit_none else ""
    yield f"{section.line} [{section.kind}] {section.title}{none}"
    if section.kind in _VERBATIM or section.explicit_none:
        yield from _text(f"    text {section.body_line}", section.text, "    ")
    elif section.preamble:
        yield from _text("    preamble", section.preamble, "    ")
    for entry in section.entries:
        yield from _entry(entry, "    ")


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    facts = [entry.name or "*"]
    if entry.type is not None:
        facts.append(f"<{entry.type}>")
    if entry.optional:
        facts.append("optional")
    if entry.default is not None:
        facts.append(f"default {entry.default}")
    yield from _text(f"{indent}{entry.line} {' '.join(facts)}", entry.text, indent)
    for field in entry.fields:
        yield from _entry(field, indent + "    ")


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    first, *more = text.split("\n")
    yield f"{head}: {first}" if text else f"{head}:"
    for line in more:
        yield f"{indent}    | {line}".rstrip()
