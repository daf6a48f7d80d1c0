"""Lists of every kind: bullets, numbers, letters, definitions and fields."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sphinx_contracts.model.blocks import Block, ListBlock, Paragraph, Span, Text
from sphinx_contracts.prose._directives import Read
from sphinx_contracts.prose._inline import scanned
from sphinx_contracts.prose._lines import indent_of, is_prose

__all__ = [
    "bullet_list",
    "dashed",
    "dashed_end",
    "definition_end",
    "definitions",
    "field_list",
    "is_field",
    "is_known_field",
    "list_end",
    "marker",
    "paragraph",
]

Targets: TypeAlias = Mapping[str, str]

_BULLET = re.compile(r"[-*+•‣◦→✓✅❌]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3}|#|[a-z](?=\))|[ivx]{1,4}(?=\)))[.)]\s+(?=\S)")
_FIELD = re.compile(r":([A-Za-z][\w .,*-]{0,60}):(?:\s+|$)(.*)$")
_NAME = r"(?:``?[^`]{1,50}``?|'[^']{0,40}'|\"[^\"]{0,40}\"|\*{1,2}[\w*]{1,40}|--?[\w=<>-]{1,40}|[\w.\[\]{}()=*]{1,40})"
_KNOWN_FIELD = re.compile(
    r":(?:param|parameter|arg|argument|key|keyword|kwarg|type|raises?|except|exception|returns?|rtype|yields?|ytype|[ic]?var|vartype"
    r"|meta|since|version|authors?|license|licence|copyright|date|status|organization|contact|address|see|seealso|notes?|todo"
    r"|deprecated|example|usage|warning|requires|platform|synopsis)\b[^:]*:",
    re.IGNORECASE,
)
_TERM = re.compile(rf"{_NAME}(?:\s*[,/|]\s*{_NAME}){{0,5}}(?:\s+:\s*[^;]{{0,60}})?|[A-Za-z]\w*(?: \w+){{1,2}}")
_DASHED = re.compile(r"([^\s-]\S*(?: \S+){0,4}?) --? (?=\S)")
_LABEL = re.compile(r"\*{0,2}`{0,2}[\w.*]+`{0,2}\*{0,2}(?: \([^\n]{1,200}\))?:|[A-Z]\w+(?: \w+){0,3}:")
_FENCE_OR_CODE = (">>>", ".. ", "```", "~~~")


def marker(line: str) -> re.Match[str] | None:
    """The bullet or number that a line starts with."""
    return _BULLET.match(line) or _NUMBER.match(line)


def paragraph(lines: Sequence[str], targets: Targets) -> Paragraph:
    """Lines joined to one paragraph."""
    return Paragraph(scanned(" ".join(line.strip() for line in lines), targets))


def list_end(lines: Sequence[str], index: int) -> int:
    """The end of a run of items of one kind, blank lines between them included."""
    numbered = _NUMBER.match(lines[index]) is not None
    end = index
    while index < len(lines):
        line = lines[index]
        if not line:
            index += 1
            continue
        if line[0] != " ":
            match = marker(line)
            lazy = index > 0 and lines[index - 1] != "" and index == end and match is None and _goes_on(line)
            if not lazy and (match is None or (_NUMBER.match(line) is not None) != numbered):
                break
        index += 1
        end = index
    return end


def _goes_on(line: str) -> bool:
    """A line without indentation that goes on an item, as a sloppy wrap does."""
    return line[:1].islower() and not line.startswith(_FENCE_OR_CODE)


def bullet_list(lines: Sequence[str], targets: Targets, read: Read) -> ListBlock:
    """A bullet list or a numbered list."""
    items: list[list[str]] = []
    numbers: list[str] = []
    labels: list[str] = []
    for line in lines:
        match = marker(line) if line and line[0] != " " else None
        if match is not None:
            number = _NUMBER.match(line)
            numbers.append(number[1] if number is not None else "")
            labels.append(match[0])
            items.append([" " * match.end() + line[match.end() :]])
        else:
            items[-1].append(line)
    ordered = all(number in ("#", str(position)) for position, number in enumerate(numbers, 1))
    if not ordered and any(numbers):
        # the numbers say something that a list counted from one would lose
        for item, label in zip(items, labels, strict=True):
            item[0] = label + item[0].lstrip()
    return ListBlock(tuple(tuple(_item(item, targets, read)) for item in items), ordered)


def _item(lines: Sequence[str], targets: Targets, read: Read) -> list[Block]:
    """An item's first paragraph takes whatever indentation its lines have, the rest is read as blocks."""
    end = 1
    while end < len(lines) and lines[end]:
        text = lines[end].lstrip()
        if marker(text) is not None or text.startswith(_FENCE_OR_CODE):
            break
        before = lines[end - 1]
        deeper = before.endswith(":") and indent_of(lines[end]) > indent_of(lines[0])
        if deeper and (before.endswith("::") or not is_prose(lines[end : end + 1])):
            break
        end += 1
    first = list(lines[:end])
    if first[-1].endswith("::"):
        first[-1] = first[-1][:-1]
        return [paragraph(first, targets), *read([*_marked(lines[end:])])]
    return [paragraph(first, targets), *read(lines[end:])]


