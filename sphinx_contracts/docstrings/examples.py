"""The example blocks of a section, with their language.

A fence or a directive is a block of its own, and so is what stands indented behind a double colon; a line with nothing
but a double colon belongs to no block. Anything else is divided where prose and code meet: doctests apart from the
prose around them, indented code apart from the sentence that leads to it.

Key Components:
    - examples_of: the blocks of an examples section

Usage:
    from sphinx_contracts.docstrings.examples import examples_of

    blocks = examples_of(section)
"""

import re
import textwrap
from collections.abc import Sequence

from sphinx_contracts.docstrings._languages import language_named, language_of
from sphinx_contracts.model.docstring import DocSection
from sphinx_contracts.model.rows import Example

__all__ = ["examples_of"]

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(?:\{(?:code-block|code|sourcecode)\}\s*)?\{?([\w+-]*)[^`]*$")
_DIRECTIVE = re.compile(r"\.\.\s+(?:code-block|code|sourcecode|highlight|doctest|testcode)::\s*([\w+-]*)\s*$")


def examples_of(section: DocSection) -> tuple[Example, ...]:
    """Split an examples section into its blocks.

    Args:
        section: A section of kind EXAMPLES

    Returns:
        The blocks in order, prose between them as blocks of text

    Example:
        blocks = examples_of(section)
    """
    return tuple(
        Example(item.language, item.code, _line_of(section, item.line), item.marked) for item in _blocks(section.text)
    )


def _line_of(section: DocSection, index: int) -> int:
    """The source line of a line of the section's text."""
    if section.numbers:
        return section.numbers[min(index, len(section.numbers) - 1)]
    return section.body_line + index


def _blocks(text: str) -> list[Example]:
    """The blocks of a text; their lines are indexes of its lines."""
    lines = text.split("\n")
    found: list[Example] = []
    start = index = 0
    quotes = 0  # triple quotes since the last block: an odd number opens a text inside code
    while index < len(lines):
        line = lines[index].strip()
        fence = _FENCE.match(line) if line.startswith(("```", "~~~")) else None
        directive = _DIRECTIVE.match(line) if line.startswith("..") else None
        if fence is None and directive is None:
            if line.endswith("::") and quotes % 2 == 0 and _leads(lines, index):
                found += _leading(lines, start, index)
                start, index = index + 1, _indented_end(lines, index)
                found += _plain(lines[start:index], start)
                start, quotes = index, 0
            else:
                quotes += line.count('"""') + line.count("'''")
                index += 1
            continue
        quotes = 0
        found += _plain(lines[start:index], start)
        if fence is not None:
            end = _fence_end(lines, index + 1, fence[1])
            found += _marked(fence[2], lines[index + 1 : end], index + 1)
            start = index = min(end + 1, len(lines))
        elif directive is not None:
            end = _indented_end(lines, index)
            body, skipped = _without_options(lines[index + 1 : end])
            name = directive[1] or ("pycon" if "doctest" in line else "python" if "testcode" in line else "")
            found += _marked(name, body, index + 1 + skipped)
            start = index = end
    found += _plain(lines[start:], start)
    return found


def _leads(lines: Sequence[str], index: int) -> bool:
    """A line with a double colon has a literal block behind it."""
    if lines[index].lstrip().startswith(("..", "#", ">>>")) or '"""' in lines[index] or "'''" in lines[index]:
        return False
    body = index + 1
    while body < len(lines) and not lines[body].strip():
        body += 1
    if body in (index + 1, len(lines)) or _indent(lines[body]) <= _indent(lines[index]):
        return False
    first = lines[body].strip()
    return not _FENCE.match(first) and not _DIRECTIVE.match(first)


def _leading(lines: Sequence[str], start: int, index: int) -> list[Example]:
    """The blocks up to a double colon, whose own paragraph is prose; none of it where it stands alone."""
    first = index
    while first > start and lines[first - 1].strip():
        first -= 1
    found = _plain(lines[start:first], start)
    text = textwrap.dedent("\n".join(lines[first : index + 1])).strip()
    text = text.removesuffix("\n::")
    if text == "::":
        return found
    if found and found[-1].language == "text":
        before = found.pop()
        text = f"{before.code}\n\n{text}"
        first = before.line
    return [*found, Example("text", text, first)]


def _fence_end(lines: Sequence[str], index: int, fence: str) -> int:
    while index < len(lines) and not lines[index].strip().startswith(fence):
        index += 1
    return index


def _indented_end(lines: Sequence[str], index: int) -> int:
    margin = _indent(lines[index])
    index += 1
    while index < len(lines) and (not lines[index].strip() or _indent(lines[index]) > margin):
        index += 1
    return index


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_options(body: Sequence[str]) -> tuple[list[str], int]:
    """A directive's content without its options, and how many lines these take."""
    skipped = 0
    while skipped < len(body) and (not body[skipped].strip() or body[skipped].strip().startswith(":")):
        skipped += 1
    return list(body[skipped:]), skipped


def _marked(name: str, lines: Sequence[str], line: int) -> list[Example]:
    """The block of a fence or directive that may name its language."""
    first = next((index for index, text in enumerate(lines) if text.strip()), None)
    if first is None:
        return []
    code = textwrap.dedent("\n".join(lines[first:])).rstrip()
    language = language_named(name) if name else language_of(code)
    if language == "python" and code.lstrip().startswith(">>>"):
        language = "pycon"
    return [Example(language, code, line + first, marked=bool(name))]


def _plain(lines: Sequence[str], line: int) -> list[Example]:
    """The blocks of lines that no fence marks."""
    whole = textwrap.dedent("\n".join(lines)).split("\n")
    text = "\n".join(whole).strip("\n")
    if not text.strip():
        return []
    first = next(index for index, item in enumerate(whole) if item.strip())
    if ">>>" not in text:
        language = language_of(text)
        if language != "text":
            return [Example(language, text.rstrip(), line + first, marked=language == "pycon")]
    pieces: list[tuple[str, int, list[str]]] = []
    for start, paragraph in _paragraphs(whole):
        language = _paragraph_language(paragraph, pieces)
        if pieces and pieces[-1][0] == language and not (language == "text" and _indent(paragraph[0])):
            gap = start - pieces[-1][1] - len(pieces[-1][2])
            pieces[-1][2].extend(["" for _ in range(gap)] + paragraph)
        else:
            pieces.append((language, start, list(paragraph)))
    return [
        Example(language, textwrap.dedent("\n".join(body)).rstrip(), line + start, marked=language == "pycon")
        for language, start, body in pieces
    ]


def _paragraphs(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Runs of lines without a blank one, cut where a doctest begins and where code follows a colon."""
    found: list[tuple[int, list[str]]] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        before = lines[index - 1] if index else ""
        begins = not before.strip()
        if not begins and line.lstrip().startswith(">>>"):
            begins = not found[-1][1][0].lstrip().startswith(">>>")
        if not begins and before.rstrip().endswith(":") and _indent(line) > _indent(before):
            begins = not found[-1][1][0].lstrip().startswith(">>>") and language_of(found[-1][1][0]) == "text"
        if begins:
            found.append((index, [line]))
        else:
            found[-1][1].append(line)
    return found


def _paragraph_language(paragraph: Sequence[str], before: Sequence[tuple[str, int, list[str]]]) -> str:
    if paragraph[0].lstrip().startswith(">>>"):
        return "pycon"
    code = textwrap.dedent("\n".join(paragraph))
    language = language_of(code)
    if before and before[-1][0] in ("python", "shell") and _indent(paragraph[0]) and language == "text":
        return before[-1][0]  # a paragraph of code that does not stand alone
    return language
