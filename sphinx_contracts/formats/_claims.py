"""Headings under which a block of data is a format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Claim", "Heading", "heading_at", "indent_of"]

_RULE = re.compile(r"([-=~^═─━_*#])\1{2,}$")
_BANNER = re.compile(r"([=\-#*═─━])\1+\s*(\S.{0,80}?)\s*\1{2,}$")
_MARKDOWN = re.compile(r"#{1,6}\s+(\S.{0,80}?)\s*#*$")
_BOLD = re.compile(r"\*\*([^*]{1,80}?):?\*\*:?$")
_COLON = re.compile(r"(?:[-*•]\s+|\d{1,2}[.)]\s+)?\*{0,2}(\S[^{}]{0,150}?)\*{0,2}:{1,2}\*{0,2}$")
_PROSE = re.compile(
    r"([A-Z`][\w.`/ -]{0,50}?(?<![\w-])(?:[Ff]ormat|[Ss]chema|FORMAT|SCHEMA)(?: \([^()]{1,40}\))?):\s+(\S.{0,300})$"
)
_FORMAT = re.compile(r"\b(?:formats?|schemas?)\b", re.IGNORECASE)
_NOT_FORMAT = re.compile(r"\b(?:supported|available|accepted|allowed|other) (?:\w+ )?formats\b", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:returns?|yields?|(?:json )?(?:(?:request|response) )?(?:body|payload)"
    r"|(?:json )?(?:response|request)(?: json)?)\b",
    re.IGNORECASE,
)
_DATA_FILE = r"[\w-][\w.-]{0,80}\.(?:jsonl?|jsonc|json5|ndjson|ya?ml)"
_WEAK = re.compile(
    r"\b(?:(?:following|this|json|file|data|record|the) structure|of the(?: following)? form"
    r"|(?:json|example|sample)"
    r" (?:response|request|payload|body|file|json|record|document|message|entry|event|object|line)"
    r"|(?:file|document|record|line|entry|json) (?:looks like|contains|is|as follows)"
    rf"|{_DATA_FILE})\b",
    re.IGNORECASE,
)
_FILE = re.compile(rf"{_DATA_FILE}\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:in|into|this|that|following|is|are|as|has|have|with|must|should|to)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:args|arguments|parameters|params|raises|yields|returns?|examples?|usage|notes?|see also|attributes"
    r"|side effects|guarantees|references|warnings?|key components|todo)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Claim:
    """A heading that makes the data below it a format."""

    title: str  # the heading's words
    start: int  # index of the first line below it
    sure: bool = True  # False where only data that reads well is a format
    within: int | None = None  # it lasts while lines are indented deeper than this; None: for the next block only
    opening: bool = False  # the start of a Returns, Body or Payload section
    prose: str = ""  # what stands behind the heading on its line
    spoken: bool = False  # a sentence, no heading


@fast_init
@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and what it says of the data below it."""

    claim: Claim | None  # None: whatever claim stood before has ended
    size: int  # how many lines the heading takes


def indent_of(line: str) -> int:
    """Columns of indentation."""
    return len(line) - len(line.lstrip())


def heading_at(lines: Sequence[str], index: int, claim: Claim | None) -> Heading | None:
    """The heading at a line; None where the line is none, or one that leaves ``claim`` as it is."""
    text = lines[index].strip()
    if not text:
        return None
    decorated = _decorated(lines, index, text)
    if decorated is not None:
        title, size = decorated
        return Heading(_of_title(title, index + size), size)
    match = _COLON.match(text)
    if match is not None:
        return _colon(match[1], lines[index], index, claim)
    match = _PROSE.match(text) if claim is None else None
    return Heading(Claim(match[1], index + 1, prose=match[2]), 1) if match is not None else None


def _decorated(lines: Sequence[str], index: int, text: str) -> tuple[str, int] | None:
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    if _RULE.match(text):
        boxed = following and index + 2 < len(lines) and _RULE.match(lines[index + 2].strip())
        return (following, 3) if boxed else None
    if _RULE.match(following) and len(text) <= 100:
        return text, 2
    for pattern, group in ((_BANNER, 2), (_MARKDOWN, 1), (_BOLD, 1)):
        match = pattern.match(text)
        if match is not None:
            return match[group], 1
    return None


def _of_title(title: str, start: int) -> Claim | None:
    title = title.strip().rstrip(":")
    if _OPENING.fullmatch(title):
        return Claim(title, start, opening=True)
    if _FORMAT.search(title) and not _NOT_FORMAT.search(title):
        return Claim(title, start, within=-1)
    return None


def _colon(title: str, line: str, index: int, claim: Claim | None) -> Heading | None:
    """A line that ends with a colon."""
    margin = indent_of(line)
    title = title.strip("*` ")
    if _KNOWN.match(title) and not _OPENING.fullmatch(title) and claim is not None and margin <= (claim.within or 0):
        return Heading(None, 1)
    if claim is not None and (claim.within is not None or claim.opening):
        # "Dict with:" and the like open the data of the heading above
        named = _FORMAT.search(title) and not _NOT_FORMAT.search(title) and len(title.split()) <= 5
        if not named and not _OPENING.fullmatch(title):
            return None
    if _FORMAT.search(title) and not _NOT_FORMAT.search(title):
        short = len(title.split()) <= 6 and title[0].isupper()
        spoken = not short and _SPOKEN.search(title) is not None and _FILE.search(title) is None
        return Heading(Claim(title, index + 1, within=margin if short else None, spoken=spoken), 1)
    opening = _OPENING.match(title)
    if opening is not None and (opening.end() == len(title) or len(title.split()) <= 8):
        return Heading(Claim(title, index + 1, opening=True), 1)
    if _WEAK.search(title) and not title.lower().startswith(("for example", "e.g.", "given")):
        return Heading(Claim(title, index + 1, sure=False), 1)
    return None