def _marked(lines: Sequence[str]) -> Sequence[str]:
    """Lines that are literal, under the mark that says so."""
    return ["::", "", *(f"    {line}" if line else "" for line in lines)]


def definition_end(lines: Sequence[str], index: int) -> int | None:
    """The end of a run of terms with their indented texts; None where the line is no term."""
    end = index
    while end + 1 < len(lines) and _is_term(lines, end):
        end += 1
        while end < len(lines) and (not lines[end] or lines[end][0] == " "):
            end += 1
        last = end
        while last > index and not lines[last - 1]:
            last -= 1
        if end == len(lines) or not _is_term(lines, end):
            return last
    return end if end > index else None


def _is_term(lines: Sequence[str], index: int) -> bool:
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else ""
    if not line or line[0] == " " or not following.startswith("  ") or following.lstrip().startswith(_FENCE_OR_CODE):
        return False
    if line[-1] == ":":
        return _LABEL.fullmatch(line) is not None and is_prose([following])
    if len(line) > 72 or line[-1] in ".,;!?([{=\\" or _TERM.fullmatch(line) is None or marker(line) is not None:
        return False
    return not following.lstrip()[:1].islower() or (line[0] in "`'\"" and line[-1] in "`'\"")


def dashed_end(lines: Sequence[str], index: int) -> int | None:
    """The end of at least two terms with their texts behind dashes: ``name -- text``."""
    start, terms = index, 0
    while index < len(lines) and lines[index]:
        if lines[index][0] != " ":
            if _DASHED.match(lines[index]) is None:
                break
            terms += 1
        index += 1
    return index if terms > 1 and index > start and (index == len(lines) or not lines[index]) else None


def dashed(lines: Sequence[str], targets: Targets) -> ListBlock:
    """Terms and their texts behind dashes as a list."""
    items: list[list[str]] = []
    for line in lines:
        if line[0] != " ":
            items.append([line])
        else:
            items[-1].append(line)
    return ListBlock(tuple((paragraph(item, targets),) for item in items))


def definitions(lines: Sequence[str], targets: Targets, read: Read) -> ListBlock:
    """Terms and their texts as a list."""
    items: list[tuple[Block, ...]] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and (not lines[end] or lines[end][0] == " "):
            end += 1
        items.append(_with_head(scanned(lines[index], targets), read(lines[index + 1 : end])))
        index = end
    return ListBlock(tuple(items))


def _with_head(head: tuple[Span, ...], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A term and its text in one paragraph, where the text starts with one."""
    strong = tuple(Text(span.text, "strong") if isinstance(span, Text) and not span.style else span for span in head)
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].style == "":
        last = head[-1].text if head else ""
        return (Paragraph((*strong, Text(" " if last.endswith(":") else " – "), *blocks[0].spans)), *blocks[1:])
    return (Paragraph(strong), *blocks)


def is_field(line: str) -> bool:
    """A line is an item of a field list: ``:name: text``."""
    return line.startswith(":") and _FIELD.match(line) is not None


def is_known_field(line: str) -> bool:
    """A field bears one of the names that docstrings give to fields."""
    return _KNOWN_FIELD.match(line) is not None


def field_list(lines: Sequence[str], targets: Targets, read: Read) -> ListBlock:
    """Fields and their texts as a list."""
    items: list[tuple[Block, ...]] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and (not lines[end] or lines[end][0] == " "):
            end += 1
        match = _FIELD.match(lines[index])
        name, first = (match[1], match[2]) if match is not None else ("", lines[index])
        rest = list(lines[index + 1 : end])
        margin = min((indent_of(line) for line in rest if line), default=0)
        blocks = read([first, *(line[margin:] for line in rest)]) if first else read(rest)
        head = (Text(f"{name}:", "strong"),)
        if blocks and isinstance(blocks[0], Paragraph) and blocks[0].style == "":
            items.append((Paragraph((*head, Text(" "), *blocks[0].spans)), *blocks[1:]))
        else:
            items.append((Paragraph(head), *blocks))
        index = end
    return ListBlock(tuple(items))
