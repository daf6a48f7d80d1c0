"""What a role says: a reference to a Python object, or text in one style."""

import re

from sphinx_contracts.model.blocks import Link, Ref, Span, Text

__all__ = ["reference", "span_of_role"]

_TITLED = re.compile(r"([^<]*)<([^<>]+)>$")
_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*$")
_PYTHON = frozenset({"class", "func", "mod", "meth", "attr", "exc", "data", "obj", "const", "type"})
_CONTRACT = frozenset({"mod", "class", "func", "format", "rule"})
_WORDS = frozenset({"ref", "doc", "term", "any", "numref", "abbr", "dfn", "sub", "sup", "cite", "title"})
_EMPHASIS = {"emphasis": "em", "strong": "strong", "guilabel": "strong", "menuselection": "strong"}
_REFUSED = frozenset({"download", "raw", "include", "raw-html"})
_FOREIGN = frozenset({"c", "cpp", "js", "std", "rst", "term"})
_NUMBERED = {
    "pep": ("PEP", "https://peps.python.org/pep-{:04d}/"),
    "rfc": ("RFC", "https://datatracker.ietf.org/doc/html/rfc{}"),
}


def span_of_role(role: str, content: str) -> Span | None:
    """What a role shows, None for a role that reads files or stands in no language and stays the text it is."""
    domain, _, name = role.rpartition(":")
    python = domain in ("", "py") and name in _PYTHON
    if python or (domain == "contract" and name in _CONTRACT):
        return reference(content, f"{domain or 'py'}:{name}")
    titled = _TITLED.match(content)
    shown = (titled[1] if titled is not None and titled[1].strip() else content).strip()
    if domain in _FOREIGN and name not in _WORDS:
        return Text(shown.lstrip("~!"), "code")
    if domain not in ("", "std") or name in _REFUSED:
        return None
    if name in _NUMBERED and content.strip().isdecimal() and len(content) < 7:
        label, url = _NUMBERED[name]
        return Link(f"{label} {content.strip()}", url.format(int(content)))
    if name in _WORDS:
        is_label = titled is None and name in ("ref", "doc", "any", "numref")
        return Text(shown.lstrip("!"), "code" if is_label else "")
    return Text(shown.lstrip("~!") or shown, _EMPHASIS.get(name, "code"))


def reference(content: str, role: str) -> Span:
    """A reference to a Python object or one of this domain; code where its target is no name."""
    titled = _TITLED.match(content)
    name = role.rpartition(":")[2]
    if titled is not None and titled[1].strip():
        shown, target = titled[1].strip(), titled[2].strip()
    else:
        target = content.strip()
        shown = target.rpartition(".")[2] if target.startswith("~") else target.lstrip(".")
        if name in ("func", "meth") and not shown.endswith(")"):
            shown += "()"
    bare = target.lstrip("~.").removesuffix("()")
    shown = shown.lstrip("~") or bare
    if target.startswith("!") or (not role.startswith("contract:") and not _NAME.match(bare)) or not bare:
        return Text(shown.lstrip("!"), "code")
    return Ref(shown, bare, role)
