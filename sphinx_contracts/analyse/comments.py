"""Comments that matter: beside and above a field, and suppressions.

Only the lines that matter are looked at; a file is tokenized only where it holds a suppression.

Key Components:
    - trailing_comment: the comment behind a statement
    - comment_block: the comment lines above a statement
    - header_end: the line that ends the header of a function or class
    - suppressions_of: the suppressions of a file

Usage:
    from sphinx_contracts.analyse.comments import suppressions_of

    found = suppressions_of("x = 1  # contracts: ignore[type-vague]\\n")
"""

import ast
import io
import re
import tokenize
from collections.abc import Sequence

from sphinx_contracts.model.contract import Suppression

__all__ = ["comment_block", "header_end", "suppressions_of", "trailing_comment"]

_DIRECTIVE = re.compile(
    r"\s*#+\s*(?:type:\s|noqa\b|pylint:|pragma:|mypy:|pyright:|pyre-|fmt:|isort:|ruff:|nosec\b|contracts:|yapf:|codespell:"
    r"|cspell:|spellchecker:|coverage:|sonar|NOSONAR|flake8[:\s]|lgtm\b|doctest:|(?:TODO|FIXME|XXX|HACK)\s*(?:\([^)]*\))?\s*[:.]?\s*$)"
    r".*$"
)
_MARK = re.compile(r"#\s*contracts:\s*(ignore(?:-file)?)\s*(?:\[([^\]]*)\])?", re.IGNORECASE)


def _cleaned(comment: str) -> str:
    """A comment's words, without the hash and without remarks to tools."""
    return re.sub(r"^#+:?\s*", "", _DIRECTIVE.sub("", comment).strip()).strip()


def _rest(line: str, offset: int) -> str:
    """What stands behind a byte offset of a line."""
    return (
        line[offset:] if line.isascii() else line.encode("utf-8", "surrogatepass")[offset:].decode("utf-8", "replace")
    )


def trailing_comment(node: ast.stmt, lines: Sequence[str]) -> str:
    """Find the comment behind a statement: on its last line, else on its first.

    Args:
        node: The statement
        lines: The lines of the file

    Returns:
        The comment's words, "" when there is none

    Example:
        words = trailing_comment(node, lines)
    """
    end = node.end_lineno or node.lineno
    rest = _rest(lines[end - 1], node.end_col_offset or 0).lstrip()
    if rest.startswith("#"):
        found = _cleaned(rest)
        if found:
            return found
    if end > node.lineno and "#" in lines[node.lineno - 1]:
        first = _rest(lines[node.lineno - 1], node.col_offset)
        position = first.find("#")
        while position > 0:
            before = first[:position]
            if before[-1].isspace() and before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
                return _cleaned(first[position:])
            position = first.find("#", position + 1)
    return ""


def comment_block(lines: Sequence[str], line: int, after: int) -> tuple[str, int, bool]:
    """Read the comment lines right above a line.

    Args:
        lines: The lines of the file
        line: The 1-based line of the statement
        after: The 1-based line that the statement before ends on; the search stops below it

    Returns:
        The words, the 1-based line of the first comment line (0 for none), and whether it is a ``#:`` comment

    Example:
        words, first, marked = comment_block(lines, 12, 10)
    """
    first = line
    while first - 1 > after and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    if first == line:
        return "", 0, False
    block = [text.strip() for text in lines[first - 1 : line - 1]]
    marked = block[-1].startswith("#:")
    if marked:
        block = [text for text in block if text.startswith("#:")]
    words = " ".join(filter(None, (_cleaned(text) for text in block)))
    return words, first, marked


def header_end(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, lines: Sequence[str]) -> int:
    """Find the line where the header of a function or class ends.

    Args:
        node: The function or class
        lines: The lines of the file

    Returns:
        The 1-based line of the colon before the body

    Example:
        last = header_end(node, lines)
    """
    body = node.body[0].lineno
    if body == node.lineno or (body == node.lineno + 1 and not lines[body - 1][: node.body[0].col_offset].strip()):
        return node.lineno
    parts = node.bases if isinstance(node, ast.ClassDef) else [node.args, *filter(None, [node.returns])]
    inside = [part for part in (*parts, *getattr(node, "keywords", ())) for part in _placed(part)]
    last = max(((part.end_lineno or 0, part.end_col_offset or 0) for part in inside), default=(node.lineno, 0))
    for line in range(last[0], body + 1):
        text = lines[line - 1] if line > last[0] else _rest(lines[line - 1], last[1])
        if ":" in text.partition("#")[0]:
            return line
    return last[0]


def _placed(part: ast.AST) -> Sequence[ast.expr | ast.arg | ast.keyword]:
    """The parts of a header that have a place of their own."""
    if not isinstance(part, ast.arguments):
        return [part] if isinstance(part, ast.expr | ast.keyword) else []
    rest = [item for item in (part.vararg, part.kwarg) if item is not None]
    defaults = [item for item in (*part.defaults, *part.kw_defaults) if item is not None]
    return [*part.posonlyargs, *part.args, *part.kwonlyargs, *rest, *defaults]


def suppressions_of(text: str) -> tuple[Suppression, ...]:
    """Find the suppressions of a file.

    Args:
        text: The text of the file

    Returns:
        The suppressions in order of their lines; names are as written

    Example:
        found = suppressions_of("x = 1  # contracts: ignore[type-vague]\\n")
    """
    if "contracts:" not in text:
        return ()
    found: list[Suppression] = []
    leading = True
    ignored = (tokenize.NL, tokenize.ENCODING, tokenize.NEWLINE)
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                for match in _MARK.finditer(token.string):
                    whole = match[1].lower() == "ignore-file"
                    names = tuple(filter(None, (name.strip() for name in (match[2] or "").split(","))))
                    found.append(Suppression(names, token.start[0], whole, misplaced=whole and not leading))
            elif token.type not in ignored:
                leading = False
    except (tokenize.TokenError, SyntaxError, RecursionError):
        # the parser took the file, so what was found until here stands; the tokenizer is stricter about its end
        return tuple(found)
    return tuple(found)
