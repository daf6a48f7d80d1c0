"""Blocks as HTML: every text escaped, every control character visible, every address checked where it was made."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

from sphinx_contracts.ext._labels import shown
from sphinx_contracts.ext._names import anchor_of, broken
from sphinx_contracts.ext._nodes import LATE_ROLES, OBJECT_ROLE, is_code, spaced
from sphinx_contracts.ext._toolbar import toolbar
from sphinx_contracts.model.blocks import (
    Block,
    Cell,
    CodeBlock,
    Link,
    ListBlock,
    Paragraph,
    Ref,
    Row,
    Span,
    Table,
    Text,
)
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables.entry import PROSE_COLUMNS, Signature
from sphinx_contracts.visible import visible

__all__ = ["Writer"]

_TAGS = {"em": "em", "strong": "strong"}
_ARROW = ' <span class="sig-return-icon">&#x2192;</span>'
_SOURCE = Label("[source]")
_BREAK = "<wbr />"
_HERE = Label("Link to this row")
_LINE = 88
_SCROLLING = 48
_LONGEST_WORD = 20
_MOST_HIGHLIGHTED = 60_000
_LONGEST_ID = 60
_UNSAFE = re.compile(r"[^\w.]+")


def _escape(text: str) -> str:
    return html.escape(shown(text))


def _column(name: str) -> str:
    """The attribute of the cells of a column: sentences speak for themselves, all else is labelled on phones."""
    return ' class="contract-prose"' if name in PROSE_COLUMNS else f' data-label="{_escape(name)}"'


def _is_narrow(name: str, table: Table) -> bool:
    """Is it a column of names or types with others after it?"""
    return name not in PROSE_COLUMNS and name != table.columns[-1]


class _Anchors:
    """The ids of a table's rows: the object's, the kind of the table, and what the first cell says."""

    def __init__(self, anchor: str, kind: str) -> None:
        self.title = _escape(_HERE)
        self._prefix = f"{anchor}-{kind}-" if anchor else ""
        self._paths: list[str] = []
        self._taken: set[str] = set()

    def of(self, row: Row) -> str:
        """The id of a row, "" where it has none; nested rows have the path to them."""
        if not self._prefix or not row.cells:
            return ""
        words = " ".join(_first_words(row.cells[0]))
        self._paths[row.depth :] = [_UNSAFE.sub("-", words).strip("-")[:_LONGEST_ID]]
        name = plain = f"{self._prefix}{'.'.join(self._paths)}"
        number = 1
        while name in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name)
        return name


def _first_words(cell: Cell) -> Iterator[str]:
    """The names in a cell: what it says without its labels, unless it says nothing else."""
    spans = cell.blocks[0].spans if cell.blocks and isinstance(cell.blocks[0], Paragraph) else ()
    named = [span.text for span in spans if not (isinstance(span, Text) and span.style.startswith("badge-"))]
    yield from named or [span.text for span in spans[:1]]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes blocks as HTML."""

    link: Callable[[Ref], str]  # attributes of a reference's <a>, "" for one that leads nowhere
    late: Callable[[Ref], str | None]  # address of a file of the build, None where the build has no such file
    highlight: Callable[[str, str], str]  # code and language -> HTML
    rows: frozenset[str] = frozenset()  # ids that rows may bear
    anchor: str = ""  # id of the object, which begins the ids of its other rows; "" for none
    breaks: bool = False  # may lines end between the parts of names? In narrow columns only
    controls: bool = True  # may scripts bring controls to life? Not in books

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write blocks one after the other."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            kind = f' class="contract-{block.style}"' if block.style else ""
            return f"<p{kind}>{self.spans(block.spans)}</p>\n"
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, ListBlock):
            tag = "ol" if block.ordered else "ul"
            kind = f'{tag} class="{"arabic " if block.ordered else ""}simple contract-list"'
            items = "".join(f"<li>{self._compact(item)}</li>\n" for item in block.items)
            return f"<{kind}>\n{items}</{tag}>\n"
        if isinstance(block, CodeBlock):
            return self._code(block)
        return (
            f'<details class="contract-details"><summary>{_escape(block.summary)}</summary>\n'
            f"{self.blocks(block.blocks)}</details>\n"
        )

    def _compact(self, blocks: Sequence[Block]) -> str:
        """The blocks of a cell or item: the first paragraph without margins."""
        if blocks and isinstance(blocks[0], Paragraph) and not blocks[0].style:
            first = self.spans(blocks[0].spans)
            return first if len(blocks) == 1 else f"<p>{first}</p>\n{self.blocks(blocks[1:])}"
        return self.blocks(blocks)

    def _code(self, block: CodeBlock) -> str:
        if block.language == "text" or len(block.code) > _MOST_HIGHLIGHTED:
            code = f'<div class="highlight"><pre><span></span>{_escape(block.code)}\n</pre></div>'
        else:
            code = self.highlight(visible(block.code), block.language).rstrip("\n")
        if max(map(len, block.code.splitlines()), default=0) > _SCROLLING:
            code = code.replace("<pre>", '<pre tabindex="0">', 1)  # what scrolls must be reached without a mouse
        return f'<div class="highlight-{block.language} notranslate">{code}\n</div>\n'

    def _table(self, table: Table) -> str:
        caption = f"<caption>{_escape(table.title)}</caption>" if table.title else ""
        heads = [_escape(name) for name in table.columns]
        kinds = [_column(name) for name in table.columns]
        keys = [f' data-key="{key}"' for key in table.keys] or [""] * len(heads)
        head = "".join(f'<th scope="col"{key}>{name}</th>' for name, key in zip(heads, keys, strict=True))
        anchors = _Anchors(self.anchor, table.kind)
        narrow = replace(self, breaks=True)
        writers = [narrow if _is_narrow(name, table) else self for name in table.columns]
        rows = "".join(self._row(row, list(zip(kinds, writers, strict=True)), anchors) for row in table.rows)
        controls = toolbar(table) if table.keys and self.controls else ""
        return (
            f'{controls}<div class="contract-scroll"><table class="contract-table contract-{table.kind}">{caption}'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
        )

    def _row(self, row: Row, columns: "Sequence[tuple[str, Writer]]", anchors: "_Anchors") -> str:
        if row.group:
            content = self._compact(row.cells[0].blocks)
            return f'<tr class="contract-group"><th colspan="{len(columns)}" scope="rowgroup">{content}</th></tr>\n'
        anchor = anchor_of(row.anchor) if row.anchor is not None else None
        anchor = anchor if anchor is not None and anchor in self.rows else anchors.of(row)
        attributes = f' id="{html.escape(anchor)}"' if anchor else ""
        attributes += "".join(f' data-{name}="{_escape(value)}"' for name, value in row.data if value)
        if row.depth:
            attributes += f' class="contract-depth contract-depth-{min(row.depth, 9)}"'
        link = (
            f'<a class="contract-anchor" href="#{html.escape(quote(anchor))}" title="{anchors.title}">#</a>'
            if anchor
            else ""
        )
        written = [
            (kind, writer._compact(cell.blocks)) for (kind, writer), cell in zip(columns, row.cells, strict=False)
        ]
        cells = [f'<th scope="row">{text}{link}</th>' for _, text in written[:1]]
        cells += [f"<td{kind}>{text}</td>" for kind, text in written[1:]]
        return f"<tr{attributes}>{''.join(cells)}</tr>\n"

    def spans(self, spans: Sequence[Span]) -> str:
        """Write pieces of a line; code and references side by side share one frame."""
        found: list[str] = []
        for is_framed, group in groupby(spaced(spans), is_code):
            if is_framed:
                found.append(self._framed(list(group)))
            else:
                found.extend(self._span(span, _escape(span.text)) for span in group)
        return "".join(found)

    def _framed(self, spans: Sequence[Span]) -> str:
        texts = [shown(span.text) for span in spans]
        parts = broken(texts) if self.breaks else [[text] for text in texts]
        longest = max((len(word) for piece in parts for part in piece for word in part.split()), default=0)
        kind = " contract-long" if longest > _LONGEST_WORD else ""
        inner = "".join(
            self._span(span, _BREAK.join(map(html.escape, piece))) for span, piece in zip(spans, parts, strict=True)
        )
        return f'<code class="docutils literal notranslate{kind}">{inner}</code>'

    def _span(self, span: Span, text: str) -> str:
        """Write a piece of a line whose text is escaped."""
        if isinstance(span, Text):
            if span.style.startswith("badge-"):
                name = span.style.removeprefix("badge-")
                return f'<span class="contract-badge contract-badge-{html.escape(name)}">{text}</span>'
            tag = _TAGS.get(span.style)
            return f"<{tag}>{text}</{tag}>" if tag is not None else text
        if isinstance(span, Link):
            return f'<a class="reference external" href="{html.escape(span.url)}">{text}</a>'
        if span.role in LATE_ROLES or span.role == OBJECT_ROLE:
            url = self.late(span)
            return f'<a class="reference internal" href="{html.escape(url)}">{text}</a>' if url is not None else text
        attributes = self.link(span)
        return f"<a {attributes}>{text}</a>" if attributes else text

    def signature(self, signature: Signature, *, full: bool, source: str | None) -> str:
        """Write the line that introduces an object, each parameter on a line of its own where it is long."""
        found = []
        if signature.prefix:
            found.append(f'<em class="property contract-prefix">{_escape(signature.prefix)}</em> ')
        if full and signature.holder:
            found.append(f'<span class="sig-prename descclassname">{_escape(signature.holder)}</span>')
        found.append(f'<span class="sig-name descname">{_escape(signature.name)}</span>')
        if signature.parameters is not None:
            found.append(self._parameters(signature))
        if signature.returns:
            arrow = ":" if signature.parameters is None else _ARROW
            returns = self._plain(signature.returns)
            found.append(f'<span class="sig-return">{arrow} <span class="sig-return-typehint">{returns}</span></span>')
        if source is not None:
            found.append(
                f'<a class="reference internal contract-source" href="{html.escape(source)}">'
                f'<span class="viewcode-link">{_escape(_SOURCE)}</span></a>'
            )
        return "".join(found)

    def _plain(self, spans: Sequence[Span]) -> str:
        return "".join(self._span(span, _escape(span.text)) for span in spans)

    def _parameters(self, signature: Signature) -> str:
        parameters = signature.parameters or ()
        length = len(signature.name) + sum(len(span.text) + 1 for item in parameters for span in item)
        length += sum(len(span.text) for span in signature.returns)
        written = [f'<em class="sig-param">{self._plain(item)}</em>' for item in parameters]
        if length <= _LINE or not parameters:
            inner = ", ".join(written)
        else:
            inner = "".join(f'<span class="contract-parameter">{item},</span>' for item in written)
        return f'<span class="sig-paren">(</span>{inner}<span class="sig-paren">)</span>'
