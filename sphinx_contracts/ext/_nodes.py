"""One node for everything that is shown of an object, and one for all links of a directive.

The nodes carry blocks, not docutils nodes: transforms walk every node some thirty times, so a table of a hundred
cells as one node costs a hundredth. They derive from ``nodes.raw``, whose text the search index reads. The links of
everything that a directive shows stand in one node before it, each once. When a page is written they become pending
references, which Sphinx resolves like any others.
"""

import builtins
import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docutils import nodes
from sphinx import addnodes

from sphinx_contracts.cache import packed
from sphinx_contracts.ext._labels import translated
from sphinx_contracts.model.blocks import Block, CodeBlock, Details, ListBlock, Paragraph, Ref, Span, Table, Text
from sphinx_contracts.tables.entry import Entry, Signature

__all__ = [
    "LATE_ROLES",
    "OBJECT_ROLE",
    "ContractBlocks",
    "ContractLinks",
    "ContractSignature",
    "Place",
    "ReferenceKey",
    "content_node",
    "is_code",
    "links_node",
    "pending",
    "reference_key",
    "signature_node",
    "signature_spans",
    "spaced",
    "spans_in",
]

LATE_ROLES = frozenset({"contract:source", "contract:schema"})
"""References that are made when a page is written: to files of the build, not to objects."""

OBJECT_ROLE = "contract:object"
"""References to objects of the project by qualified names. There are many; they are made when a page is written."""

_SAID_ELSEWHERE = frozenset({"effects-glance", "raises-glance", "connections"})
"""Tables that repeat what others of the page say; the search index needs it once."""
_BUILTINS = frozenset(dir(builtins))
_RAW = " "
"""What a node is made from. Sphinx fills in all of its words where there is nothing, and keeps them beside the node."""


class Place(NamedTuple):
    """Where names are looked up that are not dotted."""

    module: str | None = None
    class_name: str | None = None


class ReferenceKey(NamedTuple):
    """What a reference leads to: equal keys lead to the same object."""

    role: str
    target: str
    place: Place


