"""The rules behind each requirement of the standard.

The page of the standard is the standard, word for word. While the site is built, each requirement gets links to the
rules that enforce it, as ``docs/standard/rules.toml`` tells, and each line of the checklist those of its item.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from sphinx_contracts.model.finding import CHECKLIST
from sphinx_contracts.rules.registry import ITEMS

_PAGE = "standard/module-contracts-standard"
_FILE = Path(__file__).parents[1] / "standard/rules.toml"
_LEAD = (
    "What stands behind → is no part of the standard: it names the rules that enforce the requirement, or says why "
    "there is none. Everything else on this page is the standard, word for word."
)


def _links(names: list[str]) -> Iterator[nodes.Node]:
    for index, name in enumerate(names):
        if index:
            yield nodes.Text(", ")
        reference = addnodes.pending_xref(
            "",
            nodes.literal("", name),
            refdomain="contract",
            reftype="rule",
            reftarget=name,
            refexplicit=False,
            refwarn=True,
        )
        reference["refdoc"] = _PAGE
        yield reference


def _behind(item: nodes.list_item, enforced: list[str] | str) -> None:
    parts = [nodes.Text(enforced)] if isinstance(enforced, str) else _links(enforced)
    item[0] += nodes.inline("", "", nodes.Text(" → "), *parts, classes=["enforced-by"])


def link_rules(app: Sphinx, doctree: nodes.document) -> None:
    """Put the rules behind the requirements of the standard's page."""
    if app.env.docname != _PAGE:
        return
    app.env.note_dependency(str(_FILE))
    requirements = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    lines = {str(label): list(ITEMS[item]) for item, label in CHECKLIST.items()}
    for item in doctree.findall(nodes.list_item):
        text = item.astext()
        if text.startswith("✅ "):
            section = item.parent.parent
            _behind(item, requirements[section[0].astext()][text.removeprefix("✅ ")])
        elif text.startswith("[ ] "):
            _behind(item, lines[text.removeprefix("[ ] ")])
    top = next(doctree.findall(nodes.section))
    top.insert(1, nodes.paragraph("", _LEAD, classes=["enforced-by"]))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect to the reading of documents."""
    app.connect("doctree-read", link_rules)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
