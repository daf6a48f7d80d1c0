"""Bodies at their heading's own indentation: where they begin and what goes on with them."""

import re
from collections.abc import Sequence

from sphinx_contracts.docstrings._marks import is_bullet, is_rule
from sphinx_contracts.docstrings._vocabulary import is_strict
from sphinx_contracts.docstrings.lines import Line
from sphinx_contracts.model.docstring import SectionKind

_CODE_STARTS = (">>>", "```", "~~~", "$ ", ".. code", ".. sourcecode")
_CODE = re.compile(
    r"(from [\w.]+ )?import [\w.*]+|@\w"
    r"|(python3?|pip3?|bash|sh|curl|docker|git|uv|npm|make|sudo|cd|export) +[\w./~$=\"'-]"
    r"|\./\w|[\w.]{1,80} = \S|[\w.]{1,80}\(.{0,200}\)$|(with|for|if|def|class) .{1,100}:$"
)
_NAMED = re.compile(r"\*{0,2}[a-z_]\w*(, ?\*{0,2}[a-z_]\w*)*\s*(\([^()]{1,80}\)\s*)?(--|[–—:])\s+\S")
_FARTHEST = 200


def begins_code(text: str) -> bool:
    """Tell whether a line looks like code or a command.

    Args:
        text: The line without indentation

    Returns:
        True for a prompt, a fence, an import, a call, an assignment, a shell command

    Example:
        assert begins_code("from core import train")
    """
    return text.startswith(_CODE_STARTS) or _CODE.match(text[:300]) is not None


def begins_flat_body(kind: SectionKind, text: str) -> bool:
    """Tell whether a line can begin the body of a known heading at the heading's own indentation.

    Args:
        kind: What the heading means
        text: The line

    Returns:
        True for a bullet, for a name with its description under Args, for code under Examples, for a literal shape
        under Returns

    Example:
        assert begins_flat_body(SectionKind.COMPONENTS, "- Trainer: trains")
    """
    if is_bullet(text):
        return True
    if kind is SectionKind.EXAMPLES:
        return begins_code(text)
    if kind is SectionKind.INPUTS:
        return _NAMED.match(text) is not None
    return kind in (SectionKind.RETURNS, SectionKind.YIELDS) and text[0] in "{["


def begins_flat_examples(lines: Sequence[Line], index: int) -> bool:
    """Tell whether prose below an Examples heading leads to code before the next heading.

    Args:
        lines: The docstring's lines
        index: The first line of prose

    Returns:
        True when a prompt, a fence or an indented block below a colon follows

    Example:
        found = begins_flat_examples(lines, 4)
    """
    opened = False
    for line in lines[index : index + _FARTHEST]:
        if line.text.startswith(_CODE_STARTS) or (opened and line.indent > 0):
            return True
        if not line.indent and (is_rule(line.text) or (line.text[-1:] == ":" and is_strict(line.text))):
            return False
        opened = line.text.endswith(":") if line.text else opened
    return False


def continues_flat_body(kind: SectionKind, line: Line, before: Line) -> bool:
    """Tell whether an unindented line goes on with a flat body.

    Args:
        kind: What the heading means
        line: The line, not blank
        before: The line before it

    Returns:
        True for the next item, for more code, and for the second line of what came before

    Example:
        goes_on = continues_flat_body(SectionKind.COMPONENTS, line, before)
    """
    text = line.text
    if is_bullet(text) or text[0] in "{[}]" or text.startswith((">>>", "...", "$ ", "```", "~~~")):
        return True
    if kind is SectionKind.EXAMPLES and (begins_code(text) or text[0] == "#"):
        return True
    if kind is SectionKind.INPUTS and _NAMED.match(text):
        return True
    if not before.text:
        return False
    return before.text.startswith((">>>", "...", "$ ", "```")) or not text[0].isupper()
