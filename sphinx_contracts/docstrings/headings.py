"""What counts as a heading in a docstring, and what it means.

Headings come as ``Name:`` with an indented or flat body, with text on the same line, underlined, as banners
(``=== NAME ===``), bold, or as Markdown headings; a known name has a meaning, any other is kept as it is.

Key Components:
    - Heading: a heading that was found
    - kind_of: the meaning of a heading's name
    - heading_at: the heading that starts at a line

Usage:
    from sphinx_contracts.docstrings.headings import kind_of

    kind = kind_of("Side Effects", {})
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.model.docstring import SectionKind

__all__ = ["Heading", "heading_at", "is_bullet", "kind_of"]

_NAMES: dict[SectionKind, str] = {
    SectionKind.INPUTS: "args|arguments|arg|argument|parameters|parameter|params|param|keyword args|keyword arguments"
    "|keyword parameters|other parameters|other args|other arguments|inputs|kwargs",
    SectionKind.RETURNS: "returns|return|return value|return values",
    SectionKind.YIELDS: "yields|yield",
    SectionKind.RAISES: "raises|raise|exceptions|exceptions raised",
    SectionKind.WARNS: "warns",
    SectionKind.SIDE_EFFECTS: "side effects|side effect|side-effects|reads from|writes to",
    SectionKind.ATTRIBUTES: "attributes|attribute|fields|class attributes|instance attributes|members"
    "|class variables|instance variables",
    SectionKind.GUARANTEES: "guarantees|guarantee|thread safety|thread-safety|atomic writes|atomicity|invariants",
    SectionKind.PRECEDENCE: "precedence|resolution order|order of precedence|precedence order|lookup order",
    SectionKind.RESPONSIBILITIES: "responsibilities|responsibility|subclasses must implement|subclasses should implement"
    "|subclasses need to implement|implementations must provide",
    SectionKind.DATA_FLOW: "algorithm|workflow|pipeline|how it works|steps",
}
_PATTERNS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (SectionKind.RESPONSIBILITIES, re.compile(r"(core|key|main|primary) responsibilit(y|ies)")),
    (SectionKind.DATA_FLOW, re.compile(r"((\w+ ){0,2})?flow")),
    (
        SectionKind.EXAMPLES,
        re.compile(
            r"usages?|examples?|quick ?start|quick usage|usage(/| and )examples?|(how to use|to use)"
            r"|usage (examples?|as|in|from|with|for|via|notes?)\b.*"
            r"|examples? (usages?|use|of use|code|commands?|invocations?|workflow)"
            r"|(basic|typical|sample|programmatic|cli|command[- ]line|common|simple|code|api|python|advanced"
            r"|recommended|interactive|shell|library|module|direct) (usages?|examples?|use)"
        ),
    ),
    (
        SectionKind.COMPONENTS,
        re.compile(
            r"(key |main |core |major |public |important )?(components?|classes|functions|exports|modules)"
            r"|provides|contains|exports|public api|contents|module contents"
            r"|(this|the) (module|package|file|script) (provides|contains|defines|exports|implements)"
            r"( the following)?( \w+)?"
        ),
    ),
)
_KNOWN = {name: kind for kind, names in _NAMES.items() for name in names.split("|")}
_INLINE = frozenset(
    {
        SectionKind.INPUTS,
        SectionKind.RETURNS,
        SectionKind.YIELDS,
        SectionKind.RAISES,
        SectionKind.WARNS,
        SectionKind.SIDE_EFFECTS,
        SectionKind.EXAMPLES,
        SectionKind.GUARANTEES,
        SectionKind.PRECEDENCE,
    }
)
_RULE = re.compile(r"([-=~^═─━_*#])\1{2,}$")
_BANNER = re.compile(r"([=\-#*═─━])\1+\s*(\S.{0,80}?)\s*\1{2,}$")
_BOLD = re.compile(r"\*\*([^*]{1,80}?):?\*\*:?(?:\s+(\S.*))?$")
_MARKDOWN = re.compile(r"(#{1,6})\s+(\S.{0,80}?)\s*#*$")
_PLAIN = re.compile(r"([^\W\d_][^:`\"'{}\[\]=<>]{0,60}?)\s*:(:?)(?:\s+(\S.*))?$")
_OPENER = re.compile(r"(Returns?|Yields?)\s+\S.{0,100}:$")
_BULLET = re.compile(r"(?:[-*•+→✓✅]|\d{1,3}[.)]|\([a-z\d]\))\s+\S")
_CODE = re.compile(r"(try|else|finally|if|elif|for|while|with|def|class|except|lambda|match|case|async|return)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where its body starts."""

    kind: SectionKind  # what it means
    title: str  # the words as written
    inline: str = ""  # text on the heading's own line
    body: int = 0  # index of the first line of the body
    style: str = "plain"  # "plain", "flat" (body at the heading's indent), "underlined" or "opener"


