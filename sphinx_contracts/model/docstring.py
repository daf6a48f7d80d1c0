"""A docstring read into sections and entries.

The readers in ``sphinx_contracts.docstrings`` produce these records whatever the dialect; rules and tables
only ever see them. Every line number is a 1-based line of the source file.

Key Components:
    - SectionKind: what a heading means
    - Entry: one named item of a section
    - DocSection: one section of a docstring
    - Docstring: the whole docstring

Usage:
    from sphinx_contracts.model.docstring import Docstring

    assert not Docstring().present
"""

from dataclasses import dataclass
from enum import StrEnum

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["DocSection", "Docstring", "Entry", "SectionKind"]


class SectionKind(StrEnum):
    """The meaning of a section's heading."""

    INPUTS = "inputs"  # parameters of a callable
    RETURNS = "returns"  # the value returned
    YIELDS = "yields"  # the values yielded
    RAISES = "raises"  # exceptions that leave the callable
    WARNS = "warns"  # warnings that are issued
    SIDE_EFFECTS = "side-effects"  # what is done to the world
    EXAMPLES = "examples"  # usage and examples
    COMPONENTS = "components"  # the key components of a module
    ATTRIBUTES = "attributes"  # attributes of a class, fields of a record
    RESPONSIBILITIES = "responsibilities"  # what a class is there for
    DATA_FLOW = "data-flow"  # the steps data takes
    GUARANTEES = "guarantees"  # what callers may rely on
    PRECEDENCE = "precedence"  # which source of a value wins
    OTHER = "other"  # a heading with no meaning here, shown verbatim


@fast_init
@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a section: a parameter, an exception, a bullet."""

    name: str  # the item's name as written, without backticks and stars; "" for an item with no name
    text: str  # the description, dedented, "" when there is none
    line: int  # source line of the item's first character
    type: str | None = None  # the type the docstring gives, None when it gives none
    column: int = 1  # 1-based column of the item
    fields: tuple["Entry", ...] = ()  # nested items that describe this item's fields
    optional: bool = False  # True where the docstring says "optional"
    default: str | None = None  # the default the docstring gives


@fast_init
@dataclass(frozen=True, slots=True)
class DocSection:
    """One section of a docstring: a heading that was understood, or any other heading."""

    kind: SectionKind  # what the heading means
    title: str  # the heading as written, without decoration
    line: int  # source line of the heading
    text: str = ""  # the body, dedented, verbatim
    body_line: int = 0  # source line of the body's first line
    entries: tuple[Entry, ...] = ()  # the items of the body, in order
    preamble: str = ""  # prose before the first item, or the whole body when it holds no items
    explicit_none: bool = False  # True when the body says that there is nothing: "None", "No side effects."
    numbers: tuple[int, ...] = ()  # source line of each line of ``text``; empty where they follow on ``body_line``


@fast_init
@dataclass(frozen=True, slots=True)
class Docstring:
    """A whole docstring; the default value stands for a missing one."""

    present: bool = False  # True when the object has a docstring that is not blank
    line: int = 0  # source line of the opening quotes
    end_line: int = 0  # source line of the closing quotes
    summary: str = ""  # the first sentence or line
    description: str = ""  # prose between the summary and the first section
    description_line: int = 0  # source line of the description's first line
    sections: tuple[DocSection, ...] = ()  # the sections in order
    lines: tuple[str, ...] = ()  # the cleaned lines of the docstring (dedented, first line stripped)
    numbers: tuple[int, ...] = ()  # the source line of each of ``lines``
    margin: int = 0  # columns of common indentation that were removed
    columns: tuple[int, ...] = ()  # source column of the first word of each of ``lines``, only where tabs indent them
