"""One node for everything that is shown of an object.

The node carries blocks, not docutils nodes: transforms walk every node some thirty times, so a table of a hundred
cells as one node costs a hundredth. It derives from ``nodes.raw``, whose text the search index reads; its children
are one pending reference for each name that it links to, which Sphinx resolves like any other.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from docutils import nodes
from sphinx import addnodes

from sphinx_contracts.model.blocks import Block, CodeBlock, Details, ListBlock, Paragraph, Ref, Span, Table, Text
from sphinx_contracts.tables.entry import Entry, Signature

__all__ = [
    "LATE_ROLES",
    "ContractBlocks",
    "ContractSignature",
    "ReferenceKey",
    "content_node",
    "is_code",
    "keys_of",
    "pending",
    "signature_node",
    "signature_spans",
    "signature_text",
    "spans_in",
]

ReferenceKey = tuple[str, str]
"""Role and target of a reference."""

_Node = TypeVar("_Node", bound=nodes.raw)

LATE_ROLES = frozenset({"contract:source", "contract:schema"})
"""References that are made when a page is written: to files of the build, not to objects."""


class ContractBlocks(nodes.raw):
    """Blocks of a contract."""

    def astext(self) -> str:
        """The words, for the search index, which takes everything between < and > out."""
        return " ".join(_words(self["blocks"])).replace("<", " ")


class ContractSignature(nodes.raw):
    """The line that introduces an object."""

    def astext(self) -> str:
        """The name and the parameters as text."""
        return signature_text(self["signature"], self["full"]).replace("<", " ")


def content_node(blocks: tuple[Block, ...], context: dict[str, Any]) -> ContractBlocks:
    """A node for blocks; ``context`` says in which module and class names are looked up."""
    return _with_references(ContractBlocks("", blocks=blocks, format="html", **context), spans_in(blocks))


def signature_node(entry: Entry, context: dict[str, Any], *, full: bool) -> ContractSignature:
    """A node for the line that introduces an object; ``full`` shows the dotted name."""
    signature = entry.signature
    assert signature is not None
    node = ContractSignature(
        "", signature=signature, full=full, source=(entry.home, entry.line), format="html", **context
    )
    return _with_references(node, signature_spans(signature))


def _with_references(node: _Node, spans: Iterable[Span]) -> _Node:
    node["keys"] = keys_of(spans)
    node.extend(pending(key, node, nodes.Text("")) for key in node["keys"])
    return node


def keys_of(spans: Iterable[Span]) -> tuple[ReferenceKey, ...]:
    """The references that Sphinx resolves, each once."""
    found = {(span.role, span.target): None for span in spans if isinstance(span, Ref)}
    return tuple(key for key in found if key[0] not in LATE_ROLES)


def pending(key: ReferenceKey, context: nodes.Element, content: nodes.Node) -> addnodes.pending_xref:
    """A reference to resolve later; one that leads nowhere becomes its content without a warning."""
    role, target = key
    domain, _, name = role.partition(":")
    node = addnodes.pending_xref(
        "", content, refdomain=domain, reftype=name, reftarget=target, refexplicit=True, refwarn=False, contracts=True
    )
    if domain == "py":
        node["py:module"] = context.get("module")
        node["py:class"] = context.get("class_name")
    return node


def is_code(span: Span) -> bool:
    """Does a piece stand in the frame of code? Those side by side share one."""
    if isinstance(span, Ref):
        return span.role not in LATE_ROLES
    return isinstance(span, Text) and span.style == "code"


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


def signature_text(signature: Signature, full: bool) -> str:
    """A signature as plain text."""
    name = f"{signature.holder}{signature.name}" if full else signature.name
    text = f"{signature.prefix} {name}" if signature.prefix else name
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
            yield "".join(span.text for span in block.spans)
        elif isinstance(block, CodeBlock):
            yield block.code
        elif isinstance(block, Table):
            yield block.title
            for row in block.rows:
                for cell in row.cells:
                    yield from _words(cell.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _words(item)
        else:
            yield block.summary
            yield from _words(block.blocks)
