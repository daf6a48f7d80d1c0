"""Type annotations as text and references.

The names of an annotation become references to what they stand for in their module; brackets, commas and literals
stay text. Quoted forward references are read like any other annotation.

Key Components:
    - Scope: what names mean in a module
    - type_spans: an annotation in pieces
    - code_spans: names in running code

Usage:
    from sphinx_contracts.tables.annotations import Scope, type_spans

    spans = type_spans("dict[str, Path]", Scope("core.train", {"Path": "pathlib.Path"}))
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinx_contracts.docstrings.types import is_annotation
from sphinx_contracts.model.blocks import Ref, Span, Text
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.prose import spans_of
from sphinx_contracts.scope import resolved
from sphinx_contracts.visible import visible

__all__ = ["Scope", "code_spans", "type_spans"]

_TOKEN = re.compile(
    r"(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)|(?P<string>\"[^\"\\]{0,500}\"|'[^'\\]{0,500}')|(?P<open>\[)|(?P<close>\])"
)
_QUOTED = re.compile(r"[\w.\[\]|, \"']+$")
_WORDS = frozenset({"lambda", "if", "else", "for", "in", "not", "and", "or", "is", "True", "False"})


@fast_init
@dataclass(frozen=True, slots=True)
class Scope:
    """What names mean in a module."""

    module: str  # dotted name of the module
    names: Mapping[str, str] = field(default_factory=dict)  # imported name -> dotted name
    defined: frozenset[str] = frozenset()  # names that the module defines itself
    keeps_prose: bool = False  # prose stays as it is written, for another reader than our own

    def target(self, name: str) -> str:
        """Find what a name stands for.

        Args:
            name: A dotted name as the source writes it

        Returns:
            The dotted name; unchanged where it is neither imported nor defined here

        Example:
            assert Scope("core", {"np": "numpy"}).target("np.ndarray") == "numpy.ndarray"
        """
        head = name.partition(".")[0]
        if head in self.names:
            return resolved(name, self.names)
        return f"{self.module}.{name}" if head in self.defined else name


def type_spans(text: str | None, scope: Scope) -> tuple[Span, ...]:
    """Write a type in pieces.

    Args:
        text: The annotation, or what a docstring gives as a type
        scope: What names mean where it stands

    Returns:
        References for names and code for the rest; prose where the text is no annotation

    Example:
        spans = type_spans("int | None", Scope("core.train"))
    """
    if not text:
        return ()
    if not is_annotation(text) and not _looks_like_code(text):
        return spans_of(text)
    return code_spans(text, scope)


def _looks_like_code(text: str) -> bool:
    """An annotation of the source that the stricter reader of docstring types refuses."""
    return "[" in text or "|" in text or text.endswith("…") or text[:1] in "\"'"


def code_spans(text: str, scope: Scope) -> tuple[Span, ...]:
    """Write code in pieces, with references for the names in it.

    Args:
        text: The code, one line
        scope: What names mean where it stands

    Returns:
        The pieces in order

    Example:
        spans = code_spans("Optional[Path]", Scope("core.train"))
    """
    found: list[Span] = []
    done = depth = 0
    literal: int | None = None  # bracket depth inside which everything is a value, not a type
    last = ""
    text = visible(text)
    for match in _TOKEN.finditer(text):
        if match["open"]:
            depth += 1
            if literal is None and last.rpartition(".")[2] == "Literal":
                literal = depth
        elif match["close"]:
            literal = None if literal == depth else literal
            depth -= 1
        elif literal is None:
            piece = _piece(match, scope)
            if piece:
                _add_text(found, text[done : match.start()])
                found.extend(piece)
                done = match.end()
        last = match["name"] or ""
    _add_text(found, text[done:])
    return tuple(found)


def _piece(match: re.Match[str], scope: Scope) -> tuple[Span, ...]:
    name = match["name"]
    if name is not None:
        return () if name in _WORDS else (Ref(name, scope.target(name)),)
    inner = (match["string"] or "")[1:-1]
    if not inner or not _QUOTED.match(inner):
        return ()
    return code_spans(inner, scope)


def _add_text(found: list[Span], text: str) -> None:
    if text:
        found.append(Text(text, "code"))
