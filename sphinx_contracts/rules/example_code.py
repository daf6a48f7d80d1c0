"""Whether a docstring shows code, and whether that is Python that parses.

Examples leave things out: ``...`` between arguments, ``<your key>``, a block with only a comment in it, IPython's
magics. Such code is mended before it counts as wrong. Code that nothing marks as Python counts only where every line
of it surely is code.

Key Components:
    - shows_code: does a docstring show an example
    - is_python: does an example claim to be Python
    - syntax_error: the error that keeps it from parsing
    - CodeError: that error

Usage:
    from sphinx_contracts.model.rows import Example
    from sphinx_contracts.rules.example_code import syntax_error

    assert syntax_error(Example("python", "run(path, ...)", 1)) is None
"""

import ast
import keyword
import re
import sys
import warnings
from dataclasses import dataclass

from sphinx_contracts.model.docstring import Docstring, SectionKind
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.rows import Example

__all__ = ["CodeError", "is_python", "shows_code", "syntax_error"]

_LONGEST = 20_000  # characters of an example that is parsed
_SHOWN_BY = frozenset({">>>", "In ", "In[", "```", "~~~", ".. ", "!!!", "???"})
_SHOWN = re.compile(
    r"\s*(?:>>>\s*\S|In ?\[\d+\]:\s*\S|(?:`{3,}|~{3,})\s*\{?(?:py|ba|sh|con|dos|code|doct|testc|ipy|$)"
    r"|\.\.\s+(?:code|sourcecode|doctest|testcode|prompt|ipython|example)[\w-]*::|[!?]{3}\+?\s+example)",
    re.IGNORECASE,
)
_PROMPT = re.compile(r"\s*>>>(?: |$)|\s*>>>(?=\S)")
_CONTINUED = re.compile(r"\s*\.\.\.(?: |$)")
# what is typed into IPython may be a command, a magic or a cell of another language
_IPYTHON = re.compile(r"^\s*In ?\[\d+\]:", re.MULTILINE)
_STRINGS = re.compile(
    r"[rbuftRBUFT]{0,2}(?:\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')", re.DOTALL
)
_COMMENT = re.compile(r"#.*")
_ADJACENT = re.compile(r"\b([^\W\d]\w*)[ \t]+(?=([^\W\d]\w*))")
_OPERATORS = frozenset(keyword.kwlist) - {"True", "False", "None"} | {"match", "case", "type"}
_FOREIGN = re.compile(r"[`$?]|<:|=>|\)\s*->(?!.*:\s*$)|^\s*->", re.MULTILINE)
_STATEMENT = re.compile(
    r"@\w|[)\]}]"
    r"|(?:async\s+)?def\s+\w+\s*[(\[]|class\s+\w+|from\s+[.\w]+\s+import\b|import\s+\w"
    r"|(?:if|elif|while|for|with|async|return|yield|raise|assert|del|global|nonlocal|await|match|case|except)\b"
    r"|(?:try|else|finally|pass|break|continue)\b\s*:?"
    r"|[\w.]+\s*[(\[]"  # a call or an item
    r"|[\w.,\s()*]+(?::[^=]+)?(?:[-+*/%&|^@]|//|\*\*|<<|>>)?=[^=]"  # an assignment
)
_MAGIC = re.compile(r"^([ \t]*)(?:[%!?]|\$ ).*|^([ \t]*)[\w.]+\?{1,2}[ \t]*$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"(?<=[=(,\[{:\s])<[A-Za-z][\w .-]{0,60}>")
_LEFT_OUT = (
    re.compile(r"(?<=[\w)\]}\"'])\s*,(\s*)(?:\.\.\.)(?=\s*[)\]}])"),  # f(a, ...)
    re.compile(r"(?<=[(\[{,])(\s*)\.\.\.\s*,"),  # f(..., a)
    re.compile(r"(?<=[(\[{,])(\s*)\.\.\.(?=\s*[)\]}])"),  # def f(...)
)
_ONLY_DOTS = re.compile(r"^\s*\.\.\.\s*,?\s*$", re.MULTILINE)
_DOTS = re.compile(r"(?<![\w.])\.{3}(?![\w.])")
_NEWER = re.compile(r"^\s*type\s+\w+.*=|\b(?:def|class)\s+\w+\s*\[|\bt[\"']", re.MULTILINE)


@fast_init
@dataclass(frozen=True, slots=True)
class CodeError:
    """What keeps an example from parsing."""

    message: str  # the parser's words
    line: int  # 1-based line of the example's code
    column: int = 1  # 1-based column of that line, one more than its length where something is missing at its end


def shows_code(doc: Docstring) -> bool:
    """Tell whether a docstring shows an example.

    Args:
        doc: The docstring

    Returns:
        True for a section of examples, and for a prompt, a fence or a code directive anywhere in the docstring

    Example:
        shown = shows_code(function.doc)
    """
    if any(section.kind is SectionKind.EXAMPLES and section.text.strip() for section in doc.sections):
        return True
    fenced = False
    for line in doc.lines:
        start = line.lstrip()[:3]
        if start in _SHOWN_BY and not fenced and _SHOWN.match(line) is not None:
            return True
        if start in ("```", "~~~"):
            fenced = not fenced
    return False


def is_python(example: Example) -> bool:
    """Tell whether an example claims to be Python.

    Args:
        example: The example

    Returns:
        True where a fence, a directive or a prompt says so, and where it looks like it

    Example:
        asked = is_python(example)
    """
    return example.language in ("python", "pycon")


def syntax_error(example: Example) -> CodeError | None:
    """Find what keeps an example from parsing.

    Args:
        example: An example in Python

    Returns:
        The first error; None where there is none, and where it is not sure that there is one

    Example:
        error = syntax_error(example)
    """
    if len(example.code) > _LONGEST or _IPYTHON.search(example.code) is not None:
        return None
    code = _typed_in(example)
    error = _error(code)
    if error is None or not (example.marked or _is_sure_code(code)):
        return None
    mended = _mended(code)
    rest = _error(mended)
    if rest is None or _error(_ONLY_DOTS.sub("", mended)) is None or _error(_DOTS.sub("_", mended)) is None:
        return None
    if code != example.code:
        joined = _typed_in(example, open_lines=True)
        further = _error(_mended(joined))
        if further is None:
            return None
        if further.line > rest.line:
            code, mended, rest = joined, _mended(joined), further
    return _placed(rest, example.code, code, mended)


def _placed(error: CodeError, shown: str, typed: str, mended: str) -> CodeError:
    """The error where it is in the example as it is shown, prompts included.

    In a line that was mended it is at the first word. What is missed in a line that mending has added is missing at the
    end of the last one.
    """
    lines = typed.split("\n")
    number = min(error.line, len(lines))
    before, line, after = shown.split("\n")[number - 1], lines[number - 1], mended.split("\n")[number - 1]
    first = len(line) - len(line.lstrip()) + 1
    end = len(line.rstrip()) + 1
    column = max(first, min(error.column, end)) if number == error.line else end
    if line[: column - 1] != after[: column - 1]:
        column = first
    return CodeError(error.message, number, len(before) - len(line) + column)


def _typed_in(example: Example, *, open_lines: bool = False) -> str:
    """The code alone: of a session what stands behind the prompts, output lines left blank.

    Args:
        example: The example
        open_lines: A line without a prompt is code as long as a bracket is open: many leave out ``...``

    Returns:
        As many lines as the example has
    """
    if not re.search(r"^\s*>>>", example.code, re.MULTILINE):
        return example.code
    lines: list[str] = []
    typing = False
    depth = 0
    for line in example.code.split("\n"):
        match = _PROMPT.match(line) or (_CONTINUED.match(line) if typing else None)
        typing = match is not None or depth > 0
        lines.append(line[match.end() :] if match is not None else line if typing else "")
        if open_lines:
            depth += _depth(_bare(lines[-1]))
    return "\n".join(lines)


def _bare(code: str) -> str:
    """The code without what strings and comments hold."""
    return _COMMENT.sub("", _STRINGS.sub("0", code))


def _depth(bare: str) -> int:
    """How many more brackets a piece of code opens than it closes."""
    return sum(bare.count(char) for char in "([{") - sum(bare.count(char) for char in ")]}")


def _error(code: str) -> CodeError | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except SyntaxError as error:
        message = re.sub(r" \(detected at line \d+\)", "", " ".join(str(error.msg).split()))
        if _is_newer(message, code):
            return None
        last = code.count("\n") + 1
        return CodeError(message, min(max(error.lineno or 1, 1), last), max(error.offset or 1, 1))
    except (ValueError, RecursionError, MemoryError):
        return None  # what this interpreter cannot take is not the example's fault
    return None


def _is_newer(message: str, code: str) -> bool:
    """Syntax that only a later Python knows says nothing about the example."""
    if sys.version_info < (3, 12) and message.startswith("f-string"):
        return True
    return message.startswith("multiple exception types") or (
        sys.version_info < (3, 14) and _NEWER.search(code) is not None
    )


def _is_sure_code(code: str) -> bool:
    """No line of it can be prose: each has the shape of a statement, or stands inside brackets."""
    bare = _bare(code)
    if not bare.isascii() or _FOREIGN.search(bare) is not None or bare[:1].isspace():
        return False
    # two words side by side are no Python, unless one is a keyword that asks for another
    pairs = (match.groups() for match in _ADJACENT.finditer(bare))
    if not all(first in _OPERATORS or second in _OPERATORS for first, second in pairs):
        return False
    depth = 0
    for line in bare.split("\n"):
        text = line.strip()
        if text and depth <= 0 and _STATEMENT.match(text) is None:
            return False
        depth += _depth(text)
    return True


def _mended(code: str) -> str:
    """The code with what examples leave out filled in; its lines keep their numbers."""
    code = code.replace("…", "...")
    code = _MAGIC.sub(lambda match: f"{match[1] or match[2] or ''}pass", code)
    code = _PLACEHOLDER.sub("_", code)
    for pattern in _LEFT_OUT:
        code = pattern.sub(r"\1", code)
    lines = _with_bodies(code.split("\n"))
    last = lines[-1].lstrip()
    if last.startswith("@"):
        lines[-1] += f"\n{lines[-1].removesuffix(last)}def _(): pass"
    return "\n".join(lines)


def _with_bodies(lines: list[str]) -> list[str]:
    """Give a block that holds only comments, or ends the example, a body."""
    filled = list(lines)
    following = -1  # indentation of the next line with code
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].strip()
        if not text or text.startswith("#"):
            continue
        indent = len(lines[index]) - len(lines[index].lstrip())
        if text.endswith(":") and following <= indent:
            filled[index] = f"{lines[index]} pass"
        following = indent
    return filled
