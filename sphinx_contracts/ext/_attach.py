"""Our tables in the descriptions that others make of Python objects: autodoc, autoapi, autodoc2, or by hand.

Each description of the ``py`` domain passes here when a document is read, whoever wrote it. What it says already is
not said again.
"""

from collections.abc import Iterable, Iterator, Mapping

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from sphinx_contracts.ext._messages import catalog_words, spoken
from sphinx_contracts.ext._names import last_part
from sphinx_contracts.ext._nodes import (
    LATE_ROLES,
    Place,
    ReferenceKey,
    content_node,
    links_node,
    reference_key,
    spans_in,
)
from sphinx_contracts.ext._records import Document
from sphinx_contracts.ext._state import State, Use
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.model.blocks import Block, Paragraph, Ref, Text
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.formats import Format
from sphinx_contracts.tables.attached import attached_blocks, words_of
from sphinx_contracts.tables.view import Located
from sphinx_contracts.visible import visible

__all__ = ["attach_to_modules", "attach_to_object"]

_PREFIX = "module-"
"""How Sphinx begins the anchor of a module's description."""

_MEMBERS = (addnodes.desc, nodes.section)


def attach_to_object(app: Sphinx, domain: str, objtype: str, content: addnodes.desc_content) -> None:
    """Add what the description of a class, function, method or property lacks."""
    state = store_of(app.env).state
    if domain != "py" or state is None or not state.settings.attach or content.parent is None:
        return
    names = _described(content.parent)
    attacher = _Attacher(app, state)
    found: list[nodes.Node] = []
    for name in names:
        constructor = f"{name.rpartition('.')[2]}.__init__"
        by_itself = any(str(line.get("fullname")).endswith(constructor) for line in _signatures(content))
        title = name if len(names) > 1 else ""
        found += attacher.tables(name, content.children, content.parent, by_itself=by_itself, title=title)
    at = _end_of_text(content, 0)
    content[at:at] = found


def attach_to_modules(app: Sphinx, doctree: nodes.document) -> None:
    """Add what the descriptions of modules in a document lack; Sphinx has no event for them."""
    state = store_of(app.env).state
    if state is None or not state.settings.attach or not any(name.startswith(_PREFIX) for name in doctree.ids):
        return
    modules = app.env.domains.python_domain.modules.items()
    names = {module.node_id: name for name, module in modules if module.docname == app.env.docname}
    attacher = _Attacher(app, state)
    for holder, start, name in _descriptions(doctree, names):
        end = _end_of_text(holder, start)
        holder[end:end] = attacher.tables(name, holder[start:end], holder)


def _descriptions(doctree: nodes.document, names: Mapping[str, str]) -> list[tuple[nodes.Element, int, str]]:
    """Where the description of each module stands: the node that holds it, and where in it.

    The anchor is on a target before the description, or on what followed that: a section, or the first node.
    """
    found: list[tuple[nodes.Element, int, str]] = []
    for holder in doctree.findall(nodes.Element):
        for index, child in enumerate(holder.children):
            ids = child["ids"] if isinstance(child, nodes.Element) else ()
            place = (child, 1) if isinstance(child, nodes.section) else (holder, index)
            found += [(*place, names[name]) for name in ids if name in names]
    # from the end on, so that what is put in moves no other place
    return found[::-1]


def _end_of_text(holder: nodes.Element, start: int) -> int:
    """Where the text of a description ends and its members begin, each after its entry of the general index."""
    end = next((at for at in range(start, len(holder)) if isinstance(holder[at], _MEMBERS)), len(holder))
    while end > start and isinstance(holder[end - 1], addnodes.index):
        end -= 1
    return end


class _Attacher:
    """Makes the nodes that join descriptions, and notes in the document's record what was asked for."""

    def __init__(self, app: Sphinx, state: State) -> None:
        self._state = state
        self._store = store_of(app.env)
        self._env = app.env
        self._docname = app.env.docname

    def tables(
        self,
        name: str,
        said: Iterable[nodes.Node],
        holder: nodes.Element,
        *,
        by_itself: bool = False,
        title: str = "",
    ) -> list[nodes.Node]:
        """The tables that a description lacks, before them their links."""
        state = self._state
        if name.partition(".")[0] not in state.roots:
            return []
        document = self._store.document(self._docname)
        use = Use("attached", name)
        if use not in document.uses:
            document.uses[use] = state.digests(use, state.shown(use))
        located = state.located(name)
        if located is None:
            return []
        text = words_of(" ".join(_words(said)))
        blocks = attached_blocks(located, state.view, state.settings.attach, said=text, by_itself=by_itself)
        if not blocks:
            return []
        words = catalog_words(self._env, self._docname) if self._store.is_translated else None
        if words is not None:
            blocks = spoken(blocks, words)
        if title:
            blocks = (Paragraph((Text(visible(title), "code"),), "rubric"), *blocks)
        place = _place(located)
        node = content_node(blocks, place)
        node.source, node.line = holder.source, holder.line
        node["origin"] = (located.module.name, located.contract.line)
        keys = dict.fromkeys(_noted(document, blocks, place))
        return [links_node(keys), node] if keys else [node]


def _described(description: nodes.Element) -> list[str]:
    """The dotted names in the signatures of a description, each once."""
    names: dict[str, None] = {}
    for line in description.children:
        if isinstance(line, addnodes.desc_signature) and line.get("fullname"):
            module = line.get("module")
            names[f"{module}.{line['fullname']}" if module else line["fullname"]] = None
    return [name for name in names if "." in name]


def _signatures(content: nodes.Element) -> Iterator[addnodes.desc_signature]:
    for member in content.children:
        if isinstance(member, addnodes.desc):
            yield from (line for line in member.children if isinstance(line, addnodes.desc_signature))


def _words(said: Iterable[nodes.Node]) -> Iterator[str]:
    return (node.astext() for node in said if not isinstance(node, addnodes.desc))


def _place(located: Located) -> Place:
    contract = located.contract
    if isinstance(contract, Module | Format):
        return Place(located.module.name)
    holder = contract.qualname.rpartition(".")[0].removeprefix(located.module.name).lstrip(".")
    return Place(located.module.name, holder or None)


def _noted(document: Document, blocks: Iterable[Block], place: Place) -> Iterator[ReferenceKey]:
    """The references to objects, with the names in the document's record."""
    for span in spans_in(blocks):
        if not isinstance(span, Ref):
            continue
        if span.role == "contract:source":
            document.homes.add(span.target.rpartition(":")[0])
        elif span.role not in LATE_ROLES:
            document.names.add(last_part(span.target))
            yield reference_key(span, place)
