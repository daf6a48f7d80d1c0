"""The example blocks of a section, with their language.

Key Components:
    - examples_of: the blocks of an examples section

Usage:
    from sphinx_contracts.docstrings.examples import examples_of

    blocks = examples_of(section)
"""

import ast
import json
import re
import textwrap
import warnings

from sphinx_contracts.model.contract import Example
from sphinx_contracts.model.docstring import DocSection

__all__ = ["examples_of"]

_FENCE = re.compile(r"(`{3,}|~{3,})\s*\{?([\w+-]*)")
_DIRECTIVE = re.compile(r"\.\.\s+(?:code-block|code|sourcecode|highlight)::\s*([\w+-]*)")
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
    "shell-session": "shell",
    "json": "json",
    "jsonc": "json",
}
_SHELL = re.compile(
    r"(?:\$ |# |\./|(?:sudo|python3?|pip3?|cd|export|curl|bash|sh|source|nohup|ls|cat|mkdir|rm|cp|git|make|docker|uv|npm"
    r"|pytest|echo|tail|kill|ssh|watch|nvidia-smi)\b(?!\s*[=(.:]))"
)
_LONGEST_PARSE = 20_000


def examples_of(section: DocSection) -> tuple[Example, ...]:
    """Split an examples section into its blocks.

    Args:
        section: A section of kind EXAMPLES

    Returns:
        The blocks in order; prose between them belongs to the block that follows it as a comment would

    Example:
        blocks = examples_of(section)
    """
    lines = section.text.split("\n")
    found: list[Example] = []
    start = 0
    index = 0
    while index < len(lines):
        text = lines[index].strip()
        fence = _FENCE.match(text)
        directive = _DIRECTIVE.match(text)
        if fence is None and directive is None:
            index += 1
            continue
        _plain(found, lines, start, index, section.body_line)
        if fence is not None:
            end = index + 1
            while end < len(lines) and not lines[end].strip().startswith(fence[1]):
                end += 1
            _marked(found, fence[2], lines[index + 1 : end], section.body_line + index + 1)
            start = index = min(end + 1, len(lines))
        elif directive is not None:
            margin = len(lines[index]) - len(lines[index].lstrip())
            end = index + 1
            while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > margin):
                end += 1
            body = [line for line in lines[index + 1 : end]]
            skipped = 0
            while body and (not body[0].strip() or body[0].strip().startswith(":")):
                body.pop(0)
                skipped += 1
            _marked(found, directive[1], body, section.body_line + index + 1 + skipped)
            start = index = end
    _plain(found, lines, start, len(lines), section.body_line)
    return tuple(found)


def _marked(found: list[Example], name: str, lines: list[str], line: int) -> None:
    code = textwrap.dedent("\n".join(lines)).strip("\n")
    if not code.strip():
        return
    language = _LANGUAGES.get(name.lower()) or (_language(code) if not name else "text")
    if language == "python" and code.lstrip().startswith(">>>"):
        language = "pycon"
    found.append(Example(language, code, line, marked=bool(name)))


def _plain(found: list[Example], lines: list[str], start: int, end: int, base: int) -> None:
    while start < end and not lines[start].strip():
        start += 1
    code = textwrap.dedent("\n".join(lines[start:end])).rstrip()
    if not code.strip():
        return
    language = _language(code)
    found.append(Example(language, code, base + start, marked=language == "pycon"))


def _language(code: str) -> str:
    stripped = code.lstrip()
    if re.search(r"^\s*>>> ?", code, re.MULTILINE):
        return "pycon"
    if stripped[:1] in "{[" and _is_json(stripped):
        return "json"
    lines = [line for line in code.split("\n") if line.strip()]
    commands = [line for line in lines if not line.lstrip().startswith("#")]
    if commands and _SHELL.match(commands[0].strip()):
        return "shell"
    if _parses(code):
        return "python"
    looks = sum(1 for line in commands if re.match(r"\s*(from \w|import \w|[\w.\[\], ]+ = |[\w.]+\(|with |def |class |for |if |@)", line))
    return "python" if commands and looks * 2 >= len(commands) and looks else "text"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _parses(code: str) -> bool:
    if len(code) > _LONGEST_PARSE:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
