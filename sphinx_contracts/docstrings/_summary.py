"""The summary of a docstring: its title, or its first sentence."""

import re
from collections.abc import Mapping, Sequence

from sphinx_contracts.docstrings._marks import is_bullet, is_rule
from sphinx_contracts.docstrings._vocabulary import is_strict
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.model.docstring import SectionKind

_BANNER = re.compile(r"(?!\*\*[^*])([=\-#*═─━~])\1+\s*([^\W_].{0,80}?)\s*\1{2,}$")
_BOLD = re.compile(r"(\*\*|__)([^*_].{0,100}?)\1$")
_MARKDOWN = re.compile(r"#{1,3}\s+(\S.{0,100}?)\s*#*$")
_LONGEST = 120
_END = re.compile(r"[.!?](?=[\"'”’)\]*`]*(?:\s|$))[\"'”’)\]*`]*")
_RUN = re.compile(r"`+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'/])(?:e\.g|i\.e|etc|vs|cf|approx|incl|excl|resp|al|ca|eq|eqs|fig|figs|no|nos|sec|ch|vol|p|pp|ref|refs"
    r"|dr|mr|mrs|ms|prof|st|inc|ltd|w\.r\.t|a\.k\.a|aka|viz|min|max|avg|esp|def|dept|est|jr|sr|[A-Z]|[a-z]\.[a-z])\.$",
    re.IGNORECASE,
)


def title_of(lines: Sequence[Line], extra: Mapping[str, SectionKind]) -> tuple[str, int]:
    """Find the title that a docstring begins with: underlined, boxed, a banner, bold, a Markdown heading.

    Args:
        lines: The docstring's lines
        extra: Further headings in lower case and their meaning

    Returns:
        The title and how many lines it takes; "" and the number of leading rules where there is none

    Example:
        title, count = title_of(lines, {})
    """
    start = 0
    while start < len(lines) and (not lines[start].text or is_rule(lines[start].text)):
        start += 1
    if start == len(lines):
        return "", 0
    text = lines[start].text
    following = lines[start + 1] if start + 1 < len(lines) else None
    if len(text) > _LONGEST or is_strict(text) or text.lower() in extra:
        return "", 0
    if following is not None and not following.indent and is_rule(following.text) and text[0] not in "|+>.":
        return text.rstrip(":").strip(), start + 2
    if text[0].isalnum():
        return "", start
    for pattern, group in ((_BANNER, 2), (_BOLD, 2), (_MARKDOWN, 1)):
        match = pattern.match(text)
        if match is not None and not is_strict(match[group]):
            return match[group].rstrip(":").strip(), start + 1
    return "", start


def first_sentence(prose: Sequence[Line]) -> tuple[str, list[Line]]:
    """Cut prose behind its first sentence; a paragraph without a full stop counts as one.

    Args:
        prose: The prose

    Returns:
        The sentence on one line, and the lines after it

    Example:
        summary, rest = first_sentence(prose)
    """
    start = 0
    while start < len(prose) and (not prose[start].text or is_rule(prose[start].text)):
        start += 1
    words: list[str] = []
    brackets, ticks = 0, 0
    for index in range(start, len(prose)):
        line = prose[index]
        if not line.text or (words and _interrupts(line, words[-1])):
            return _ended(words), list(prose[index:])
        end = _end_in(line.text, brackets, ticks)
        if end is not None:
            words.append(line.text[:end])
            tail = line.text[end:].strip()
            rest = list(prose[index + 1 :])
            return _ended(words), [line._replace(text=tail, indent=0), *rest] if tail else rest
        words.append(line.text)
        brackets += line.text.count("(") - line.text.count(")")
        ticks += _ticks(line.text)
    return _ended(words), []


def _interrupts(line: Line, before: str) -> bool:
    if line.indent > 0 and before[-1] == ":":
        return True
    return is_bullet(line.text) or line.text.startswith((">>>", "```", ".. "))


def _ended(words: Sequence[str]) -> str:
    text = " ".join(" ".join(words).split())
    return f"{text[:-2]}:" if text.endswith("::") else text


def _ticks(text: str) -> int:
    """How many runs of backticks there are; between two runs there is code."""
    return len(_RUN.findall(text)) if "`" in text else 0


def _end_in(text: str, brackets: int, ticks: int) -> int | None:
    """Where the sentence ends on a line, given the brackets and backticks that are open before it."""
    done = 0
    for match in _END.finditer(text):
        piece = text[done : match.end()]
        brackets += piece.count("(") - piece.count(")")
        ticks += _ticks(piece)
        done = match.end()
        if brackets > 0 or ticks % 2:
            continue
        stop = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(0, stop - 12), stop):
            continue
        following = text[match.end() :].lstrip()[:1]
        if following.islower() or (text[max(0, stop - 3) : stop] == "..." and following):
            continue
        return match.end()
    return None
