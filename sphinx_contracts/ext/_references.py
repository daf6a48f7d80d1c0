"""References across the site: our objects in the ``py`` domain, names that lead through re-exports, dead links."""

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.python import ModuleEntry, ObjectEntry
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from sphinx_contracts.ext._labels import translated
from sphinx_contracts.ext._names import last_part
from sphinx_contracts.ext._nodes import ContractLinks, pending
from sphinx_contracts.ext._records import Target
from sphinx_contracts.ext._store import DocumentStore, store_of
from sphinx_contracts.model.label import Label

__all__ = ["Refer", "changed_documents", "empty_python", "fill_python", "moved_documents", "resolve_name", "silence"]

_CALLABLES = frozenset({"function", "method", "classmethod", "staticmethod"})


def empty_python(env: BuildEnvironment) -> None:
    """Take out what the last build put in, so that whoever describes an object meets no other description."""
    store = store_of(env)
    python = env.domains.python_domain
    filled = store.data["filled"]
    for name in filled.get("objects", ()):
        entry = python.objects.get(name)
        if entry is not None and entry.aliased:
            del python.objects[name]
    for name in filled.get("modules", ()):
        python.modules.pop(name, None)
    entries = env.domains.index_domain.entries
    for docname, added in filled.get("index", {}).items():
        if docname in entries:
            entries[docname] = [entry for entry in entries[docname] if entry not in added]
    store.data["filled"] = {}


def fill_python(env: BuildEnvironment) -> None:
    """Enter our objects into the ``py`` domain and the general index where nothing else describes them.

    They enter as aliases: those give way to any other description without a warning.
    """
    store = store_of(env)
    python = env.domains.python_domain
    objects: set[str] = set()
    modules: set[str] = set()
    index: dict[str, list[tuple[str, str, str, str, str | None]]] = {}
    for target in store.targets().values():
        if target.python is None or target.name in python.objects:
            continue
        if target.python == "module":
            if target.name in python.modules:
                continue
            python.modules[target.name] = ModuleEntry(target.docname, target.anchor, target.summary, "", False)
            modules.add(target.name)
        python.objects[target.name] = ObjectEntry(target.docname, target.anchor, target.python, True)
        objects.add(target.name)
        if target.python != "attribute":
            index.setdefault(target.docname, []).append(("single", _index_text(target), target.anchor, "", None))
    for docname, added in index.items():
        env.domains.index_domain.entries.setdefault(docname, []).extend(added)
    store.data["filled"] = {"objects": objects, "modules": modules, "index": index}


def _index_text(target: Target) -> str:
    holder, _, name = target.name.rpartition(".")
    if target.python == "module":
        return translated(Label("{name} (module)", name=target.name))
    if not holder:
        return target.name
    shown = f"{name}()" if target.python in _CALLABLES else name
    return translated(Label("{name} (in {holder})", name=shown, holder=holder)).replace(";", ",")


def changed_documents(store: DocumentStore) -> set[str]:
    """The documents that refer to an object which came, went or moved since the last build."""
    now = {f"{type_}:{name}": (item.docname, item.anchor) for (type_, name), item in store.targets().items()}
    before: dict[str, Any] = store.data["targets"]
    changed = {name for name in now.keys() | before.keys() if now.get(name) != before.get(name)}
    store.data["targets"] = now
    last = set(map(last_part, changed))
    return {docname for docname, document in store.documents.items() if not last.isdisjoint(document.names)}


def moved_documents(env: BuildEnvironment) -> set[str]:
    """The documents whose neighbours came or went: their links to the next and the previous one would be dead."""
    store = store_of(env)
    now = {docname: tuple(around) for docname, around in env.collect_relations().items()}
    before: dict[str, Any] = store.data["relations"]
    store.data["relations"] = now
    return {docname for docname, around in now.items() if before.get(docname, around) != around}


class Refer(SphinxPostTransform):
    """Makes pending references of links before Sphinx resolves them."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Fill the nodes of links; where only text is written there are none left."""
        for node in list(self.document.findall(ContractLinks)):
            node.extend(pending(key, nodes.Text("")) for key in node["keys"])


def resolve_name(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.reference | None:
    """Follow a name through imports and re-exports to the object that is documented."""
    store = store_of(env)
    if node.get("refdomain") != "py" or store.state is None:
        return None
    python = env.domains.python_domain
    for name in store.state.other_names(node["reftarget"]):
        entry = python.objects.get(name)
        if entry is not None:
            return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, contnode, name)
    return None


def silence(
    app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
) -> nodes.Node | None:
    """A name that leads nowhere stays text: annotations and docstrings may name what no document describes.

    Dead links of our roles in documents are reported too, but from the record of them, on every build.
    """
    return contnode if node.get("contracts") else None
