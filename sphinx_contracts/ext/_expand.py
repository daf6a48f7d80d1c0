"""Our nodes as ordinary docutils nodes, for builders that do not write HTML."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_contracts.ext._labels import shown
from sphinx_contracts.ext._messages import message_nodes
from sphinx_contracts.ext._names import anchor_of, broken
from sphinx_contracts.ext._nodes import (
    ContractBlocks,
    ContractLinks,
    ContractSignature,
    is_code,
    pending,
    reference_key,
    spaced,
)
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.ext._visitors import source_address
from sphinx_contracts.model.blocks import (
    Block,
    CodeBlock,
    Details,
    Link,
    ListBlock,
    Paragraph,
    Ref,
    Row,
    Span,
    Table,
)
from sphinx_contracts.tables.entry import PROSE_COLUMNS
from sphinx_contracts.visible import visible

__all__ = ["Expand"]

_SHORT = 6
"""As many rows surely find room on a page; a table in one piece would run off it."""
_ENDLESS = re.compile(r"\S{200}(?=\S)")
"""A word that the text writer would look through once for each of its lines: minutes for 100,000 characters."""
_STYLES = {"em": nodes.emphasis, "strong": nodes.strong}


class Expand(SphinxPostTransform):
    """Replaces our nodes before references are resolved."""

    default_priority = 5

    def is_supported(self) -> bool:
        """HTML has visitors of its own."""
        return store_of(self.env).output_format != "html"

    def run(self, **kwargs: Any) -> None:
        """Replace every node of ours in the document."""
        store = store_of(self.env)
        for links in list(self.document.findall(ContractLinks)):
            _replace(links, ())
        for node in list(self.document.findall(ContractBlocks)):
            if store.writes_catalogs:
                _replace(node, _messages(node, store.state))
                continue
            found = _Expander(self, node).blocks(node.blocks)
            if node["ids"]:
                found.insert(0, nodes.target("", "", ids=node["ids"]))
            _replace(node, self._wrappable(found))
        for line in list(self.document.findall(ContractSignature)):
            _replace(line, self._wrappable(_Expander(self, line).signature()))

    def _wrappable(self, found: Iterable[nodes.Node]) -> list[nodes.Node]:
        """The nodes, for the text writer with a blank in words that fill more than two lines."""
        found = list(found)
        if store_of(self.env).output_format == "text":
            for text in [item for node in found for item in node.findall(nodes.Text)]:
                if text.parent is not None and _ENDLESS.search(text):
                    text.parent.replace(text, nodes.Text(_ENDLESS.sub(r"\g<0> ", text)))
        return found


def _messages(node: ContractBlocks, state: State | None) -> Iterable[nodes.Node]:
    """What translators get of an object; a rule is none of the project."""
    home, line = node.get("origin", ("", 0))
    return message_nodes(node.blocks, state, home, line) if state is not None and home in state.slugs else ()


def _replace(node: nodes.Element, found: Iterable[nodes.Node]) -> None:
    assert node.parent is not None
    index = node.parent.index(node)
    node.parent[index : index + 1] = list(found)


class _Expander:
    """Makes the nodes of one of our nodes."""

    def __init__(self, transform: Expand, node: nodes.Element) -> None:
        store = store_of(transform.env)
        self._state = store.state
        self._is_latex = store.output_format == "latex"
        self._spanning = store.output_format != "man"  # its writer warns of cells that span columns
        self._node = node

    def blocks(self, blocks: Iterable[Block]) -> list[nodes.Node]:
        return [node for block in blocks for node in self._block(block)]

    def _block(self, block: Block) -> Iterator[nodes.Node]:
        if isinstance(block, Paragraph):
            spans = self._spans(block.spans)
            yield nodes.rubric("", "", *spans) if block.style == "rubric" else nodes.paragraph("", "", *spans)
        elif isinstance(block, CodeBlock):
            code = visible(block.code)
            yield nodes.literal_block(code, code, language=block.language, force=True)
        elif isinstance(block, ListBlock):
            items = [nodes.list_item("", *(self.blocks(item) or [nodes.paragraph()])) for item in block.items]
            if block.ordered:
                yield nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
            else:
                yield nodes.bullet_list("", *items, bullet="*")
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Details):
            yield nodes.rubric("", "", nodes.Text(shown(block.summary)))
            yield from self.blocks(block.blocks)

    def _table(self, block: Table) -> Iterator[nodes.Node]:
        if block.title:
            yield nodes.rubric("", "", nodes.Text(shown(block.title)))
        widths = _widths(block)
        group = nodes.tgroup("", cols=len(widths))
        group += [nodes.colspec("", colwidth=width) for width in widths]
        head = nodes.row("", *(nodes.entry("", nodes.paragraph("", shown(name))) for name in block.columns))
        group += nodes.thead("", head)
        group += nodes.tbody("", *(self._row(row, len(widths)) for row in block.rows))
        yield nodes.table("", group, classes=["contract-table", f"contract-{block.kind}", *_print_classes(block)])

    def _row(self, row: Row, columns: int) -> nodes.row:
        node = nodes.row()
        if row.group:
            return self._group(row, columns)
        for index, cell in enumerate(row.cells):
            content = self.blocks(cell.blocks) or [nodes.paragraph()]
            if index == 0 and row.depth and isinstance(content[0], nodes.paragraph):
                content[0].insert(0, nodes.Text("\N{EN DASH} " * row.depth))
            node += nodes.entry("", *content)
        if row.anchor is not None and anchor_of(row.anchor) in self._node.get("rows", ()):
            first = next(node.findall(nodes.paragraph), None)
            if first is not None:
                first.insert(0, nodes.target("", "", ids=[anchor_of(row.anchor)]))
        return node

    def _group(self, row: Row, columns: int) -> nodes.row:
        content = self.blocks(row.cells[0].blocks)
        if not self._spanning:
            empty = [nodes.entry("", nodes.paragraph()) for _ in range(columns - 1)]
            return nodes.row("", nodes.entry("", *content), *empty)
        return nodes.row("", nodes.entry("", *content, morecols=columns - 1))

    def _spans(self, spans: Sequence[Span]) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for is_framed, group in groupby(spaced(spans), is_code):
            if is_framed:
                found.append(nodes.literal("", "", *self._plain(list(group))))
            else:
                found.extend(map(self._span, group))
        return found

    def _span(self, span: Span) -> nodes.Node:
        text = shown(span.text)
        if isinstance(span, Ref):
            return self._late(span, text)
        if isinstance(span, Link):
            return nodes.reference("", text, refuri=span.url, internal=False)
        if span.style.startswith("badge-"):
            return nodes.Text(f"[{text}]")
        style = _STYLES.get(span.style)
        return style("", text) if style is not None else nodes.Text(text)

    def _late(self, span: Ref, text: str) -> nodes.Node:
        home, _, line = span.target.rpartition(":")
        address = source_address(self._state, home, line) if self._state and span.role == "contract:source" else None
        return nodes.Text(text) if address is None else nodes.reference("", text, refuri=address, internal=False)

    def signature(self) -> Iterator[nodes.Node]:
        """The line that introduces an object, as the domains of Sphinx write theirs."""
        signature = self._node["signature"]
        if signature.prefix:
            yield addnodes.desc_annotation("", f"{shown(signature.prefix)} ")
        if self._node["full"] and signature.holder:
            yield addnodes.desc_addname("", visible(signature.holder))
        yield addnodes.desc_name("", visible(signature.name))
        if signature.parameters is not None:
            listed = addnodes.desc_parameterlist()
            listed += [
                addnodes.desc_parameter("", "", *self._plain(item), noemph=True) for item in signature.parameters
            ]
            yield listed
        if signature.returns and signature.parameters is not None:
            yield addnodes.desc_returns("", "", *self._plain(signature.returns))
        elif signature.returns:
            yield addnodes.desc_annotation("", "", nodes.Text(": "), *self._plain(signature.returns))

    def _plain(self, spans: Sequence[Span]) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        texts = [visible(span.text) for span in spans]
        for span, parts in zip(spans, broken(texts), strict=True):
            text = self._breakable(parts)
            if isinstance(span, Ref):
                found.append(pending(reference_key(span, self._node["place"]), nodes.inline("", "", *text)))
            else:
                found += text
        return found

    def _breakable(self, parts: Sequence[str]) -> list[nodes.Node]:
        """Code as text; LaTeX is told where it may break names that are longer than a column."""
        if not self._is_latex:
            return [nodes.Text("".join(parts))]
        found: list[nodes.Node] = [nodes.Text(parts[0])]
        for part in parts[1:]:
            found += [nodes.raw("", r"\allowbreak{}", format="latex"), nodes.Text(part)]
        return found


def _print_classes(block: Table) -> list[str]:
    """What LaTeX needs: our widths in place of guessed ones, and page breaks between the rows of a long table."""
    return ["colwidths-given", "longtable"] if len(block.rows) > _SHORT else ["colwidths-given"]


def _widths(block: Table) -> list[int]:
    """Shares of the width: names and types narrow, descriptions wide."""
    return [40 if name in PROSE_COLUMNS else 20 for name in block.columns]
