"""What counts as a heading in a docstring, and what it means.

Headings come as ``Name:`` with an indented or flat body, with text on the same line, underlined, as banners
(``=== NAME ===``), bold, as Markdown headings, or as fields (``:Parameters:``); a known name has a meaning, any other
is kept as it is.

Key Components:
    - Heading: a heading that was found
    - Shape: how far a heading's body reaches
    - kind_of: the meaning of a heading's name
    - heading_at: the heading that starts at a line

Usage:
    from sphinx_contracts.docstrings.headings import kind_of

    kind = kind_of("Side Effects", {})
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sphinx_contracts.docstrings._flat import begins_flat_body, begins_flat_examples
from sphinx_contracts.docstrings._marks import RULE_SIGNS, is_bullet, is_rule
from sphinx_contracts.docstrings._vocabulary import is_strict, known_kind, plain_name, without_remark
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.model.docstring import SectionKind
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Heading", "Shape", "heading_at", "kind_of"]

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
_LONGEST = 120  # a line with more characters is no heading
_BANNER = re.compile(r"(?!\*\*[^*])([=\-#*═─━~])\1+\s*([^\W_].{0,80}?)\s*\1{2,}$")
_BOLD = re.compile(r"\*\*([^*]{1,80}?):?\*\*:?(?:\s+(\S.*))?$")
_MARKDOWN = re.compile(r"(#{1,6})\s+(\S.{0,80}?)\s*#*$")
_FIELD = re.compile(r":([A-Z][\w ]{2,30}):(?:\s+(\S.*))?$")  # epydoc's consolidated fields
_PLAIN = re.compile(r"([^\W\d_][^:`\"'{}\[\]=<>]{0,60}?)\s*:(:?)(?:\s+(\S.*))?$")
_OPENER = re.compile(r"(Returns?|Yields?)\s+(?!values?:)[^\s(].{0,100}:$")
_CODE = re.compile(r"(try|else|finally|if|elif|for|while|with|def|class|except|lambda|match|case|async|return)\b")
_TITLE_START = re.compile(r"[^\W_]|[`*:(\"'%$]\w?|:\w")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "vs", "with"}
)


class Shape(StrEnum):
    """How far a heading's body reaches."""

    BLOCK = "block"  # the indented lines below
    FLAT = "flat"  # items at the heading's own indentation
    PARAGRAPH = "paragraph"  # the paragraph below, at the heading's own indentation
    UNDERLINED = "underlined"  # everything up to the next heading, under a rule
    MARKED = "marked"  # likewise, under a banner, a bold or a Markdown heading
    FLOW = "flow"  # likewise, under a plain heading: an example told in prose and code


OPEN_SHAPES = frozenset({Shape.UNDERLINED, Shape.MARKED, Shape.FLOW})  # only the next heading ends the body


