"""Docstring prose as blocks, without running anything: the ``markup = "safe"`` subset.

Paragraphs, lists, code, literals, emphasis, links and Python roles are understood; everything else (directives,
substitutions, raw HTML, unclosed markup) stays the text it is. Each function takes linear time and never raises.

Key Components:
    - blocks_of: a docstring's prose as blocks
    - spans_of: one line of inline text as pieces
    - visible: control characters and bidirectional overrides made readable

Usage:
    from sphinx_contracts.prose import blocks_of

    blocks = blocks_of("Reads the file.\\n\\n- one\\n- two")
"""

import re
from collections.abc import Sequence

from sphinx_contracts._inline import spans_of, visible
from sphinx_contracts.model.blocks import Block, CodeBlock, ListBlock, Paragraph, Text

__all__ = ["blocks_of", "spans_of", "visible"]

_BULLET = re.compile(r"[-*+•→✓✅]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3}|#)[.)]\s+(?=\S)")
_FENCE = re.compile(r"(`{3,}|~{3,})\s*\{?([\w+-]{0,20})[^`]*$")
_DIRECTIVE = re.compile(r"\.\.(?:\s|$)")
_CODE_DIRECTIVE = re.compile(r"\.\. (?:code-block|code|sourcecode)::\s*([\w+-]{0,20})\s*$")
_UNDERLINE = re.compile(r"([-=~^═─━_*#])\1{2,}$")
_DRAWING = re.compile(r"[─-╿]|^\+[-=+]{2,}|^\|.*\|$")
_STRINGS = re.compile(r'"[^"]*"|\'[^\']*\'')
_DEEPEST = 12
_LANGUAGES = {
    "python": "python",
    "py": "python",
    "python3": "python",
    "pycon": "pycon",
    "doctest": "pycon",
    "bash": "shell",
    "sh": "shell",
    "shell": "shell",
    "console": "shell",
    "json": "json",
}


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read prose into paragraphs, lists and code.

    Args:
        text: The prose, dedented; any characters

    Returns:
        The blocks in order, empty for blank text

    Example:
        blocks = blocks_of("Reads ``path``.")
    """
    return tuple(_blocks([visible(line).rstrip() for line in text.expandtabs().split("\n")], 0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dedented(lines: Sequence[str]) -> list[str]:
    margin = min((_indent(line) for line in lines if line), default=0)
    return [line[margin:] for line in lines]


def _code(lines: Sequence[str], language: str = "text") -> CodeBlock:
    return CodeBlock("\n".join(_dedented(lines)).strip("\n"), language)


def _blocks(lines: Sequence[str], depth: int) -> list[Block]:
    lines = _dedented(lines)
    if depth > _DEEPEST:
        return [_code(lines)]
    found: list[Block] = []
    index = 0
    opened = ""  # last line of the paragraph before
    while index < len(lines):
        line = lines[index]
        if not line:
            index += 1
            continue
        start = index
        if line[0] == " ":
            index = _indented_end(lines, index, 0)
            body = lines[start:index]
            first = body[0].lstrip()
            if opened.endswith("::") or not _special(first):
                found.append(_code(body, "pycon" if first.startswith(">>>") else "text"))
            else:
                found.extend(_blocks(body, depth + 1))
            opened = ""
            continue
        opened = ""
        fence = _FENCE.match(line)
        if fence is not None:
            index = _fence_end(lines, index, fence[1])
            body = lines[start + 1 : index]
            if body and body[-1].lstrip().startswith(fence[1]):
                body = body[:-1]
            found.append(CodeBlock("\n".join(body), _LANGUAGES.get(fence[2].lower(), "text")))
        elif line.startswith(">>>"):
            while index < len(lines) and lines[index]:
                index += 1
            found.append(_code(lines[start:index], "pycon"))
        elif _DIRECTIVE.match(line):
            index = _indented_end(lines, index + 1, 0)
            found.append(_directive(lines[start:index]))
        elif _marker(line) is not None:
            index = _list_end(lines, index)
            found.append(_list(lines[start:index], depth))
        elif line[0] in "{[" and (end := _braces_end(lines, index)) is not None:
            index = end
            found.append(_code(lines[start:index]))
        else:
            index = _paragraph_end(lines, index)
            opened = _paragraph(found, lines[start:index])
    return found


def _special(first: str) -> bool:
    return _marker(first) is not None or _FENCE.match(first) is not None


def _marker(line: str) -> re.Match[str] | None:
    return _BULLET.match(line) or _NUMBER.match(line)


def _indented_end(lines: Sequence[str], index: int, margin: int) -> int:
    end = index
    while index < len(lines) and (not lines[index] or _indent(lines[index]) > margin):
        index += 1
        if lines[index - 1]:
            end = index
    return end


def _fence_end(lines: Sequence[str], index: int, fence: str) -> int:
    index += 1
    while index < len(lines):
        index += 1
        if lines[index - 1].lstrip().startswith(fence):
            break
    return index


def _directive(lines: Sequence[str]) -> CodeBlock:
    match = _CODE_DIRECTIVE.match(lines[0])
    body = [line for line in lines[1:]]
    if match is None or not any(body):
        return CodeBlock("\n".join(lines).rstrip("\n"), "text")
    while body and (not body[0] or body[0].lstrip().startswith(":")):
        body.pop(0)
    return _code(body, _LANGUAGES.get(match[1].lower(), "text"))


def _list_end(lines: Sequence[str], index: int) -> int:
    """The end of a run of items of one kind, blank lines between them included."""
    numbered = _NUMBER.match(lines[index]) is not None
    end = index
    while index < len(lines):
        line = lines[index]
        if not line:
            index += 1
            continue
        if line[0] != " ":
            match = _marker(line)
            if match is None or (_NUMBER.match(line) is not None) != numbered:
                break
        index += 1
        end = index
    return end


def _list(lines: Sequence[str], depth: int) -> ListBlock:
    items: list[list[str]] = []
    numbers: list[str] = []
    for line in lines:
        match = _marker(line) if line and line[0] != " " else None
        if match is not None:
            number = _NUMBER.match(line)
            numbers.append(number[1] if number is not None else "")
            items.append([" " * match.end() + line[match.end() :]])
        else:
            items[-1].append(line)
    ordered = all(number in ("#", str(position)) for position, number in enumerate(numbers, 1))
    if not ordered and any(numbers):
        # the numbers say something that a list counted from one would lose
        for item, number in zip(items, numbers, strict=True):
            item[0] = f"{number}. {item[0].lstrip()}"
        return ListBlock(tuple((_joined(item),) for item in items), False)
    return ListBlock(tuple(tuple(_item(item, depth)) for item in items), ordered)


def _item(lines: Sequence[str], depth: int) -> list[Block]:
    """An item's first paragraph takes whatever indentation its lines have, the rest is read as blocks."""
    end = 1
    while end < len(lines) and lines[end] and not _special(lines[end].lstrip()) and not _starts_code(lines[end]):
        if lines[end - 1].endswith(":") and _indent(lines[end]) > _indent(lines[0]):
            break
        end += 1
    return [_joined(lines[:end]), *_blocks(lines[end:], depth + 1)]