class ContractBlocks(nodes.raw):
    """Blocks of a contract, packed: Sphinx keeps the documents that it has read in memory until all are read."""

    _unpacked: tuple[Block, ...] | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown; it is asked for when its page is written, and the document is given away after that."""
        if self._unpacked is None:
            # it comes from a document that Sphinx has unpickled itself
            self._unpacked = pickle.loads(zlib.decompress(self["packed"]))
        return self._unpacked

    def astext(self) -> str:
        """The words, for the search index, which takes everything between < and > out."""
        return " ".join(_words(self.blocks)).replace("<", " ")


class ContractSignature(nodes.raw):
    """The line that introduces an object."""

    def astext(self) -> str:
        """The name and the parameters as text."""
        return _signature_text(self["signature"], self["full"]).replace("<", " ")


class ContractLinks(nodes.raw):
    """The links of everything that a directive shows; their order is that of ``keys``."""

    def astext(self) -> str:
        """Nothing: it is not shown."""
        return ""


def content_node(blocks: tuple[Block, ...], place: Place) -> ContractBlocks:
    """A node for blocks; ``holds`` tells which scripts its page needs, without unpacking."""
    holds = (*(["code"] if _has_code(blocks) else []), *(["tree"] if _has_tree(blocks) else []))
    return ContractBlocks(_RAW, packed=packed(blocks), holds=holds, place=place, format="html")


def signature_node(entry: Entry, place: Place, *, full: bool) -> ContractSignature:
    """A node for the line that introduces an object; ``full`` shows the dotted name."""
    source = (entry.home, entry.line)
    return ContractSignature(_RAW, signature=entry.signature, full=full, source=source, place=place, format="html")


def links_node(keys: Iterable[ReferenceKey]) -> ContractLinks:
    """A node for links; they become references when the page is written, since transforms would walk those too."""
    return ContractLinks(_RAW, keys=tuple(keys), format="html")


def reference_key(ref: Ref, place: Place) -> ReferenceKey:
    """What a reference at a place leads to; a dotted name and a builtin are the same everywhere."""
    everywhere = "." in ref.target or ref.target in _BUILTINS or not ref.role.startswith("py:")
    return ReferenceKey(ref.role, ref.target, Place() if everywhere else place)


def pending(key: ReferenceKey, content: nodes.Node) -> addnodes.pending_xref:
    """A reference to resolve later; one that leads nowhere becomes its content without a warning."""
    domain, _, name = key.role.partition(":")
    node = addnodes.pending_xref(
        "",
        content,
        refdomain=domain,
        reftype=name,
        reftarget=key.target,
        refexplicit=True,
        refwarn=False,
        contracts=True,
    )
    if domain == "py":
        node["py:module"], node["py:class"] = key.place
    return node


def is_code(span: Span) -> bool:
    """Does a piece stand in the frame of code? Those side by side share one."""
    if isinstance(span, Ref):
        return span.role not in LATE_ROLES
    return isinstance(span, Text) and span.style == "code"


def spaced(spans: Sequence[Span]) -> Iterator[Span]:
    """The pieces with a blank on both sides of each label, as whoever listens or copies needs it."""
    last: Span | None = None
    for span in spans:
        touches = last is not None and not last.text.endswith(" ") and span.text[:1] not in (" ", ",", ":", "")
        if touches and (_is_badge(span) or (last is not None and _is_badge(last))):
            yield Text(" ")
        yield span
        last = span


def _is_badge(span: Span) -> bool:
    return isinstance(span, Text) and span.style.startswith("badge-")


def spans_in(blocks: Iterable[Block]) -> Iterator[Span]:
    """All pieces of text in blocks, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from spans_in(cell.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from spans_in(item)
        elif isinstance(block, Details):
            yield from spans_in(block.blocks)


def signature_spans(signature: Signature) -> Iterator[Span]:
    """All pieces of a signature, in order."""
    for parameter in signature.parameters or ():
        yield from parameter
    yield from signature.returns


def _signature_text(signature: Signature, full: bool) -> str:
    """A signature as plain text."""
    name = f"{signature.holder}{signature.name}" if full else signature.name
    text = f"{translated(signature.prefix)} {name}" if signature.prefix else name
    if signature.parameters is not None:
        parts = ("".join(span.text for span in parameter) for parameter in signature.parameters)
        text += f"({', '.join(parts)})"
    if signature.returns:
        arrow = ": " if signature.parameters is None else " → "
        text += arrow + "".join(span.text for span in signature.returns)
    return text


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            # who uses a function is not what it is about
            if block.style != "connections":
                yield "".join(translated(span.text) for span in block.spans)
        elif isinstance(block, CodeBlock):
            yield block.code
        elif isinstance(block, Table):
            if block.kind in _SAID_ELSEWHERE:
                continue
            yield translated(block.title)
            for row in block.rows:
                for cell in row.cells:
                    yield from _words(cell.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _words(item)
        else:
            yield translated(block.summary)
            yield from _words(block.blocks)


def _has_tree(blocks: Iterable[Block]) -> bool:
    """Is there a format with fields inside fields?"""
    tables = (block for block in blocks if isinstance(block, Table) and block.kind == "format")
    return any(row.depth for table in tables for row in table.rows)


def _has_code(blocks: Iterable[Block]) -> bool:
    """Is there code, be it in a list, in a cell or behind a line that opens it?"""
    for block in blocks:
        if isinstance(block, CodeBlock):
            return True
        if isinstance(block, ListBlock):
            inner: Iterable[Iterable[Block]] = block.items
        elif isinstance(block, Table):
            inner = (cell.blocks for row in block.rows for cell in row.cells)
        else:
            inner = (block.blocks,) if isinstance(block, Details) else ()
        if any(map(_has_code, inner)):
            return True
    return False
