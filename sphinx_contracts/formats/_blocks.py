"""Where a block of data begins and ends among the lines of a docstring."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sphinx_contracts.formats._claims import indent_of
from sphinx_contracts.model.fast_init import fast_init

__all__ = ["Fence", "block_end", "fence_at", "fragment_end", "is_code", "starts_block", "starts_fragment"]

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(?:\{(?:code-block|code|sourcecode)\}\s*|\{\.?)?([\w+-]*)\}?[^`]*$")
_DIRECTIVE = re.compile(r"\.\. (?:code-block|code|sourcecode)::\s*(\w*)\s*$")
_PREFIX = re.compile(r"""(?:[-*•]\s+)?(?P<key>["'][^"']{1,100}["']\s*:\s*)?(?=[{\[])""")
_PAIR = re.compile(r"""["'][^"'\n]{1,100}["']\s*:(?!:)\s*(?P<value>\S.*)?$""")
_OPEN_CODE = re.compile(r"(?:[(=\[{,\\]|\breturn|\bin|\bawait|\byield|->|\bassert)$")
_PIECE = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|\"(?:[^\"\\]|\\.){0,1000}?\"(?=[^\S\n]*(?:[,}\])]|\n|$))|(?<![\w'])'(?:[^'\\\n]|\\.)*'(?!\w)"
    r"|(?<=\s)'(?:[^'\\]|\\.){0,1000}?'(?=[^\S\n]*(?:[,}\])]|\n|$))"
    r"|(?<!:)//[^\n]*|(?<=\s)#[^\n]*|←[^\n]*|[{\[(]|[}\])]|\n[^\S\n]*",
    re.DOTALL,
)
_FEW_LINES = 60
_MOST_LINES = 20_000


@fast_init
@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block or a code directive."""

    language: str  # the language that it names, in lower case, "" for none
    body: int  # index of the first line of the body
    stop: int  # index behind the last line of the body
    end: int  # index behind the whole


def fence_at(lines: Sequence[str], index: int) -> Fence | None:
    """The fence or code directive that opens at a line."""
    text = lines[index].strip()
    match = _FENCE.match(text)
    if match is not None:
        end = index + 1
        while end < len(lines) and not _closes(lines[end].strip(), match[1]):
            end += 1
        body = index + 1
        while match[0].find("{") >= 0 and body < end and lines[body].strip().startswith(":"):
            body += 1
        return Fence(match[2].lower(), body, end, min(end + 1, len(lines)))
    match = _DIRECTIVE.match(text)
    if match is None:
        return None
    margin = indent_of(lines[index])
    body = end = index + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) > margin):
        end += 1
    while body < end and (not lines[body].strip() or lines[body].strip().startswith(":")):
        body += 1
    stop = end
    while stop > body and not lines[stop - 1].strip():
        stop -= 1
    return Fence(match[1].lower(), body, stop, end)


def _closes(text: str, fence: str) -> bool:
    return text.startswith(fence) and not text.strip(fence[0])


def starts_block(lines: Sequence[str], index: int) -> str | None:
    """How a block in brackets starts at a line: "whole" or "member" (behind a key); None when none does."""
    match = _PREFIX.match(lines[index].strip())
    if match is None:
        return None
    return "member" if match["key"] else "whole"


def is_code(lines: Sequence[str], index: int) -> bool:
    """The line goes on what the line before began: a call, an assignment, a doctest."""
    previous = lines[index - 1].strip() if index else ""
    return previous.startswith((">>>", "...")) or _OPEN_CODE.search(previous) is not None


def starts_fragment(lines: Sequence[str], index: int) -> bool:
    """Two members in a row without a brace around them start at a line."""
    match = _PAIR.match(lines[index].strip())
    if match is None or not match["value"]:
        return False
    after = index + 1
    while after < len(lines) and lines[after].strip().startswith(("//", "#")):
        after += 1
    return after < len(lines) and _PAIR.match(lines[after].strip()) is not None


def fragment_end(lines: Sequence[str], index: int) -> int:
    """The end of members without a brace around them."""
    margin = indent_of(lines[index])
    end = index
    while end < len(lines) and end - index < _MOST_LINES:
        text = lines[end].strip()
        if not text or indent_of(lines[end]) < margin:
            break
        match = _PAIR.match(text)
        if match is None and not text.startswith(("//", "#", "...", "…", "}", "]")):
            break
        if match is not None and match["value"] and match["value"][0] in "{[":
            end = max(block_end(lines, end)[0], end + 1)
        else:
            end += 1
    return end


def block_end(lines: Sequence[str], index: int) -> tuple[int, bool]:
    """The end of a block in brackets, and whether they balance; an open block ends at a blank line."""
    for most in (_FEW_LINES, _MOST_LINES):
        limit = min(len(lines), index + most)
        end = _closing(lines, index, limit)
        if end or limit == len(lines):
            break
    if end:
        return end, True
    end = index
    while end < len(lines) and lines[end].strip():
        end += 1
    return max(end, index + 1), False


def _closing(lines: Sequence[str], index: int, limit: int) -> int:
    """The index behind the line that closes the block, 0 where none before ``limit`` does."""
    margin = indent_of(lines[index])
    depth, position = 0, index
    for match in _PIECE.finditer("\n".join(lines[index:limit])):
        piece = match[0]
        if piece[0] == "\n":
            position += 1
            line = lines[position]
            if line.strip() and len(piece) - 1 < margin and line.lstrip()[0] not in "}])":
                return 0
        elif piece[0] in "{[(":
            depth += 1
        elif piece[0] in "}])":
            depth -= 1
            if depth <= 0:
                return position + 1
        else:
            position += piece.count("\n")
    return 0