def _starts_code(line: str) -> bool:
    return line.lstrip().startswith((">>>", ".. "))


def _joined(lines: Sequence[str]) -> Paragraph:
    return Paragraph(spans_of(" ".join(line.strip() for line in lines)))


def _braces_end(lines: Sequence[str], index: int) -> int | None:
    """The end of data in braces that spans several lines, None when the line is prose."""
    if not re.match(r"""[{\[]\s*(?:$|["'{\[]|//|\.\.\.)""", lines[index]):
        return None
    start, depth = index, 0
    while index < len(lines):
        text = _STRINGS.sub("", lines[index])
        depth += sum(text.count(char) for char in "{[") - sum(text.count(char) for char in "}]")
        index += 1
        if depth <= 0:
            return index if index - start > 1 else None
        if index - start > 2000:
            break
    end = start
    while end < len(lines) and lines[end]:
        end += 1
    return end if end - start > 1 else None


def _paragraph_end(lines: Sequence[str], index: int) -> int:
    index += 1
    while index < len(lines) and lines[index]:
        line = lines[index]
        previous = lines[index - 1]
        if line[0] == " ":
            if previous.endswith(":") or _special(line.lstrip()) or line.lstrip().startswith(">>>"):
                break
        elif _BULLET.match(line) or re.match(r"\(?1[.)]\s", line) or _FENCE.match(line) or line.startswith(">>>"):
            break
        elif _DIRECTIVE.match(line) or (previous.endswith(":") and line[0] in "{["):
            break
        index += 1
    return index


def _paragraph(found: list[Block], lines: list[str]) -> str:
    if len(lines) > 1 and sum(1 for line in lines if _DRAWING.search(line)) > 1:
        found.append(_code(lines))
        return ""
    while len(lines) > 1 and _UNDERLINE.match(lines[1]) and not _UNDERLINE.match(lines[0]):
        found.append(Paragraph(spans_of(lines[0]), "rubric"))
        lines = lines[2:]
        if not lines:
            return ""
    last = lines[-1]
    if last.endswith("::"):
        shown = last[:-2].rstrip()
        lines = [*lines[:-1], f"{last[:-1]}" if shown == last[:-2] and shown else shown]
    block = _joined([line for line in lines if line])
    if block.spans and block.spans != (Text(""),):
        found.append(block)
    return last