@fast_init
@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and where its body starts."""

    kind: SectionKind  # what it means
    title: str  # the words as written
    body: int  # index of the first line of the body
    shape: Shape = Shape.BLOCK  # how far the body reaches
    inline: str = ""  # text on the heading's own line


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
    name = plain_name(title)
    if name in extra:
        return extra[name]
    name = without_remark(name)
    return extra.get(name) or known_kind(name) or SectionKind.OTHER


def heading_at(
    lines: Sequence[Line], index: int, extra: Mapping[str, SectionKind], within: Heading | None
) -> Heading | None:
    """Find the heading that starts at a line without indentation.

    Args:
        lines: The docstring's lines
        index: The line to look at
        extra: Further headings in lower case and their meaning
        within: The section that the line before belongs to, None for prose

    Returns:
        The heading, None when the line is none

    Example:
        heading = heading_at(lines, 3, {}, None)
    """
    text = lines[index].text
    named = ":" in text[:70]
    if not named and text[0].isalnum() and (index + 1 == len(lines) or lines[index + 1].text[:1] not in RULE_SIGNS):
        return None
    # a NumPy-style section ends at the next underlined heading; bold words in it are its own
    tight = within is not None and within.shape is Shape.UNDERLINED and within.kind is not SectionKind.OTHER
    fresh = index == 0 or not lines[index - 1].text or (within is not None and within.shape not in OPEN_SHAPES)
    if len(text) <= _LONGEST:
        found = _ruled(lines, index, extra, fresh)
        if found is None and not text[0].isalnum():
            found = _marked(text, index, extra, fresh, tight)
        if found is not None:
            return found
    if not named:
        return None
    if index and text[-1] == ":" and _OPENER.match(text) and index + 1 < len(lines) and _opens_list(lines[index + 1]):
        kind = SectionKind.RETURNS if text.startswith("Return") else SectionKind.YIELDS
        word, inline = text.split(None, 1)
        return Heading(kind, word, index + 1, Shape.FLAT, inline)
    match = _PLAIN.match(text)
    return _plain(lines, index, match, extra, fresh, tight) if match is not None else None


def _opens_list(following: Line) -> bool:
    return bool(following.text) and (following.indent > 0 or is_bullet(following.text) or following.text[0] == "{")


def _ruled(lines: Sequence[Line], index: int, extra: Mapping[str, SectionKind], fresh: bool) -> Heading | None:
    """An underlined or boxed heading."""
    text = lines[index].text
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.indent:
        return None
    if is_rule(text):
        closing = lines[index + 2].text if index + 2 < len(lines) else ""
        title = following.text
        if closing[:1] == text[0] and is_rule(closing) and len(title) <= _LONGEST and _TITLE_START.match(title):
            return Heading(kind_of(title, extra), title.rstrip(": "), index + 3, Shape.UNDERLINED)
        return None
    if not is_rule(following.text) or not _TITLE_START.match(text) or text.startswith(">>>"):
        return None
    kind = kind_of(text, extra)
    if kind is SectionKind.OTHER:
        ends_prose = not fresh and (text[-1] in ".,;:!?" or len(text.split()) > 5)
        if ends_prose or len(following.text) * 2 < len(text) or len(text) > 100:
            return None
    return Heading(kind, text.rstrip(": "), index + 2, Shape.UNDERLINED)


def _marked(text: str, index: int, extra: Mapping[str, SectionKind], fresh: bool, tight: bool) -> Heading | None:
    """A banner, a bold or a Markdown heading, or a field."""
    match = _BANNER.match(text)
    if match is not None:
        return Heading(kind_of(match[2], extra), match[2].rstrip(": "), index + 1, Shape.MARKED)
    match = _BOLD.match(text) if text[0] == "*" and not tight else None
    if match is not None:
        kind = kind_of(match[1], extra)
        if kind is not SectionKind.OTHER or (fresh and match[2] is None and text.rstrip("*").endswith(":")):
            return Heading(kind, match[1], index + 1, Shape.BLOCK if match[2] else Shape.MARKED, match[2] or "")
    match = _MARKDOWN.match(text) if text[0] == "#" else None
    if match is not None:
        kind = kind_of(match[2], extra)
        if kind is not SectionKind.OTHER or (len(match[1]) > 1 and not tight):
            return Heading(kind, match[2].rstrip(": "), index + 1, Shape.MARKED)
    match = _FIELD.match(text) if text[0] == ":" else None
    if match is not None:
        kind = kind_of(match[1], extra)
        if kind is not SectionKind.OTHER:
            return Heading(kind, match[1], index + 1, Shape.BLOCK, match[2] or "")
    return None


def _plain(
    lines: Sequence[Line],
    index: int,
    match: re.Match[str],
    extra: Mapping[str, SectionKind],
    fresh: bool,
    tight: bool,
) -> Heading | None:
    """A heading that is a name with a colon."""
    title, inline = match[1], match[3] or ""
    kind = kind_of(title, extra)
    if kind is SectionKind.OTHER:
        below = _next(lines, index + 1)
        if inline or match[2] or tight or not fresh or below is None or not lines[below].indent:
            return None
        return Heading(kind, title, index + 1) if _is_title(title) else None
    capital = title[0].isupper()
    if tight and not capital:
        return None
    if inline:
        exact = capital and kind in _INLINE and (fresh or is_strict(title))
        return Heading(kind, title, index + 1, Shape.BLOCK, inline) if exact else None
    return _named(lines, index, title, kind, extra, fresh)


def _named(
    lines: Sequence[Line], index: int, title: str, kind: SectionKind, extra: Mapping[str, SectionKind], fresh: bool
) -> Heading | None:
    """A heading with a known name alone on its line; its body decides."""
    capital = title[0].isupper()
    strict = capital and is_strict(title)
    below = _next(lines, index + 1)
    if below is None:
        return Heading(kind, title, index + 1) if strict else None
    following = lines[below]
    if following.indent > 0:
        return Heading(kind, title, index + 1) if fresh or capital else None
    after = _PLAIN.match(following.text[:_LONGEST])
    if after is not None and kind_of(after[1], extra) is not SectionKind.OTHER and after[1][0].isupper():
        return Heading(kind, title, index + 1) if strict or (fresh and capital) else None
    if begins_flat_body(kind, following.text):
        return Heading(kind, title, index + 1, Shape.FLAT)
    if kind is SectionKind.EXAMPLES:
        flows = fresh and capital and begins_flat_examples(lines, below)
        return Heading(kind, title, index + 1, Shape.FLOW) if flows else None
    if strict and (below == index + 1 or _defines(lines, below)):
        return Heading(kind, title, below, Shape.PARAGRAPH)
    return None


def _next(lines: Sequence[Line], index: int) -> int | None:
    """The next line that is not blank."""
    while index < len(lines) and not lines[index].text:
        index += 1
    return index if index < len(lines) else None


def _defines(lines: Sequence[Line], index: int) -> bool:
    """A term with its indented definition."""
    return index + 1 < len(lines) and lines[index + 1].indent > 0 and bool(lines[index + 1].text)


def _is_title(title: str) -> bool:
    """Words that read as a title, not as a sentence that ends in a colon."""
    if not title[0].isupper() or _CODE.match(title):
        return False
    words = [word for word in title.split() if word not in _SMALL]
    return len(words) <= 2 or (len(words) <= 6 and all(not word[0].islower() for word in words))
