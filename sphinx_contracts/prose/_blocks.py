"""The blocks of a text, line by line."""

import re
from collections.abc import Mapping, Sequence

from sphinx_contracts.model.blocks import Block, CodeBlock, Paragraph, Text
from sphinx_contracts.prose._directives import LANGUAGES, code, directive, labelled, starts_directive, tip_label
from sphinx_contracts.prose._inline import scanned
from sphinx_contracts.prose._lines import (
    braces_end,
    dedented,
    fence_end,
    indent_of,
    indented_end,
    is_prose,
    paragraph_lines_end,
)
from sphinx_contracts.prose._lists import (
    bullet_list,
    dashed,
    dashed_end,
    definition_end,
    definitions,
    field_list,
    is_field,
    is_known_field,
    list_end,
    marker,
    paragraph,
)
from sphinx_contracts.prose._targets import take_targets
from sphinx_contracts.visible import visible

__all__ = ["blocks_of"]

_FENCE = re.compile(
    r"(?P<fence>`{3,}|~{3,})\s*(?:\{(?P<directive>[\w+:-]{1,30})\}(?P<argument>[^`]*)"
    r"|\{?\.?(?P<language>[\w+:.-]{0,30})\}?(?:\s+(?:\{[^`]*\}|[\w-]+=[^`]*))?)\s*$"
)
_RULE = re.compile(r"([-=~^═─━_*#+\"'])\1{2,}$|\.{4,}$")
_SIMPLE_TABLE = re.compile(r"=+(?:\s+=+)+$")
_GRID = re.compile(r"\+[-=]{2,}[-=+]*\+$")
_DRAWING = re.compile(r"[─-╿]|^\|.*\|$|^[|+][-=+|: ]{3,}[|+]$")
_COLUMN = re.compile(r"[^.!?:;\s] {2,}\S|\S {3,}\S")
_MARKDOWN_TITLE = re.compile(r"#{1,6}\s+([^\sa-z].*?)\s*#*$")
# "> 0 if it is on" is no quotation
_QUOTE = re.compile(r">(?: +[^\sa-z\d=<>.-]|$)")
_MKDOCS = re.compile(r"(?:!!!|\?\?\?\+?)\s+([\w-]{1,30})(?:\s+\"([^\"]{0,200})\")?$")
_ALERT = re.compile(r"\[!(\w{1,20})\]\s*$")
_DEEPEST = 12


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read prose into paragraphs, lists and code.

    Args:
        text: The prose, dedented; any characters

    Returns:
        The blocks in order, empty for blank text

    Example:
        blocks = blocks_of("Reads ``path``.")
    """
    lines, targets = take_targets([visible(line).rstrip() for line in text.expandtabs().split("\n")])
    return tuple(_Reader(targets, 0).read(lines))


class _Reader:
    """Reads lines into blocks; lists and quotes are read by a reader one level deeper."""

    def __init__(self, targets: Mapping[str, str], depth: int) -> None:
        self._targets = targets
        self._depth = depth

    def read(self, lines: Sequence[str]) -> list[Block]:
        """The blocks of some lines."""
        lines = dedented(lines)
        if self._depth > _DEEPEST:
            return [code(lines)] if any(lines) else []
        found: list[Block] = []
        index = 0
        opened = ""  # last line of the paragraph before
        while index < len(lines):
            if not lines[index]:
                index += 1
            elif lines[index][0] == " ":
                end = indented_end(lines, index, 0)
                found.extend(self._indented(lines[index:end], opened))
                index, opened = end, ""
            else:
                end, blocks, opened = self._block(lines, index)
                found.extend(blocks)
                index = max(end, index + 1)
        return found

    def _inner(self, lines: Sequence[str]) -> list[Block]:
        return _Reader(self._targets, self._depth + 1).read(lines)

    def _indented(self, lines: Sequence[str], opened: str) -> list[Block]:
        """Indented lines: literal behind a double colon, else whatever they read as."""
        first = lines[0].lstrip()
        if opened.endswith("::"):
            return [code(lines, "pycon" if first.startswith(">>>") else "text")]
        body = dedented(lines)
        if _is_special(body[0]) or is_prose(body) or definition_end(body, 0) is not None:
            return self._inner(body)
        return [code(lines, "text")]

    def _block(self, lines: Sequence[str], index: int) -> tuple[int, list[Block], str]:
        """The end of the block that starts at a line, its blocks, and its last line where it is a paragraph."""
        line = lines[index]
        fence = _FENCE.match(line)
        if fence is not None:
            end = fence_end(lines, index, fence["fence"])
            return end, self._fenced(fence, lines[index + 1 : end]), ""
        if line.startswith(">>>"):
            end = paragraph_lines_end(lines, index)
            return end, [code(lines[index:end], "pycon")], ""
        if starts_directive(line):
            end = indented_end(lines, index + 1, 0)
            return end, directive(lines[index:end], self._inner), ""
        if (admonition := _MKDOCS.match(line)) is not None:
            end = indented_end(lines, index + 1, 0)
            label = (admonition[2] or admonition[1].replace("-", " ").capitalize()).replace("`", "")
            return end, labelled(f"{label.rstrip(':')}:", dedented(lines[index + 1 : end]), self._inner), ""
        if (label := tip_label(line)) is not None:
            return self._tip(lines, index, label)
        if _QUOTE.match(line):
            return self._quote(lines, index)
        if marker(line) is not None:
            end = list_end(lines, index)
            return end, [bullet_list(lines[index:end], self._targets, self._inner)], ""
        if is_field(line) and (end := self._fields_end(lines, index)):
            return end, [field_list(lines[index:end], self._targets, self._inner)], ""
        return self._plain(lines, index)

    def _plain(self, lines: Sequence[str], index: int) -> tuple[int, list[Block], str]:
        """Tables, titles, data, definitions and paragraphs."""
        line = lines[index]
        if _GRID.match(line) or _SIMPLE_TABLE.match(line):
            end = self._table_end(lines, index)
            return end, [code(lines[index:end])], ""
        if (title := _MARKDOWN_TITLE.match(line)) is not None:
            return index + 1, [Paragraph(scanned(title[1], self._targets), "rubric")], ""
        if line[0] in "{[" and (closed := braces_end(lines, index)) is not None:
            return closed, [code(lines[index:closed])], ""
        if line.startswith("$$"):
            end = index + 1
            while end < len(lines) and lines[end] and "$$" not in lines[end - 1][2 if end - 1 == index else 0 :]:
                end += 1
            return end, [code(lines[index:end])], ""
        if (defined := definition_end(lines, index)) is not None:
            return defined, [definitions(lines[index:defined], self._targets, self._inner)], ""
        if (terms := dashed_end(lines, index)) is not None:
            return terms, [dashed(lines[index:terms], self._targets)], ""
        end = _paragraph_end(lines, index)
        return end, *self._paragraph(list(lines[index:end]))

    def _paragraph(self, lines: list[str]) -> tuple[list[Block], str]:
        found: list[Block] = []
        if len(lines) > 1 and (sum(1 for line in lines if _DRAWING.search(line)) > 1 or _is_aligned(lines)):
            return [code(lines)], ""
        if len(lines) > 1 and all(line.startswith("| ") or line == "|" for line in lines):
            return [paragraph([line.removeprefix("|")], self._targets) for line in lines], ""
        start = 0
        while start < len(lines) and _RULE.match(lines[start]):
            start += 1
        while start + 1 < len(lines) and _RULE.match(lines[start + 1]):
            found.append(Paragraph(scanned(lines[start], self._targets), "rubric"))
            start += 2
        lines = lines[start:]
        if not lines:
            return found, ""
        last = lines[-1]
        if last.endswith("::"):
            shown = last[:-2].rstrip()
            lines = [*lines[:-1], f"{last[:-1]}" if shown == last[:-2] and shown else shown]
        block = paragraph([line for line in lines if line], self._targets)
        if block.spans and block.spans != (Text(""),):
            found.append(block)
        return found, last

    def _fenced(self, fence: re.Match[str], lines: Sequence[str]) -> list[Block]:
        body, marks = list(lines), fence["fence"]
        if body and body[-1].strip().startswith(marks) and not body[-1].strip().strip(marks[0]):
            body.pop()
        if fence["directive"]:
            # MyST writes directives as fences
            argument = fence["argument"].strip()
            rows = [f".. {fence['directive']}:: {argument}", *(f"   {line}" if line else "" for line in body)]
            known = directive(rows, self._inner)
            if not isinstance(known[0], CodeBlock) or known[0].language != "text":
                return known
        language = LANGUAGES.get((fence["language"] or "").lower(), "text")
        return [CodeBlock("\n".join(dedented(body)).strip("\n"), language)]

    def _tip(self, lines: Sequence[str], index: int, label: str) -> tuple[int, list[Block], str]:
        if not label:
            return index + 1, [], ""
        end = index + 1
        while end < len(lines) and tip_label(lines[end]) is None:
            end += 1
        return end, labelled(label, lines[index + 1 : end], self._inner), ""

    def _quote(self, lines: Sequence[str], index: int) -> tuple[int, list[Block], str]:
        end = index
        while end < len(lines) and lines[end].startswith(">") and not lines[end].startswith(">>>"):
            end += 1
        body = [line[1:].removeprefix(" ") for line in lines[index:end]]
        alert = _ALERT.match(body[0])
        if alert is not None:
            return end, labelled(f"{alert[1].capitalize()}:", body[1:], self._inner), ""
        return end, self._inner(body), ""

    def _fields_end(self, lines: Sequence[str], index: int) -> int:
        """The end of a run of fields; 0 where one alone has a name that fields do not bear (":memory: ...")."""
        first, count = lines[index], 0
        while index < len(lines) and is_field(lines[index]):
            count += 1
            index = indented_end(lines, index + 1, 0)
            after = index
            while after < len(lines) and not lines[after]:
                after += 1
            if after < len(lines) and is_field(lines[after]):
                index = after
        return index if count > 1 or is_known_field(first) else 0

    def _table_end(self, lines: Sequence[str], index: int) -> int:
        """The end of a table; a simple one may hold blank lines between its rules."""
        end = paragraph_lines_end(lines, index)
        if _GRID.match(lines[index]):
            return end
        while end < len(lines) and not _SIMPLE_TABLE.match(lines[end - 1]):
            after = paragraph_lines_end(lines, end + 1)
            if not any(_SIMPLE_TABLE.match(line) for line in lines[end:after]):
                break
            end = after
        return end


def _is_aligned(lines: Sequence[str]) -> bool:
    """Most lines hold columns, set apart by blanks that joining the lines would lose."""
    columns = sum(1 for line in lines if _COLUMN.search(line))
    return len(lines) > 2 and columns >= 0.7 * len(lines)


def _is_special(line: str) -> bool:
    return (
        marker(line) is not None
        or _FENCE.match(line) is not None
        or starts_directive(line)
        or line.startswith((">>>", "> "))
        or is_field(line)
        or _SIMPLE_TABLE.match(line) is not None
    )


def _paragraph_end(lines: Sequence[str], index: int) -> int:
    """The end of a paragraph: a blank line, or a line that starts something else."""
    index += 1
    while index < len(lines) and lines[index] and not _interrupts(lines[index], lines[index - 1]):
        index += 1
    return index


def _interrupts(line: str, previous: str) -> bool:
    """A line ends the paragraph above it without a blank line between."""
    if line[0] == " ":
        return previous.endswith(":") or _is_special(line.lstrip())
    if previous.endswith(":") and line[0] in "{[":
        return True
    return (
        _is_bullet(line)
        or line.startswith((">>>", "> [!"))
        or starts_directive(line)
        or is_field(line)
        or tip_label(line) is not None
        or any(pattern.match(line) for pattern in (_FENCE, _GRID, _SIMPLE_TABLE))
    )


def _is_bullet(line: str) -> bool:
    match = marker(line)
    return match is not None and (not match[0][:1].isalnum() or match[0][0] == "1") and indent_of(line) == 0
