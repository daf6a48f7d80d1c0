"""From what a directive shows to nodes, with the record of the objects described."""

import re
from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from sphinx_contracts.ext._contents import contents_node
from sphinx_contracts.ext._labels import translated
from sphinx_contracts.ext._markup import MarkupReader
from sphinx_contracts.ext._messages import catalog_words, spoken, spoken_entry
from sphinx_contracts.ext._names import anchor_of, last_part
from sphinx_contracts.ext._nodes import (
    LATE_ROLES,
    OBJECT_ROLE,
    Place,
    ReferenceKey,
    content_node,
    links_node,
    reference_key,
    signature_node,
    signature_spans,
    spans_in,
)
from sphinx_contracts.ext._records import Described, Document, Target
from sphinx_contracts.ext._state import Shown, State
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.model.blocks import Block, Paragraph, Prose, Ref, Span, Text
from sphinx_contracts.model.label import Label
from sphinx_contracts.tables.entry import Entry, anchors
from sphinx_contracts.tables.told import safe_blocks
from sphinx_contracts.visible import visible

__all__ = ["Describer"]

_TYPES = {"module": "module", "class": "class", "exception": "class", "format": "format", "rule": "rule"}
_NOT_PYTHON = frozenset({"format", "rule"})
_GROUPS = (
    (Label("Data formats"), frozenset({"format"})),
    (Label("Classes"), frozenset({"class", "exception"})),
    (Label("Functions"), frozenset({"function"})),
)
_SEPARATOR = re.compile(r"[.:]")
_DEEPEST = 5
"""Entries nested more deeply are shown side by side: trees of nodes are walked and pickled recursively."""


