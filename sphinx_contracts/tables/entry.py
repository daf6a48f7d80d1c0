"""An object as a page shows it: its signature, its blocks and the objects inside it.

Every entry is built from the same parts, so that pages look alike wherever an object is shown.

Key Components:
    - Signature: the line that introduces a class or callable
    - Entry: an object with everything shown of it
    - PROSE_COLUMNS: the columns that hold sentences
    - anchors: the fields of an entry that can be linked to

Usage:
    from sphinx_contracts.tables.entry import Entry

    entry = Entry("module", "core.train", "core.train", "core.train", 1)
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_contracts.model.blocks import Block, Prose, Span, Table
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["PROSE_COLUMNS", "Entry", "Signature", "anchors"]

PROSE_COLUMNS = frozenset({"Description", "Condition", "Summary", "Finding", "What it reports"})
"""The columns that hold sentences: they need room, and no label where a table has no headings."""


@fast_init
@dataclass(frozen=True, slots=True)
class Signature:
    """The line that introduces a class or callable, in pieces."""

    prefix: str  # what stands before the name: "class", "async", "property" ...
    holder: str  # dotted name of what holds the object, shown where the object stands alone
    name: str  # the plain name
    parameters: tuple[tuple[Span, ...], ...] | None = None  # each parameter; None for no parentheses at all
    returns: tuple[Span, ...] = ()  # what is returned, or a property's type; empty when it is not known


@fast_init
@dataclass(frozen=True, slots=True)
class Entry:
    """An object as a page shows it."""

    kind: str  # "module", "class", "exception", "function", "method", "classmethod", "staticmethod", "property" ...
    name: str  # qualified name; ``module:name`` of a format; a rule's name
    label: str  # short name for tables of contents
    home: str  # dotted name of the module whose source defines it
    line: int  # source line
    signature: Signature | None = None  # None for a module
    blocks: tuple[Block | Prose, ...] = ()  # what is shown of it
    children: tuple["Entry", ...] = ()  # the objects inside it, in the order shown


def anchors(entry: Entry) -> Iterator[str]:
    """List the fields of an entry that can be linked to.

    Args:
        entry: An entry

    Yields:
        The qualified name of each field, which is its anchor

    Example:
        names = list(anchors(entry))
    """
    for block in entry.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                if row.anchor is not None:
                    yield row.anchor