def kind_of(title: str, extra: Mapping[str, SectionKind]) -> SectionKind:
    """Tell what a heading's words mean.

    Args:
        title: The words, any case, with or without a remark in brackets at the end
        extra: Further headings in lower case and their meaning

    Returns:
        The meaning, OTHER when there is none

    Example:
        assert kind_of("Precedence (highest to lowest)", {}) == "precedence"
    """
    name = " ".join(title.lower().split()).rstrip(":").strip()
    if name in extra:
        return extra[name]
    name = re.sub(r"\s*\([^()]*\)$", "", name)
    known = extra.get(name) or _KNOWN.get(name)
    if known is not None:
        return known
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(name):
            return kind
    return SectionKind.OTHER


def is_bullet(text: str) -> bool:
    """Tell whether a line starts a bullet or a numbered item.

    Args:
        text: The line without indentation

    Returns:
        True for a bullet

    Example:
        assert is_bullet("- item")
    """
    return _BULLET.match(text) is not None


def heading_at(
    lines: Sequence[Line], index: int, extra: Mapping[str, SectionKind], *, in_section: bool
) -> Heading | None:
    """Find the heading that starts at a line without indentation.

    Args:
        lines: The docstring's lines
        index: The line to look at
        extra: Further headings in lower case and their meaning
        in_section: True when the line before belongs to a section's body

    Returns:
        The heading, None when the line is prose

    Example:
        heading = heading_at(lines, 3, {}, in_section=False)
    """
    text = lines[index].text
    if not text or lines[index].indent:
        return None
    decorated = _decorated(lines, index, extra)
    if decorated is not None:
        return decorated
    fresh = in_section or index == 0 or not lines[index - 1].text
    match = _PLAIN.match(text)
    if match is not None:
        found = _plain(lines, index, match, extra, fresh)
        if found is not None:
            return found
    if _OPENER.match(text) and index + 1 < len(lines) and _opens_list(lines, index):
        kind = SectionKind.RETURNS if text.startswith("Return") else SectionKind.YIELDS
        words = text.split(None, 1)
        return Heading(kind, words[0], words[1], index + 1, "opener")
    return None


def _opens_list(lines: Sequence[Line], index: int) -> bool:
    following = lines[index + 1]
    return bool(following.text) and (following.indent > 0 or is_bullet(following.text) or following.text[0] == "{")


def _decorated(lines: Sequence[Line], index: int, extra: Mapping[str, SectionKind]) -> Heading | None:
    text = lines[index].text
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is not None and not following.indent and _RULE.match(following.text) and not _RULE.match(text):
        if index == 0 or len(text) > 100:
            return None
        return Heading(kind_of(text, extra), text.rstrip(":"), "", index + 2, "underlined")
    if _RULE.match(text):
        boxed = (
            following is not None
            and following.text
            and index + 2 < len(lines)
            and lines[index + 2].text[:1] == text[0]
            and _RULE.match(lines[index + 2].text)
        )
        if boxed and following is not None and index > 0:
            title = following.text.strip()
            return Heading(kind_of(title, extra), title.rstrip(":"), "", index + 3, "underlined")
        return None
    match = _BANNER.match(text)
    if match is not None and index > 0:
        return Heading(kind_of(match[2], extra), match[2].rstrip(":"), "", index + 1, "underlined")
    match = _BOLD.match(text)
    if match is not None:
        kind = kind_of(match[1], extra)
        if kind is not SectionKind.OTHER or (match[2] is None and text.rstrip("*").endswith(":")):
            return Heading(kind, match[1], match[2] or "", index + 1, "underlined")
    match = _MARKDOWN.match(text)
    if match is not None and index > 0:
        kind = kind_of(match[2], extra)
        if kind is not SectionKind.OTHER or len(match[1]) > 1:
            return Heading(kind, match[2].rstrip(":"), "", index + 1, "underlined")
    return None


def _plain(
    lines: Sequence[Line], index: int, match: re.Match[str], extra: Mapping[str, SectionKind], fresh: bool
) -> Heading | None:
    title, double, inline = match[1], match[2], match[3] or ""
    kind = kind_of(title, extra)
    known = kind is not SectionKind.OTHER
    if not known and (double or inline or not fresh or _CODE.match(title) or len(title.split()) > 6):
        return None
    if inline:
        exact = title[0].isupper() and kind in _INLINE and (fresh or len(title.split()) <= 2)
        return Heading(kind, title, inline, index + 1) if exact else None
    position = index + 1
    while position < len(lines) and not lines[position].text:
        position += 1
    if position == len(lines):
        return Heading(kind, title, "", index + 1) if known and title[0].isupper() else None
    following = lines[position]
    if following.indent > 0:
        if known or title[0].isupper():
            return Heading(kind, title, "", index + 1)
        return None
    if known and (is_bullet(following.text) or _starts_block(kind, following.text)):
        return Heading(kind, title, "", index + 1, "flat")
    after = _PLAIN.match(following.text)
    if known and fresh and title[0].isupper() and after and kind_of(after[1], extra) is not SectionKind.OTHER:
        return Heading(kind, title, "", index + 1)
    return None


def _starts_block(kind: SectionKind, text: str) -> bool:
    if kind is SectionKind.EXAMPLES:
        return text.startswith((">>>", "```", "$ ", ".. code"))
    return kind in (SectionKind.RETURNS, SectionKind.YIELDS) and text[0] in "{["
