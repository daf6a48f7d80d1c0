"""Our nodes as Sphinx's HTML builders write them."""

import html
from urllib.parse import quote

from docutils import nodes
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from sphinx_contracts.ext._html import Writer
from sphinx_contracts.ext._nodes import ContractBlocks, ReferenceKey, reference_key
from sphinx_contracts.ext._outputs import schema_file
from sphinx_contracts.ext._state import State
from sphinx_contracts.ext._store import store_of
from sphinx_contracts.model.blocks import Ref

__all__ = ["has_source_pages", "source_address", "visit_blocks", "visit_links", "visit_signature"]

_LINKS = "contract_links"


def has_source_pages(builder: object) -> bool:
    """Does the builder write pages of its own beside the documents?"""
    return isinstance(builder, StandaloneHTMLBuilder) and builder.name in ("html", "dirhtml")


def visit_blocks(translator: HTML5Translator, node: ContractBlocks) -> None:
    """Write blocks and leave the children alone: they are only links."""
    writer = _writer(translator, node)
    translator.body.append(translator.starttag(node, "div", CLASS="contract-blocks"))
    translator.body.append(f"{writer.blocks(node.blocks)}</div>\n")
    raise nodes.SkipNode


def visit_signature(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the line that introduces an object."""
    home, line = node["source"]
    source = _late(translator, Ref("", f"{home}:{line}", "contract:source")) if home else None
    text = _writer(translator, node).signature(node["signature"], full=node["full"], source=source)
    translator.body.append(text)
    raise nodes.SkipNode


def _writer(translator: HTML5Translator, node: nodes.Element) -> Writer:
    links: dict[ReferenceKey, str] = translator.__dict__.get(_LINKS, {})
    place = node["place"]

    def link(ref: Ref) -> str:
        return links.get(reference_key(ref, place), "")

    def highlight(code: str, language: str) -> str:
        return translator.highlighter.highlight_block(code, language, force=True)

    rows: frozenset[str] = node.get("rows", frozenset())
    # books have stricter ids, nobody points at their rows, and no script of ours runs in them
    is_book = translator.builder.name == "epub"
    anchor = "" if is_book else node.get("anchor", "")
    return Writer(link, lambda ref: _late(translator, ref), highlight, rows, anchor, controls=not is_book)


def visit_links(translator: HTML5Translator, node: nodes.Element) -> None:
    """Keep what became of the references for the nodes that follow."""
    # other extensions may have put nodes of their own between them
    children = [child for child in node.children if isinstance(child, nodes.reference) or not child.astext()]
    links: dict[ReferenceKey, str] = translator.__dict__.setdefault(_LINKS, {})
    if len(children) == len(node["keys"]):
        for key, child in zip(node["keys"], children, strict=True):
            if isinstance(child, nodes.reference):
                links[key] = _attributes(child)
    raise nodes.SkipNode


def _attributes(reference: nodes.reference) -> str:
    address = reference["refuri"] if "refuri" in reference else f"#{reference['refid']}"
    kind = "internal" if reference.get("internal") else "external"
    title = f' title="{html.escape(reference["reftitle"])}"' if "reftitle" in reference else ""
    return f'class="reference {kind}" href="{html.escape(address)}"{title}'


def _late(translator: HTML5Translator, ref: Ref) -> str | None:
    builder = translator.builder
    state = store_of(builder.env).state
    if state is None:
        return None
    docname = builder.current_docname
    if ref.role == "contract:object":
        found = store_of(builder.env).object_named(ref.target)
        return None if found is None else _address(builder, docname, found.docname, found.anchor)
    if ref.role == "contract:schema":
        located = state.view.formats.get(ref.target)
        if located is None or builder.name == "epub":
            return None
        return relative_uri(builder.get_target_uri(docname), schema_file(ref.target))
    home, _, line = ref.target.rpartition(":")
    address = source_address(state, home, line)
    if address is None and has_source_pages(builder) and home in state.slugs:
        address = f"{builder.get_relative_uri(docname, state.source_page_of(home))}#L{line}"
    return address


def _address(builder: Builder, here: str, docname: str, anchor: str) -> str:
    alone = docname == here or builder.name == "singlehtml"
    return f"{'' if alone else builder.get_relative_uri(here, docname)}#{quote(anchor)}"


def source_address(state: State, home: str, line: str) -> str | None:
    """The address of a line of source by the setting, None where there is none."""
    template = state.settings.source_url
    path = state.view.path_of(home)
    if template is None or not path:
        return None
    written = quote(path.encode("utf-8", "surrogateescape"))
    return template.replace("{path}", written).replace("{line}", line)
