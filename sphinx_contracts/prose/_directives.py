"""Directives, admonitions and quotes, as a label and its words; what is not known stays verbatim."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sphinx_contracts.model.blocks import Block, CodeBlock, Paragraph, Text
from sphinx_contracts.model.label import Label
from sphinx_contracts.prose._lines import dedented

__all__ = ["LANGUAGES", "Read", "code", "directive", "labelled", "starts_directive", "tip_label"]

Read: TypeAlias = Callable[[Sequence[str]], list[Block]]

_DIRECTIVE = re.compile(r"\.\.\s+([A-Za-z][\w:.+-]{0,60}?)\s*::(?:\s+(.*))?$")
_NOTE = re.compile(r"\.\.\s+\[(#?[\w.:+-]{0,60}|\*)\]\s+(.*)$")
_TIP = re.compile(r"<(?P<close>/)?(?P<name>Tip|Note|Warning|Info)(?P<rest>[^<>]{0,80})>$", re.IGNORECASE)
_LABELS = {
    "note": Label("Note"),
    "warning": Label("Warning"),
    "tip": Label("Tip"),
    "hint": Label("Hint"),
    "important": Label("Important"),
    "caution": Label("Caution"),
    "danger": Label("Danger"),
    "attention": Label("Attention"),
    "error": Label("Error"),
    "seealso": Label("See also"),
    "todo": Label("To do"),
    "info": Label("Info"),
    "example": Label("Example"),
    "abstract": Label("Abstract"),
    "success": Label("Success"),
    "question": Label("Question"),
    "failure": Label("Failure"),
    "bug": Label("Bug"),
    "quote": Label("Quote"),
}
_VERSIONS = {
    "versionadded": Label("Added in version"),
    "version-added": Label("Added in version"),
    "versionchanged": Label("Changed in version"),
    "version-changed": Label("Changed in version"),
    "deprecated": Label("Deprecated since version"),
    "version-deprecated": Label("Deprecated since version"),
    "versionremoved": Label("Removed in version"),
    "version-removed": Label("Removed in version"),
}
_CODE = frozenset({"code-block", "code", "sourcecode"})
_BODIES = {
    "doctest": "pycon",
    "testcode": "python",
    "testsetup": "python",
    "testoutput": "text",
    "ipython": "python",
    "plot": "python",
    "prompt": "shell",
    "parsed-literal": "text",
    "math": "text",
    "highlight": "text",
}
_TITLES = frozenset({"rubric", "topic", "centered"})
_PLAIN = frozenset({"container", "compound", "epigraph", "pull-quote", "highlights"})
LANGUAGES = {
    "python": "python",
    "py": "python",
    "python3": "python",
    "ipython": "python",
    "ipython3": "python",
    "default": "python",
    "pycon": "pycon",
    "doctest": "pycon",
    "bash": "shell",
    "sh": "shell",
    "shell": "shell",
    "console": "shell",
    "zsh": "shell",
    "json": "json",
    "jsonc": "json",
    "json5": "json",
    "jsonl": "json",
}


def code(lines: Sequence[str], language: str = "text") -> CodeBlock:
    """Lines as a block of code."""
    return CodeBlock("\n".join(dedented(lines)).strip("\n"), language)


def starts_directive(line: str) -> bool:
    """A line starts a directive, a footnote, a target or a comment."""
    return line.startswith(".. ") or line == ".."


def directive(lines: Sequence[str], read: Read) -> list[Block]:
    """The blocks of a directive: its first line and what is indented below it."""
    note = _NOTE.match(lines[0])
    if note is not None:
        return labelled(f"[{note[1]}]", [note[2], *_body(lines[1:])], read, style="")
    match = _DIRECTIVE.match(lines[0])
    if match is None:
        return [CodeBlock("\n".join(lines).rstrip("\n"), "text")]
    name, argument = match[1].lower(), (match[2] or "").strip()
    body = _body(lines[1:])
    if name in _CODE:
        shown = _without_options(body)
        return [code(shown, LANGUAGES.get(argument.lower(), "text"))] if any(shown) else _verbatim(lines)
    if name in _BODIES:
        shown = _without_options(body)
        first = [argument] if argument and name in ("math", "parsed-literal", "prompt") else []
        return [code([*first, *shown], _BODIES[name])] if any(shown) or first else _verbatim(lines)
    if name in _LABELS:
        return labelled(Label("{label}:", label=_LABELS[name]), [argument, *_without_options(body)], read)
    if name == "admonition" and argument:
        return labelled(f"{argument.rstrip(':')}:", _without_options(body), read)
    if name in _VERSIONS and argument:
        version, _, words = argument.partition(" ")
        label = Label("{label} {version}", label=_VERSIONS[name], version=version)
        label = Label("{label}:", label=label) if words or any(body) else label
        return labelled(label, [words.strip(), *body], read, style="em")
    if name in _PLAIN:
        return read(_without_options(body))
    if name in _TITLES and argument:
        return [Paragraph((Text(argument),), "rubric"), *read(_without_options(body))]
    return _verbatim(lines)


def labelled(label: str, lines: Sequence[str], read: Read, style: str = "strong") -> list[Block]:
    """Blocks whose first paragraph begins with a label; a label alone needs no colon."""
    rows = list(lines)
    if not any(rows):
        return [Paragraph((Text(_without_colon(label), style),))]
    if len(rows) > 1 and rows[0] and rows[1]:
        # words behind the marker and their indented second line are one paragraph
        rows = [f"{rows[0]} {rows[1].lstrip()}", *rows[2:]]
    blocks = read(rows)
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].style == "":
        return [Paragraph((Text(label, style), Text(" "), *blocks[0].spans)), *blocks[1:]]
    return [Paragraph((Text(label, style),)), *blocks]


def _without_colon(label: str) -> str:
    if isinstance(label, Label):
        inner = label.values.get("label")
        return inner if label.message == "{label}:" and isinstance(inner, Label) else label
    return label.rstrip(":")


def tip_label(line: str) -> str | None:
    """The label that ``<Tip>`` or ``<Tip warning={true}>`` makes, "" for its end; None for any other line."""
    match = _TIP.match(line)
    if match is None:
        return None
    if match["close"]:
        return ""
    return "Warning:" if "warning" in match["rest"].lower() else f"{match['name'].capitalize()}:"


def _verbatim(lines: Sequence[str]) -> list[Block]:
    return [CodeBlock("\n".join(lines).rstrip("\n"), "text")]


def _body(lines: Sequence[str]) -> list[str]:
    return dedented(lines)


def _without_options(lines: Sequence[str]) -> list[str]:
    rows = list(lines)
    while rows and (not rows[0] or re.match(r":[\w-]+:(\s|$)", rows[0])):
        rows.pop(0)
    return rows
