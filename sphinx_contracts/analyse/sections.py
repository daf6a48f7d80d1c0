"""The docstring of a node of the tree, and what its sections hold.

The docstring reader gives sections and entries, whatever the dialect; whoever needs those of one kind asks here.

Key Components:
    - docstring_of: the docstring of a syntax tree node
    - sections_of, entries_of: the sections of a kind, and their entries
    - texts_of: the items of list sections
    - all_examples: the examples of all sections

Usage:
    from sphinx_contracts.analyse.sections import texts_of
    from sphinx_contracts.model.docstring import Docstring, SectionKind

    assert texts_of(Docstring(), SectionKind.GUARANTEES) == ()
"""

import ast
from collections.abc import Iterator, Mapping, Sequence

from sphinx_contracts.docstrings.examples import examples_of
from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import DocSection, Docstring, Entry, SectionKind
from sphinx_contracts.model.rows import Example

__all__ = ["all_examples", "docstring_of", "entries_of", "sections_of", "texts_of"]

_NONE = Docstring()


def docstring_of(
    node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef,
    lines: Sequence[str],
    headings: Mapping[str, SectionKind],
) -> Docstring:
    """Read the docstring of a node.

    Args:
        node: A module, class or function
        lines: The lines of the file
        headings: Further headings in lower case and their meaning

    Returns:
        The docstring as read; the default record where there is none

    Example:
        doc = docstring_of(tree, source.lines, {})
    """
    first = node.body[0] if node.body else None
    if not (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    ):
        return _NONE
    end = first.value.end_lineno or first.value.lineno
    literal = lines[first.value.lineno - 1 : end]
    return parse_docstring(first.value.value, "\n".join(literal), first.value.lineno, end, headings=headings)


def sections_of(doc: Docstring, *kinds: SectionKind) -> list[DocSection]:
    """List the sections of some kinds.

    Args:
        doc: The docstring
        kinds: The kinds of section

    Returns:
        The sections in order

    Example:
        sections = sections_of(doc, SectionKind.RAISES)
    """
    return [section for section in doc.sections if section.kind in kinds] if doc.sections else []


def entries_of(doc: Docstring, kind: SectionKind) -> Iterator[Entry]:
    """Go through the entries of all sections of a kind.

    Args:
        doc: The docstring
        kind: The kind of section

    Yields:
        The entries in order

    Example:
        names = [entry.name for entry in entries_of(doc, SectionKind.INPUTS)]
    """
    for section in sections_of(doc, kind):
        yield from section.entries


def texts_of(doc: Docstring, kind: SectionKind) -> tuple[str, ...]:
    """Collect the items of list sections such as Guarantees.

    Args:
        doc: The docstring
        kind: The kind of section

    Returns:
        The items' texts, the text of sections without items included

    Example:
        steps = texts_of(doc, SectionKind.DATA_FLOW)
    """
    if not doc.sections:
        return ()
    found: list[str] = []
    for section in sections_of(doc, kind):
        if section.preamble:
            found.append(section.preamble)
        found += [f"{entry.name}: {entry.text}" if entry.name else entry.text for entry in section.entries]
    return tuple(filter(None, found))


def all_examples(doc: Docstring) -> tuple[Example, ...]:
    """Collect the examples of a docstring.

    Args:
        doc: The docstring

    Returns:
        The example blocks in order

    Example:
        examples = all_examples(doc)
    """
    if not doc.sections:
        return ()
    return tuple(example for section in sections_of(doc, SectionKind.EXAMPLES) for example in examples_of(section))
