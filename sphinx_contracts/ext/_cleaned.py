"""Nodes that were read from a docstring, made fit for the document around them.

What is left has no anchors, headings, images, raw text or links to anything but objects, documents and addresses of
the web. A kind of node that is not listed here is shown as its text.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from docutils import nodes
from pygments.lexers import find_lexer_class_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]
from sphinx import addnodes

from sphinx_contracts.ext._names import last_part
from sphinx_contracts.visible import visible

__all__ = ["Cleaner", "is_too_deep"]

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"'`\\{}|^]+", re.IGNORECASE)
_KEPT: tuple[type, ...] = (
    nodes.Admonition,
    nodes.abbreviation,
    nodes.admonition,
    nodes.attribution,
    nodes.block_quote,
    nodes.bullet_list,
    nodes.caption,
    nodes.classifier,
    nodes.colspec,
    nodes.compound,
    nodes.container,
    nodes.definition,
    nodes.definition_list,
    nodes.definition_list_item,
    nodes.description,
    nodes.doctest_block,
    nodes.emphasis,
    nodes.entry,
    nodes.enumerated_list,
    nodes.field,
    nodes.field_body,
    nodes.field_list,
    nodes.field_name,
    nodes.inline,
    nodes.line,
    nodes.line_block,
    nodes.list_item,
    nodes.literal,
    nodes.literal_block,
    nodes.option,
    nodes.option_argument,
    nodes.option_group,
    nodes.option_list,
    nodes.option_list_item,
    nodes.option_string,
    nodes.paragraph,
    nodes.row,
    nodes.rubric,
    nodes.sidebar,
    nodes.strong,
    nodes.subscript,
    nodes.subtitle,
    nodes.superscript,
    nodes.table,
    nodes.tbody,
    nodes.tgroup,
    nodes.thead,
    nodes.title,
    nodes.title_reference,
    nodes.topic,
    addnodes.centered,
    addnodes.hlist,
    addnodes.hlistcol,
    addnodes.literal_emphasis,
    addnodes.literal_strong,
    addnodes.manpage,
    addnodes.seealso,
    addnodes.versionmodified,
)
_DROPPED: tuple[type, ...] = (
    nodes.comment,
    nodes.pending,
    nodes.substitution_definition,
    nodes.transition,
    addnodes.highlightlang,
    addnodes.index,
    addnodes.tabular_col_spec,
)
_UNWRAPPED: tuple[type, ...] = (nodes.footnote, nodes.citation, nodes.target)
_NAMES = ("ids", "names", "dupnames", "backrefs")
_DOMAINS = frozenset({"py", "std", "contract"})
_DEEPEST = 40


class Cleaner:
    """Makes the nodes of one piece of prose fit."""

    def __init__(self, source: str, line_of: Callable[[int | None], int], target_of: Callable[[str], str]) -> None:
        self._source = source
        self._line_of = line_of
        self._target_of = target_of
        self.names: set[str] = set()  # last parts of the names that are referred to

    def clean(self, children: Iterable[nodes.Node]) -> list[nodes.Node]:
        """What is left of nodes, in their order."""
        return [node for child in children for node in self._clean(child)]

    def _clean(self, node: nodes.Node) -> Iterator[nodes.Node]:
        if isinstance(node, nodes.Text):
            yield nodes.Text(visible(node.astext()))
        elif isinstance(node, nodes.system_message):
            # a directive that docutils cannot read: its source is not lost
            for child in node.children:
                if isinstance(child, nodes.literal_block):
                    yield self._literal_block(visible(child.astext()))
        elif isinstance(node, _DROPPED) or not isinstance(node, nodes.Element):
            return
        elif isinstance(node, nodes.section):
            yield from self._section(node)
        elif isinstance(node, _UNWRAPPED):
            yield from self._unwrapped(node)
        elif isinstance(node, nodes.footnote_reference | nodes.citation_reference):
            yield nodes.Text(f"[{visible(node.astext())}]")
        elif isinstance(node, addnodes.pending_xref):
            yield from self._reference(node)
        elif isinstance(node, nodes.reference):
            yield from self._link(node)
        elif isinstance(node, _KEPT):
            yield self._kept(node, self.clean(node.children))
        else:
            yield from self._as_text(node)

    def _kept(self, node: nodes.Element, children: Iterable[nodes.Node]) -> nodes.Element:
        kept = node.copy()
        for name in _NAMES:
            kept[name] = []
        kept.source, kept.line = self._source, self._line_of(node.line)
        if isinstance(kept, nodes.literal_block):
            kept["force"] = True
            if "language" in kept and not _is_known(str(kept["language"])):
                kept["language"] = "text"
        kept.extend(children)
        return kept

    def _section(self, node: nodes.section) -> Iterator[nodes.Node]:
        for child in node.children:
            if isinstance(child, nodes.title):
                yield self._kept(nodes.rubric(), self.clean(child.children))
            else:
                yield from self._clean(child)

    def _unwrapped(self, node: nodes.Element) -> Iterator[nodes.Node]:
        """A note at the foot begins with its label; what bears an anchor is only what it shows."""
        label = next((child for child in node.children if isinstance(child, nodes.label)), None)
        found = self.clean(child for child in node.children if child is not label)
        if label is not None and found and isinstance(found[0], nodes.paragraph):
            found[0].insert(0, nodes.Text(f"[{visible(label.astext())}] "))
        yield from found

    def _reference(self, node: addnodes.pending_xref) -> Iterator[nodes.Node]:
        if node.get("refdomain") not in _DOMAINS and node.get("reftype") != "any":
            yield from self.clean(node.children)
            return
        kept = self._kept(node, self.clean(node.children))
        if node["refdomain"] == "py":
            # names mean what they mean in the module, and one that leads nowhere stays text
            kept["reftarget"] = self._target_of(node["reftarget"])
            kept["contracts"], kept["refwarn"] = True, False
        self.names.add(last_part(str(kept["reftarget"])))
        yield kept

    def _link(self, node: nodes.reference) -> Iterator[nodes.Node]:
        children = self.clean(node.children)
        if _ADDRESS.fullmatch(str(node.get("refuri", ""))):
            link = nodes.reference("", "", *children, refuri=node["refuri"], internal=False)
            link.source, link.line = self._source, self._line_of(node.line)
            yield link
        else:
            yield from children

    def _as_text(self, node: nodes.Element) -> Iterator[nodes.Node]:
        text = visible(str(node.get("alt", "") or node.rawsource or node.astext() or node.get("uri", "")))
        if not text.strip():
            return
        if isinstance(node, nodes.Inline) or (isinstance(node, nodes.image) and not _is_block(node)):
            yield nodes.literal(text, text)
        else:
            yield self._literal_block(text)

    def _literal_block(self, text: str) -> nodes.literal_block:
        block = nodes.literal_block(text, text, language="text", force=True)
        block.source, block.line = self._source, self._line_of(None)
        return block


def _is_block(node: nodes.Node) -> bool:
    return not isinstance(node.parent, nodes.TextElement)


def _is_known(language: str) -> bool:
    if language in ("default", "none", "guess"):
        return True
    try:
        find_lexer_class_by_name(language)
    except ClassNotFound:
        return False
    return True


def is_too_deep(children: Iterable[nodes.Node]) -> bool:
    """Are nodes nested so deeply that whoever walks or pickles the document would fail?"""
    level = list(children)
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.children]
        if not level:
            return False
    return True
