"""The prose of docstrings in the project's own catalogs, as Sphinx has the prose of documents.

``sphinx-build -b gettext`` writes each paragraph, with the line of the source that it comes from; what the catalog of
the project's language gives for it is shown in its place. Sphinx's protocol for nodes that can be translated knows one
place and one mark "is translated" for each node, and our nodes hold many paragraphs: hence this way beside it.
"""

import gettext
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util.i18n import docname_to_domain

from sphinx_contracts.ext._state import State
from sphinx_contracts.model.blocks import Block, Cell, Details, ListBlock, Paragraph, Prose, Span, Table, Text
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.label import Label
from sphinx_contracts.prose import spans_of, written
from sphinx_contracts.source import read_text
from sphinx_contracts.tables.entry import Entry

__all__ = ["Words", "catalog_words", "message_nodes", "spoken", "spoken_entry"]

Words: TypeAlias = Callable[[str], str]

_OURS = frozenset({"findings", "rules"})
"""Tables whose prose is that of the rules, the same in all projects."""
_PROSE = frozenset({"", "em", "strong"})
_START = 30


def catalog_words(env: BuildEnvironment, docname: str) -> Words | None:
    """What the catalog of a document gives for a message, None where there is none."""
    config = env.config
    domain = docname_to_domain(docname, config.gettext_compact)
    found: gettext.NullTranslations | None = None
    for folder in config.locale_dirs:
        try:
            catalog = gettext.translation(domain, Path(env.srcdir, folder), [config.language])
        except OSError:  # no such catalog
            continue
        if found is None:
            found = catalog
        else:
            found.add_fallback(catalog)
    return found.gettext if found is not None else None


def spoken(blocks: Iterable[Block], words: Words) -> tuple[Block, ...]:
    """Blocks with their prose in the language of a catalog."""
    return tuple(_spoken(block, words) for block in blocks)


def spoken_entry(entry: Entry, words: Words) -> Entry:
    """An object with everything inside it, its prose in the language of a catalog."""
    children = tuple(spoken_entry(child, words) for child in entry.children)
    # what docutils reads is translated by Sphinx itself
    blocks = tuple(item if isinstance(item, Prose) else _spoken(item, words) for item in entry.blocks)
    return replace(entry, blocks=blocks, children=children)


def _spoken(block: Block, words: Words) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, spans=_translated(block, words)) if _is_prose(block) else block
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(spoken(item, words) for item in block.items))
    if isinstance(block, Details):
        return replace(block, blocks=spoken(block.blocks, words))
    if isinstance(block, Table) and block.kind not in _OURS:
        rows = tuple(replace(row, cells=tuple(_cell(cell, words) for cell in row.cells)) for row in block.rows)
        return replace(block, rows=rows)
    return block


def _cell(cell: Cell, words: Words) -> Cell:
    return replace(cell, blocks=spoken(cell.blocks, words)) if cell.blocks else cell


def _translated(block: Paragraph, words: Words) -> tuple[Span, ...]:
    message = written(block.spans)
    found = words(message)
    return block.spans if found in ("", message) else spans_of(found)


def _is_prose(block: Paragraph) -> bool:
    """Words of a docstring; not a name, a label or what the analysis says."""
    if any(isinstance(span, Text) and span.style.startswith("badge-") for span in block.spans):
        return False
    return any(
        isinstance(span, Text)
        and span.style in _PROSE
        and not isinstance(span.text, Label)
        and any(map(str.isalpha, span.text))
        for span in block.spans
    )


def message_nodes(blocks: Iterable[Block], state: State, home: str, line: int) -> Iterator[nodes.Node]:
    """A paragraph for each message of an object, with the file and the line where it stands."""
    path = state.path_of(home)
    lines = read_text(path).splitlines()
    for block in _paragraphs(blocks):
        message = written(block.spans)
        node = nodes.paragraph(message, "", nodes.Text(message))
        node.source, node.line = str(path), _line_of(block, lines, line)
        # the catalog takes only nodes that bear an id of their own
        node.__dict__["uid"] = hashlib.blake2b(message.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        yield node


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if _is_prose(block):
                yield block
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _paragraphs(item)
        elif isinstance(block, Details):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Table) and block.kind not in _OURS:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def _line_of(block: Paragraph, lines: Sequence[str], line: int) -> int:
    """The line where a paragraph begins, that of its object where the source writes it in other words."""
    first = next(span.text for span in block.spans if span.text.strip()).strip()
    for length in (_START, _START // 3):
        start = first[:length].strip()
        for number in range(max(line, 1), len(lines) + 1):
            if start in lines[number - 1]:
                return number
    return line
