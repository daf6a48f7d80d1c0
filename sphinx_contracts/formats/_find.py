"""Where a docstring documents a data format, and what the format is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sphinx_contracts.formats._fields import fields_of
from sphinx_contracts.formats._reader import read_block
from sphinx_contracts.formats._schema import schema_of
from sphinx_contracts.model.contract import Format
from sphinx_contracts.model.docstring import Docstring

__all__ = ["find_formats"]

_FENCE = re.compile(r"(`{3,}|~{3,})\s*\{?(?:code-block\}?\s*)?([\w+-]*)")
_DIRECTIVE = re.compile(r"\.\. (?:code-block|code|sourcecode)::\s*(\w+)")
_LANGUAGES = {
    "json": "json",
    "jsonc": "json",
    "json5": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "yaml": "yaml",
    "yml": "yaml",
}
_RULE = re.compile(r"([-=~^═─━_*#])\1{2,}$")
_BANNER = re.compile(r"([=\-#*═─━])\1+\s*(\S.{0,80}?)\s*\1{2,}$")
_MARKDOWN = re.compile(r"#{1,6}\s+(\S.{0,80}?)\s*#*$")
_COLON = re.compile(r"(?:[-*•]\s+)?\*{0,2}(\S[^{}\[\]]{0,150}?)\*{0,2}:{1,2}\*{0,2}$")
_FORMAT = re.compile(r"\b(?:formats?|schema)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:returns?|yields?|(?:request |response )?(?:body|payload)|response)\b", re.IGNORECASE)
_RETURNS = re.compile(r"(returns?|yields?)\b", re.IGNORECASE)
_PREFIX = re.compile(r"""(?:[-*•]\s+)?(?P<key>["'][^"']{1,100}["']\s*:\s*)?(?=[{\[])""")
_FILE = re.compile(r"(?<![\w.*-])[\w][\w.-]{0,80}\.(?:jsonl|jsonc|json5|json|ndjson|ya?ml|toml|csv)\b", re.IGNORECASE)
_VERSION = re.compile(r"\b(?:v|version\s+|v\.\s?)(\d+(?:\.\d+)*)\b", re.IGNORECASE)
_PIECES = re.compile(r'"(?:[^"\\]|\\.)*"|//.*|[{}\[\]]')
_GENERIC = frozenset({"json", "file", "files", "format", "formats", "schema", "the", "a", "jsonl", "yaml", "data"})
_LONGEST = 200_000


@dataclass(slots=True)
class _Claim:
    """A heading under which a block of data is a format."""

    title: str  # the heading's words
    start: int  # index of the first line below it
    lasting: bool = False  # True when prose may stand between the heading and the block
    returned: str = ""  # "returns" or "yields" for the start of such a section


def find_formats(doc: Docstring, object_name: str) -> tuple[Format, ...]:
    """Find and read the data formats that a docstring documents.

    Args:
        doc: The docstring
        object_name: Qualified name of the object that it belongs to

    Returns:
        The formats in order. One that cannot be read has its text but no fields and no schema; one with no name
        of its own is called ``<object_name>.format``

    Example:
        formats = find_formats(doc, "core.status")
    """
    lines = doc.lines
    if not any("{" in line or "```" in line or "[" in line or "::" in line for line in lines):
        return ()
    found: list[Format] = []
    claim: _Claim | None = None
    budget = 10 * len(lines) + 1000
    index = 0
    while index < len(lines):
        text = lines[index].strip()
        fence = _FENCE.match(text) or _DIRECTIVE.match(text)
        if fence is not None:
            end, body = _fenced(lines, index, text)
            language = _LANGUAGES.get((fence[2] if fence.re is _FENCE else fence[1]).lower())
            bare = fence.re is _FENCE and not fence[2] and claim is not None and _starts(lines, body, end) is not None
            if (language is not None or bare) and body < end:
                stop = end - 1 if fence.re is _FENCE and _FENCE.match(lines[end - 1].strip()) else end
                found.append(_format(doc, object_name, claim, index, body, stop, language or "json", ""))
            claim = claim if claim is not None and claim.lasting else None
            index = max(end, index + 1)
            continue
        heading, skipped = _heading(lines, index, claim)
        if skipped:
            claim, index = heading, index + skipped
            continue
        prefix = _starts(lines, index, len(lines)) if claim is not None and budget > 0 else None
        if claim is not None and prefix is not None:
            end, balanced = _block_end(lines, index)
            budget -= end - index
            if balanced or end - index > 1:
                found.append(_format(doc, object_name, claim, index, index, end, "json", prefix))
                claim = claim if claim.lasting else None
                index = end
                continue
            budget -= 500
        if text and claim is not None and not claim.lasting:
            claim = None
        index += 1
    return _renamed(found)


def _fenced(lines: Sequence[str], index: int, text: str) -> tuple[int, int]:
    """The end of a fence or directive (exclusive) and the index of its first body line."""
    margin = len(lines[index]) - len(lines[index].lstrip())
    end = index + 1
    if text.startswith(".."):
        while end < len(lines) and (not lines[end] or len(lines[end]) - len(lines[end].lstrip()) > margin):
            end += 1
        body = index + 1
        while body < end and (not lines[body] or lines[body].lstrip().startswith(":")):
            body += 1
        while end > body and not lines[end - 1]:
            end -= 1
        return end, body
    while end < len(lines):
        end += 1
        if lines[end - 1].strip().startswith(text[:3]):
            break
    return end, index + 1


def _heading(lines: Sequence[str], index: int, claim: _Claim | None) -> tuple[_Claim | None, int]:
    """The claim that a heading at a line makes (None for any other heading) and how many lines it takes."""
    text = lines[index].strip()
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    if not text:
        return None, 0
    decorated, size = "", 0
    if _RULE.match(following) and not _RULE.match(text) and len(text) <= 100:
        decorated, size = text, 2
    elif (match := _BANNER.match(text)) is not None:
        decorated, size = match[2], 1
    elif (match := _MARKDOWN.match(text)) is not None:
        decorated, size = match[1], 1
    if size:
        title = decorated.rstrip(":")
        returned = _RETURNS.match(title) if len(title.split()) == 1 else None
        if returned is not None or (_OPENING.fullmatch(title) is not None):
            return _Claim(title, index + size, returned=_kind(returned)), size
        return (_Claim(title, index + size, lasting=True) if _FORMAT.search(title) else None), size
    match = _COLON.match(text)
    if match is not None:
        title = match[1]
        if _FORMAT.search(title):
            returned_by = claim.returned if claim is not None else ""
            return _Claim(title, index + 1, lasting=claim is not None and claim.lasting, returned=returned_by), 1
        opening = _OPENING.match(title)
        if opening is not None and (opening.end() == len(title) or len(title.split()) <= 8):
            return _Claim(title, index + 1, returned=_kind(_RETURNS.match(title))), 1
        if claim is not None and (claim.lasting or claim.returned):
            # "Dict with:" and the like open the data of the heading above; a capitalised word alone ends it
            known = lines[index] and lines[index][0] != " " and len(title.split()) <= 2 and claim.returned == ""
            return (None, 1) if known and not _FILE.search(title) else (claim, 1)
    return None, 0


def _kind(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return "returns" if match[1].lower().startswith("return") else "yields"


def _starts(lines: Sequence[str], index: int, end: int) -> str | None:
    """What must be put before the block to make it whole ("" for nothing), None when no block starts here."""
    if index >= end:
        return None
    text = lines[index].strip()
    previous = lines[index - 1].strip() if index else ""
    match = _PREFIX.match(text)
    if match is None or previous.startswith((">>>", "...")):
        return None
    rest = text[match.end() :]
    if rest[0] == "[" and not re.match(r"\[\s*(?:$|[{\[]|//)", rest):
        return None
    if rest[0] == "{" and rest.startswith("{}"):
        return None
    return match["key"] or ""


def _block_end(lines: Sequence[str], index: int) -> tuple[int, bool]:
    """The end of a block in brackets, and whether they balance; an open block ends at a blank line."""
    depth, position = 0, index
    limit = min(len(lines), index + 5000)
    margin = len(lines[index]) - len(lines[index].lstrip())
    while position < limit:
        line = lines[position]
        if position > index and line and len(line) - len(line.lstrip()) < margin:
            break
        for piece in _PIECES.finditer(line):
            if piece[0] in "{[":
                depth += 1
            elif piece[0] in "}]":
                depth -= 1
        position += 1
        if depth <= 0:
            return position, True
    end = index
    while end < limit and lines[end]:
        end += 1
    return end, False


def _format(
    doc: Docstring,
    object_name: str,
    claim: _Claim | None,
    before: int,
    start: int,
    end: int,
    language: str,
    prefix: str,
) -> Format:
    """Read the block of lines ``start`` to ``end``; ``before`` is where the prose above it ends."""
    while start < end and not doc.lines[start].strip():
        start += 1
    rows = list(doc.lines[start:end])
    text = "\n".join(rows)
    first = claim.start if claim is not None else _prose_start(doc.lines, before)
    prose = " ".join(line.strip() for line in doc.lines[first:before] if line.strip())
    title = claim.title if claim is not None else ""
    name = _name(object_name, claim, title, prose)
    if claim is not None:
        claim.start = end + 1 if end < len(doc.lines) and _FENCE.match(doc.lines[end].strip()) else end
    version = _VERSION.search(title) or _VERSION.search(prose)
    source = [re.sub(r"^\s*[-*•]\s+(?=[{\"'])", "", rows[0]), *rows[1:]] if rows else rows
    whole = "\n".join(source)
    block = read_block(f"{{{whole}\n}}" if prefix else whole) if len(whole) <= _LONGEST else None
    numbers = doc.numbers[start:end]
    result = Format(
        name=name,
        object=object_name,
        version=version[1] if version is not None else None,
        description=prose,
        language=language,
        line=numbers[0] if numbers else doc.line,
        text=text,
    )
    if block is None or (language == "yaml" and not block.nodes):
        return result
    return replace(
        result,
        language="jsonl" if block.documents > 1 else language,
        fields=fields_of(block, numbers),
        schema=schema_of(block, name),
    )


def _prose_start(lines: Sequence[str], before: int) -> int:
    """The start of the paragraph right above a fence."""
    index = before
    while index > 0 and not lines[index - 1].strip():
        index -= 1
    while index > 0 and lines[index - 1].strip() and before - index < 6:
        index -= 1
    return index


def _name(object_name: str, claim: _Claim | None, title: str, prose: str) -> str:
    file = _FILE.search(title) or _FILE.search(prose[:400])
    if file is not None:
        return file[0]
    if claim is not None and claim.returned:
        return f"{object_name}.{claim.returned}"
    words = [word for word in re.findall(r"[^\W_]+(?:_[^\W_]+)*", title.lower()) if word not in _GENERIC]
    if words and words[0] in ("with", "in", "has", "using", "of"):
        words = []
    return "-".join(words) if 0 < len(words) <= 5 else f"{object_name}.format"


def _renamed(found: list[Format]) -> tuple[Format, ...]:
    """Give a second format of the same name a number."""
    counts: dict[str, int] = {}
    renamed: list[Format] = []
    for item in found:
        counts[item.name] = counts.get(item.name, 0) + 1
        count = counts[item.name]
        renamed.append(item if count == 1 else replace(item, name=f"{item.name}-{count}"))
    return tuple(renamed)
