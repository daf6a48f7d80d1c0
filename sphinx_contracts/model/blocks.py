"""What a page shows, without saying how: blocks of text, code and tables.

``sphinx_contracts.tables`` turns a contract into these blocks; the extension writes them as HTML or expands
them into docutils nodes, reports write them as text. All values are plain and can be pickled.

Key Components:
    - Text, Ref, Link: pieces of a line
    - Paragraph, ListBlock, CodeBlock, Table, Details: blocks
    - Row, Cell: parts of a table
    - Prose: prose as a docstring has it, for another reader than our own

Usage:
    from sphinx_contracts.model.blocks import Paragraph, Text

    block = Paragraph((Text("Reads the file."),))
"""

from dataclasses import dataclass
from typing import TypeAlias

from sphinx_contracts.model.fast_init import fast_init

__all__ = [
    "Block",
    "Cell",
    "CodeBlock",
    "Details",
    "Link",
    "ListBlock",
    "Paragraph",
    "Prose",
    "Ref",
    "Row",
    "Span",
    "Table",
    "Text",
]


@fast_init
@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text in one style."""

    text: str  # the characters, never markup
    style: str = ""  # "", "code", "em", "strong" or "badge-<name>" for a small label


@fast_init
@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object, resolved by the extension; plain code where it does not resolve."""

    text: str  # what is shown
    target: str  # dotted name, or the name of a format, rule or module
    role: str = "py:obj"  # "domain:role": "py:class", "py:func", "contract:mod", "contract:rule" ...


@fast_init
@dataclass(frozen=True, slots=True)
class Link:
    """A link to an http, https or mailto address."""

    text: str  # what is shown
    url: str  # the address; anything else than http, https and mailto is refused where it is made


Span: TypeAlias = Text | Ref | Link


@fast_init
@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``style`` "rubric" makes it a small heading."""

    spans: tuple[Span, ...]  # its pieces
    style: str = ""  # "", "rubric" or "lead"


@fast_init
@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A block of code or verbatim text."""

    code: str  # the text
    language: str = "text"  # a lexer's name: "python", "pycon", "shell", "json" or "text"


@fast_init
@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet list or a numbered list."""

    items: tuple[tuple["Block", ...], ...]  # the blocks of each item
    ordered: bool = False  # True for a numbered list


@fast_init
@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: tuple["Block", ...] = ()  # what it shows; a single paragraph is shown without its margins


@fast_init
@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]  # as many as the table has columns; one cell for a group heading
    depth: int = 0  # nesting, 0 for a top row
    anchor: str | None = None  # unique id of the row on its page
    group: bool = False  # True for a heading that spans all columns
    data: tuple[tuple[str, str], ...] = ()  # what the table is filtered and sorted by: name and value


@fast_init
@dataclass(frozen=True, slots=True)
class Table:
    """A table of a contract."""

    kind: str  # "inputs", "outputs", "side-effects", "raises", "fields", "components", "format", "modules" ...
    title: str  # caption, "" for none
    columns: tuple[str, ...]  # column headings
    rows: tuple[Row, ...]  # the rows in order
    keys: tuple[str, ...] = ()  # names of the columns where readers can filter and sort, else nothing


@fast_init
@dataclass(frozen=True, slots=True)
class Details:
    """Blocks behind a summary line that opens them."""

    summary: str  # the line that is always shown
    blocks: tuple["Block", ...]  # what it opens


Block: TypeAlias = Paragraph | CodeBlock | ListBlock | Table | Details


@fast_init
@dataclass(frozen=True, slots=True)
class Prose:
    """Prose as a docstring has it: reStructuredText or Markdown that somebody else reads."""

    text: str  # the lines as they stand, dedented
    home: str  # dotted name of the module whose source holds them
    numbers: tuple[int, ...] = ()  # the source line of each line; empty where it was inherited
    title: str = ""  # the heading of its section, "" for what stands before any
