"""Types inside docstring text, and the heads of entries.

A text is a type only when it parses as an annotation; anything else is prose.

Key Components:
    - is_annotation: does a text parse as an annotation
    - is_likely_type: is it, moreover, one that people write as a type
    - split_outside: cut at the first separator outside brackets
    - typed: a description's leading type and the rest

Usage:
    from sphinx_contracts.docstrings.types import typed

    assert typed("bool (True when done)") == ("bool", "True when done")
"""

import ast
import builtins
import re
import typing

__all__ = ["is_annotation", "is_likely_type", "split_outside", "typed"]

_LOWER = frozenset(name for name in vars(builtins) if isinstance(vars(builtins)[name], type)) | {
    "None",
    "callable",
    "any",
    "string",
    "array",
    "ndarray",
    "iterable",
    "function",
    "file",
}
_KNOWN = _LOWER | frozenset(typing.__all__)
_SHAPE = re.compile(r"[A-Za-z_][\w.]*(?:\s*\[.*\])?(?:\s*\|\s*[\w.]+(?:\[.*\])?)*$", re.DOTALL)
_ALLOWED = (
    ast.Expression,
    ast.Name,
    ast.Attribute,
    ast.Subscript,
    ast.Constant,
    ast.BinOp,
    ast.BitOr,
    ast.Tuple,
    ast.List,
    ast.Load,
    ast.UnaryOp,
    ast.USub,
)
_LONGEST = 500


def is_annotation(text: str) -> bool:
    """Tell whether a text parses as a type annotation.

    Args:
        text: The text; one of more than 500 characters is never an annotation

    Returns:
        True for names, attributes, subscripts and unions of them

    Example:
        assert is_annotation("dict[str, int] | None")
    """
    return _names(text) is not None


def is_likely_type(text: str) -> bool:
    """Tell whether a text is an annotation whose names look like types.

    Args:
        text: The text

    Returns:
        True when every name is a builtin, stands in ``typing``, is dotted or begins with a capital

    Example:
        assert is_likely_type("TrainingResult") and not is_likely_type("value")
    """
    names = _names(text)
    return bool(names) and all(name in _KNOWN or "." in name or name[:1].isupper() for name in names or ())


def _names(text: str) -> list[str] | None:
    text = text.strip()
    if not text or len(text) > _LONGEST or not _SHAPE.match(text) or text.count("[") > 40 or text.count("|") > 40:
        return None
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    names: list[str] = []
    inner: set[int] = set()
    for node in ast.walk(tree):
        if not isinstance(node, _ALLOWED):
            return None
        if isinstance(node, ast.Attribute):
            inner.add(id(node.value))
            if id(node) not in inner:
                names.append("." + node.attr)
        elif isinstance(node, ast.Name) and id(node) not in inner:
            names.append(node.id)
        elif isinstance(node, ast.Constant) and node.value is None:
            names.append("None")
    return names


def split_outside(text: str, separators: tuple[str, ...]) -> tuple[str, str, str] | None:
    """Cut a text at the first separator that stands outside brackets and backticks.

    Args:
        text: The text
        separators: What may separate, the first match at the leftmost place wins

    Returns:
        What stands before, the separator, what stands after; None when there is none

    Example:
        assert split_outside("tuple[a: b]: text", (": ",)) == ("tuple[a: b]", ": ", "text")
    """
    depth, quoted = 0, False
    for position, char in enumerate(text):
        if char == "`":
            quoted = not quoted
        elif quoted:
            continue
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth = max(0, depth - 1)
        if depth == 0:
            for separator in separators:
                if text.startswith(separator, position):
                    return text[:position], separator, text[position + len(separator) :]
    return None


def typed(text: str) -> tuple[str | None, str]:
    """Separate a leading type from a description.

    Args:
        text: ``TYPE (text)``, ``TYPE - text``, ``TYPE: text``, ``TYPE`` or plain text

    Returns:
        The type, None when there is none, and the description

    Example:
        assert typed("int (total steps)") == ("int", "total steps")
    """
    if text.endswith(")"):
        cut = split_outside(text, (" (",))
        start = text.find(" (")
        if cut is None and start > 0:
            cut = text[:start], " (", text[start + 2 :]
        if cut is not None and _balanced(cut[2][:-1]) and is_likely_type(cut[0]):
            return cut[0], cut[2][:-1]
    separated = split_outside(text, (" - ", " – ", " — ", ": "))
    if separated is not None and is_likely_type(separated[0]):
        return separated[0], separated[2].strip()
    if is_likely_type(text):
        return text, ""
    return None, text


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0
