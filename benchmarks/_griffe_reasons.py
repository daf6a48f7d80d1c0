"""Why the docstring reader and griffe do not agree, where that is certain; part of ``griffe_agreement``.

Key Components:
    - reason: the reason for one difference

Usage:
    from benchmarks._griffe_reasons import reason

    why = reason("raises", "griffe", "ValueError if x", doc, theirs)
"""

import re
from itertools import pairwise

from benchmarks._griffe_facts import Facts
from sphinx_contracts.model.docstring import DocSection, Docstring, SectionKind

__all__ = ["reason"]

_KIND_OF = {
    SectionKind.INPUTS: "inputs",
    SectionKind.ATTRIBUTES: "attributes",
    SectionKind.RAISES: "raises",
    SectionKind.RETURNS: "returns",
    SectionKind.YIELDS: "returns",
}
_TITLES = (
    *("args", "arguments", "params", "parameters", "keyword args", "keyword arguments", "other args"),
    *("other arguments", "other params", "other parameters", "raises", "exceptions", "returns", "yields", "attributes"),
)
_UNDERLINED = ("parameters", "other parameters", "raises", "returns", "yields", "attributes")
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")


def reason(kind: str, who: str, name: str, doc: Docstring, theirs: Facts) -> str:
    """Name the reason for a difference where one is certain.

    Args:
        kind: "inputs", "attributes", "raises" or "returns"
        who: Who alone has the name
        name: The name
        doc: The docstring as the project's reader read it
        theirs: Facts of griffe

    Returns:
        A short reason, "" where it takes a reader to tell

    Example:
        why = reason("raises", "griffe", "ValueError if x", doc, theirs)
    """
    if who == "griffe":
        return _reason_for_griffe(kind, name, doc)
    found = [section for section in doc.sections if _KIND_OF.get(section.kind) == kind and _holds(section, kind, name)]
    if not found:
        return ""
    if any(name != other and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", other) for other in getattr(theirs, kind)):
        return "griffe keeps more than the name"
    return _reason_for_ours(found[0], name, doc)


def _reason_for_griffe(kind: str, name: str, doc: Docstring) -> str:
    if kind != "returns" and not _NAME.fullmatch(name):
        return "griffe takes what is no name"
    lines = [line.strip() for line in doc.lines]
    if kind in ("inputs", "attributes") and name == "None" and "None" in lines:
        return "None is no name"
    said = [line for line in lines if re.match(rf"[*`]*{re.escape(name)}\b", line)]
    if said and not any(re.match(r"[*`\\\w.]+\s*($|[:,(])", line) for line in said):
        return "griffe takes a line of prose for a name"
    return ""


def _reason_for_ours(section: DocSection, name: str, doc: Docstring) -> str:
    index = doc.numbers.index(section.line) if section.line in doc.numbers else 0
    line = doc.lines[index]
    before = doc.lines[index - 1] if index else ""
    ruled = index + 1 < len(doc.lines) and doc.lines[index + 1].startswith("--")
    if line.startswith((":", "@")):
        alone = all(not entry.text for entry in section.entries)
        return "reST: a type alone" if alone else "reST: a spelling that griffe does not know"
    if index == 0:
        return "the heading is the first line"
    if re.search(r"\S:\s+\S", line) and section.body_line == section.line:
        return "text on the heading's line"
    if section.title.lower() not in (_UNDERLINED if ruled else _TITLES) or (ruled and line.endswith(":")):
        return "a heading that griffe does not know"
    if before.strip() and not ruled:
        return "no blank line above the heading"
    if line.startswith(" "):
        return "an indented heading"
    found = next((entry for entry in section.entries if entry.name == name), None)
    if found is None or found.line not in doc.numbers:
        return ""
    head = doc.lines[doc.numbers.index(found.line)]
    if any(later - earlier != 1 for earlier, later in pairwise(doc.numbers)):
        return "an escaped newline"
    if not ruled and not doc.lines[index + 1].strip():
        return "a blank line below the heading"
    if re.match(r"\s*[\w*\\`]+\s*,", head):
        return "several names in one entry"
    if ":" not in head:
        return "a head without a colon"
    if ruled and re.search(r"\w(\s*\(.*\))?:\s", head):
        return "a Google entry below an underlined heading"
    if not head.startswith(" ") and not ruled:
        return "a flat entry"
    return "a type with a colon" if re.search(r"[(`\[].*:.*[)`\]]", head) else ""


def _holds(section: DocSection, kind: str, name: str) -> bool:
    return kind == "returns" or any(entry.name == name for entry in section.entries)
