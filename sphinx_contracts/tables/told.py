"""What a docstring tells in its own words: its summary, its description and its other sections.

Our own reader turns them into blocks; where the project has docutils or MyST read them, they stay as they are.

Key Components:
    - lead_blocks: summary and description
    - blank_note: the mark where there is no docstring
    - summary_cell: the first sentence, for a table of many objects
    - section_blocks: the sections whose headings have no meaning of their own
    - safe_blocks: prose that was left as it is, read by our own reader after all

Usage:
    from sphinx_contracts.tables.told import lead_blocks

    blocks = list(lead_blocks(function, view.scope("core.train")))
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from textwrap import dedent

from sphinx_contracts.docstrings.lines import places_of
from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.blocks import Block, Cell, ListBlock, Paragraph, Prose
from sphinx_contracts.model.contract import Callable, Class, Module
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.label import Label
from sphinx_contracts.rules.exemptions import is_exempt_module, is_undocumented_by_right
from sphinx_contracts.rules.filled import gets_docstring
from sphinx_contracts.tables._cells import badge, note, prose, rubric
from sphinx_contracts.tables.annotations import Scope

__all__ = ["blank_note", "lead_blocks", "safe_blocks", "section_blocks", "summary_cell"]

_UNDOCUMENTED = Label("Undocumented")
_PART = re.compile(r"\n\s*\n")


def lead_blocks(contract: Module | Class | Callable, scope: Scope, *, style: str = "") -> Iterator[Block | Prose]:
    """Lay out summary and description.

    Args:
        contract: The object
        scope: What names mean where its docstring stands
        style: The style of the paragraphs of the summary

    Yields:
        The blocks in order

    Example:
        blocks = list(lead_blocks(function, view.scope("core.train")))
    """
    if not scope.keeps_prose:
        summary = prose(contract.summary, scope)
        yield from (Paragraph(item.spans, style) if isinstance(item, Paragraph) else item for item in summary)
        yield from prose(contract.description, scope)
    elif contract.summary or contract.description:
        yield _kept(_lead_lines(contract), contract.doc, scope)


def blank_note(contract: Module | Class | Callable, home: Module | None) -> Iterator[Paragraph]:
    """Mark an object without a docstring where its summary would be.

    Args:
        contract: The object
        home: The module whose source defines it, None where that is not known

    Yields:
        The mark; nothing where there is a docstring, where it stands elsewhere, and where none is asked for

    Example:
        blocks = list(blank_note(function, view.home("core.train")))
    """
    if contract.doc.present or home is None or is_exempt_module(home) or gets_docstring(contract, home):
        return
    # a constructor may be documented in its class
    if isinstance(contract, Callable) and (contract.facts.is_constructor or is_undocumented_by_right(contract)):
        return
    yield note(badge(_UNDOCUMENTED, "undocumented"))


def summary_cell(contract: Module | Class | Callable, scope: Scope) -> Cell:
    """Lay out the first sentence; a directive, a list or code at the start of a docstring is none.

    Args:
        contract: The object
        scope: What names mean where its docstring stands

    Returns:
        The sentence as one paragraph, an empty cell where there is none

    Example:
        cell = summary_cell(module, view.scope(module.name))
    """
    found = prose(contract.summary, scope)
    if contract.summary.startswith("..") or not all(isinstance(block, Paragraph) for block in found):
        for part in _PART.split(contract.description):
            # what is indented belongs to the directive above it
            is_apart = part[:1].strip() and not part.startswith("..")
            if is_apart and isinstance(prose(part, scope)[0], Paragraph):
                return Cell(prose(parse_docstring(part, None, 1, 1).summary, scope))
        found = tuple(_paragraphs(found))[:1]
    return Cell(found)


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _paragraphs(item)


def section_blocks(contract: Module | Class | Callable, scope: Scope) -> Iterator[Block | Prose]:
    """Lay out the sections whose headings have no meaning of their own.

    Args:
        contract: The object
        scope: What names mean where its docstring stands

    Yields:
        The heading and the blocks of each section

    Example:
        blocks = list(section_blocks(function, view.scope("core.train")))
    """
    for section in contract.sections:
        if scope.keeps_prose:
            start = bisect_left(contract.doc.numbers, section.line)
            yield _kept(section.text.split("\n"), contract.doc, scope, start=start, title=section.title)
        else:
            yield rubric(section.title)
            yield from prose(section.text, scope)


def safe_blocks(kept: Prose, scope: Scope) -> tuple[Block, ...]:
    """Read prose that was left as it is by our own reader.

    Args:
        kept: The prose
        scope: What names mean where it stands

    Returns:
        The blocks, without the heading

    Example:
        blocks = safe_blocks(Prose("See `run`.", "core.train"), view.scope("core.train"))
    """
    return prose(kept.text, scope)


def _kept(lines: Sequence[str], doc: Docstring, scope: Scope, *, start: int = 0, title: str = "") -> Prose:
    """Lines as the docstring has them, the same indentation taken from all of them."""
    places = places_of(lines, doc.lines, start=start)
    if places:
        pairs = zip(lines, places, strict=True)
        lines = [doc.lines[at] if doc.lines[at].strip() == line.strip() else line for line, at in pairs]
    text = dedent("\n".join(lines))
    return Prose(text, scope.module, tuple(doc.numbers[at] for at in places), title)


def _lead_lines(contract: Module | Class | Callable) -> list[str]:
    """Summary and description as the docstring has them, the end of the summary on its own line again."""
    description = contract.description.split("\n") if contract.description else []
    summary = contract.summary.rstrip(":")
    taken: list[str] = []
    words = ""
    for line in contract.doc.lines:
        if not line.strip() or len(words) > len(summary):
            break
        taken.append(line)
        words = " ".join(f"{words} {line}".split())
        if words.startswith(summary) and summary:
            # what follows the sentence on its line begins the description
            rest = description[1:] if words[len(summary) :].strip(":") else description
            return [*taken, *([""] if _is_apart(contract.doc, len(taken)) and rest else []), *rest]
    return [contract.summary, *([""] if description else []), *description]


def _is_apart(doc: Docstring, index: int) -> bool:
    return index < len(doc.lines) and not doc.lines[index].strip()