class Describer:
    """Makes the nodes of one directive and notes what they describe."""

    def __init__(
        self, state: State, document: Document, directive: SphinxDirective, *, no_index: bool, leads: bool
    ) -> None:
        self._state = state
        self._document = document
        self._env = directive.env
        self._docname = self._env.docname
        self._tree: nodes.document = directive.state.document
        self._source = directive.get_source_info()
        self._no_index = no_index
        self._leads = leads
        self._location: str = directive.get_location()
        self._depth = 0
        self._words = catalog_words(self._env, self._docname) if store_of(self._env).is_translated else None
        self._in_contents: bool = directive.config.toc_object_entries
        self._keys: dict[ReferenceKey, None] = {}
        self._reader = MarkupReader(self._env, state, document, directive.state.document.settings)

    def nodes_of(self, shown: Shown) -> list[nodes.Node]:
        """The nodes of everything shown."""
        found: list[nodes.Node] = []
        if self._words is not None:
            words = self._words
            entries = tuple(spoken_entry(item, words) for item in shown.entries)
            shown = Shown(spoken(shown.blocks, words), entries, shown.contents)
        if shown.blocks:
            found.append(self._content(shown.blocks, Place()))
        if shown.entries and not self._no_index:
            self._claim(shown.entries[0])
        for entry in shown.entries:
            found.extend(self._module(entry) if entry.kind == "module" else self._object(entry, 0, full=True))
        if shown.contents:
            found += self._contents(shown)
        return [links_node(self._keys), *found] if self._keys else found

    def _contents(self, shown: Shown) -> Iterator[nodes.Node]:
        """The part of the tree of modules that this document holds: the page of a package, or an index that may."""
        package = shown.entries[0].name if shown.entries else ""
        page = self._state.page_of(package) if package else None
        if self._leads or (self._docname == page and page in self._state.written):
            yield contents_node(self._docname, package, shown.contents, self._state, self._env)

    def _claim(self, entry: Entry) -> None:
        """Note that this directive describes an object: another one that does so too is one too many."""
        type_, name = _TYPES.get(entry.kind, "function"), visible(entry.name)
        is_repeated = any((item.type, item.name) == (type_, name) for item in self._document.targets)
        self._document.described.append(Described(type_, name, self._location, is_repeated))
        self._depth = len(_SEPARATOR.split(name))

    def _module(self, entry: Entry) -> Iterator[nodes.Node]:
        on_page = self._state.page_of(entry.name) == self._docname
        anchor, rows = self._note(entry, on_page)
        node, *more = self._pieces(entry, Place(entry.name), rows, anchor)
        if anchor is not None and anchor not in self._tree.ids:
            node["ids"] = [anchor]
            self._tree.note_explicit_target(node)
        yield from (node, *more)
        groups = [(title, [item for item in entry.children if item.kind in kinds]) for title, kinds in _GROUPS]
        for title, children in groups:
            if children and sum(1 for _, items in groups if items) > 1:
                yield nodes.rubric("", translated(title), classes=["contract-group"], translatable=False)
            for child in children:
                yield from self._object(child, 0, full=False, on_page=on_page, module=entry.name)

    def _object(
        self, entry: Entry, depth: int, *, full: bool, on_page: bool = False, module: str | None = None
    ) -> Iterator[nodes.Node]:
        module = module or entry.home
        is_class = entry.kind in ("class", "exception")
        holder = entry.name if is_class else entry.name.rpartition(".")[0]
        place = Place(module, holder.removeprefix(module).lstrip(".") or None)
        type_ = _TYPES.get(entry.kind, "function")
        desc = addnodes.desc(domain="contract", objtype=type_, classes=["py", entry.kind, "contract-object"])
        desc["no-index"] = desc["no-contents-entry"] = self._no_index
        signature = addnodes.desc_signature("", "", signature_node(entry, place, full=full))
        anchor, rows = self._note(entry, on_page)
        if anchor is not None:
            signature["ids"] = [anchor]
            signature["_toc_name"] = entry.label if self._in_contents else ""
            self._tree.note_explicit_target(signature)
        self._locate(signature[0], place, signature_spans(entry.signature) if entry.signature is not None else ())
        self._document.homes.add(entry.home)
        content = addnodes.desc_content()
        desc += [signature, content]
        content += self._pieces(entry, place, rows, anchor)
        nested = depth < _DEEPEST
        below = [
            node
            for child in entry.children
            for node in self._object(child, depth + 1, full=not nested, on_page=on_page, module=module)
        ]
        if nested:
            content += below
        yield desc
        if not nested:
            yield from below

    def _pieces(self, entry: Entry, place: Place, rows: frozenset[str], anchor: str | None) -> list[nodes.Element]:
        """One node for all blocks of an object, or several where others read its prose between them."""
        found: list[nodes.Element] = []
        blocks: list[Block] = []

        def close() -> None:
            if blocks:
                node = self._content(tuple(blocks), place, rows, anchor)
                node["origin"] = (entry.home, entry.line)
                found.append(node)
                blocks.clear()

        for block in entry.blocks:
            if not isinstance(block, Prose):
                blocks.append(block)
                continue
            if block.title and not self._reader.takes(block.title):
                blocks.append(Paragraph((Text(visible(block.title)),), "rubric"))
            read = self._reader.read(block, entry.name, entry.kind, place)
            if read is None:
                blocks += safe_blocks(block, self._state.view.scope(block.home))
            else:
                close()
                found += read
        close()
        return found

    def _content(
        self,
        blocks: tuple[Block, ...],
        place: Place,
        rows: frozenset[str] = frozenset(),
        anchor: str | None = None,
    ) -> nodes.Element:
        node = content_node(blocks, place)
        node["anchor"] = anchor or ""
        node["rows"] = rows
        for name in rows:
            self._tree.ids.setdefault(name, node)
        self._locate(node, place, spans_in(blocks))
        return node

    def _locate(self, node: nodes.Node, place: Place, spans: Iterable[Span]) -> None:
        node.source, node.line = self._source
        for span in spans:
            if not isinstance(span, Ref):
                continue
            if span.role == "contract:source":
                self._document.homes.add(span.target.rpartition(":")[0])
            elif span.role == OBJECT_ROLE:
                self._document.names.add(last_part(span.target))
            elif span.role not in LATE_ROLES:
                self._keys.setdefault(reference_key(span, place))
                self._document.names.add(last_part(span.target))

    def _note(self, entry: Entry, on_page: bool) -> tuple[str | None, frozenset[str]]:
        """Record an object and the fields that its tables list: its anchor and theirs, where they get one."""
        type_ = _TYPES.get(entry.kind, "function")
        anchor = self._anchor(entry, type_)
        if anchor is None:
            return None, frozenset()
        python = None if entry.kind in _NOT_PYTHON else entry.kind
        summary = _summary(entry) if entry.kind == "module" else ""
        target = Target(type_, visible(entry.name), self._docname, anchor, python, summary, on_page, self._depth)
        self._document.targets.append(target)
        rows = {anchor_of(name): name for name in anchors(entry)}
        free = frozenset(row for row in rows if row not in self._tree.ids)
        for row, name in rows.items():
            if row in free:
                field = Target("", name, self._docname, row, "attribute", "", on_page, self._depth)
                self._document.targets.append(field)
        return anchor, free

    def _anchor(self, entry: Entry, type_: str) -> str | None:
        """The anchor of an object, None for one that gets none: the document describes it above."""
        if self._no_index:
            return None
        name = visible(entry.name)
        plain = anchor_of(f"rule-{entry.name}" if entry.kind == "rule" else entry.name)
        for anchor in (plain, f"contract-{plain}"):
            taken = self._tree.ids.get(anchor)
            # a section whose title is the name of a module without dots has the module's anchor already
            if taken is None or (entry.kind == "module" and isinstance(taken, nodes.section)):
                return anchor
            if any((item.type, item.name) == (type_, name) for item in self._document.targets):
                return None
        return None


def _summary(entry: Entry) -> str:
    for block in entry.blocks:
        if isinstance(block, Paragraph) and block.style == "lead":
            return "".join(span.text for span in block.spans)
        if isinstance(block, Prose):
            return visible(block.text.partition("\n")[0])
    return ""
