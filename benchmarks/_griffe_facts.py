"""What the docstring reader and griffe find in one docstring, so that it can be compared; part of ``griffe_agreement``.

Key Components:
    - Facts: what one reader finds
    - by_griffe, by_reader: the two readers
    - differences: what they do not agree on

Usage:
    from benchmarks._griffe_facts import STYLES, by_griffe

    facts = by_griffe("Sum.", STYLES)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from inspect import cleandoc

import griffe

from sphinx_contracts.model.docstring import Docstring, SectionKind

__all__ = ["KINDS", "STYLES", "Facts", "by_griffe", "by_reader", "differences"]

STYLES = ("google", "numpy", "sphinx")
KINDS = ("inputs", "attributes", "raises", "returns")


@dataclass(slots=True)
class Facts:
    """What one reader finds in one docstring."""

    inputs: list[str] = field(default_factory=list)  # names of parameters, without stars
    attributes: list[str] = field(default_factory=list)  # names of attributes
    raises: list[str] = field(default_factory=list)  # names of exceptions
    returns: list[str] = field(default_factory=list)  # "return" and "yield", where documented


def _plain(name: str) -> str:
    return name.strip("`*\\~ ").replace("\\", "")


def by_griffe(value: str, styles: Sequence[str]) -> Facts:
    """Read a docstring with griffe.

    Args:
        value: The docstring's value
        styles: The parsers to use; their findings are joined

    Returns:
        The facts, each name once

    Example:
        facts = by_griffe("Sum.", STYLES)
    """
    facts = Facts()
    for style in styles:
        text = griffe.Docstring(cleandoc(value), lineno=1)
        for section in griffe.parse(text, style, warnings=False):  # type: ignore[arg-type]
            _collect(facts, section)
    return facts


def _collect(facts: Facts, section: griffe.DocstringSection) -> None:
    kind, value = section.kind.value, section.value
    if kind in ("parameters", "other parameters"):
        _add(facts.inputs, [_plain(name) for item in value for name in item.name.split(",")])
    elif kind == "attributes":
        _add(facts.attributes, [_plain(name) for item in value for name in item.name.split(",")])
    elif kind == "raises":
        _add(facts.raises, [_plain(str(item.annotation)) for item in value])
    elif kind in ("returns", "yields"):
        _add(facts.returns, [kind[:-1]])


def _add(names: list[str], found: Sequence[str]) -> None:
    names.extend(name for name in found if name and name not in names)


def by_reader(doc: Docstring) -> Facts:
    """Turn what the project's reader found into facts.

    Args:
        doc: The docstring as read

    Returns:
        The facts, each name once

    Example:
        facts = by_reader(parse_docstring("Sum.", None, 1, 1))
    """
    facts = Facts()
    for section in doc.sections:
        names = [entry.name for entry in section.entries]
        if section.kind is SectionKind.INPUTS:
            _add(facts.inputs, names)
        elif section.kind is SectionKind.ATTRIBUTES:
            _add(facts.attributes, names)
        elif section.kind is SectionKind.RAISES:
            _add(facts.raises, names)
        elif section.kind in (SectionKind.RETURNS, SectionKind.YIELDS) and (section.entries or section.explicit_none):
            _add(facts.returns, [section.kind.value[:-1]])
    return facts


def differences(ours: Facts, theirs: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield what two readers do not agree on.

    Args:
        ours: Facts of the project's reader
        theirs: Facts of griffe

    Yields:
        Kind, who alone has it ("ours" or "griffe"), and the name

    Example:
        found = list(differences(Facts(["x"]), Facts()))
    """
    for kind in KINDS:
        mine, other = getattr(ours, kind), getattr(theirs, kind)
        yield from ((kind, "ours", name) for name in mine if name not in other)
        yield from ((kind, "griffe", name) for name in other if name not in mine)
