"""Types inside docstring text.

A text is a type only when it parses as an annotation; anything else is prose. ``int or None``, ``list of str`` and
types in backticks or roles count as the annotations that they stand for.

Key Components:
    - is_annotation: does a text parse as an annotation
    - is_likely_type: is it, moreover, one that people write as a type
    - unquoted: a type without backticks and roles
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
from functools import lru_cache

__all__ = ["is_annotation", "is_likely_type", "split_outside", "typed", "unquoted"]

_KNOWN = (
    frozenset(name for name, value in vars(builtins).items() if isinstance(value, type))
    | frozenset(typing.__all__)
    | {"None", "callable", "any", "string", "array", "array_like", "ndarray", "iterable", "function", "file"}
)
_NEVER = frozenset({"Note", "Notes", "Warning", "Example", "Examples", "Default", "Todo", "Returns", "Yields"})
_ENDINGS = "cfg conf csv gz html ini js json jsonl log md pdf png py rst sh sql toml ts txt xml yaml yml zip"
_FILES = frozenset(_ENDINGS.split(" "))
_CHARACTERS = re.compile(r"[\w.\[\]|,'\"*\s-]+")
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
    ast.Starred,
)
_LONGEST = 500
_NUMBER = re.compile(r"\b\d+[A-Za-z_]")  # the parser warns of such
_BRACKETED = re.compile(r"\[(:?[\w:]*`[^`]*`)\]")
_ROLE = re.compile(r"(?::[\w:+-]{1,40}:)?(`{1,2})[~!]?\.?(?:[^`<]*<~?\.?([^`>]*)>|([^`]*?))\1(?!`)")
_OF = re.compile(r"^([A-Za-z]\w*) of (.+)$")


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
    """Tell whether a text is a type: an annotation whose names look like types.

    Args:
        text: The text, without backticks and roles

    Returns:
        True when every name is a builtin, stands in ``typing``, is dotted or begins with a capital; ``X or Y`` and
        ``X of Y`` count when X and Y do

    Example:
        assert is_likely_type("TrainingResult") and not is_likely_type("value")
    """
    return len(text) <= _LONGEST and _is_likely(text.strip())


@lru_cache(maxsize=8192)
def _is_likely(text: str) -> bool:
    if " or " in text:
        text = text.replace(", or ", " or ").replace(" or ", " | ")
    found = _OF.match(text) if " of " in text else None
    if found is not None:
        # a plural such as "list of Issues" is what people write; "Dict of parameters" is prose
        return found[1].lower() in ("list", "dict", "tuple", "set", "sequence", "iterable", "iterator") and _is_likely(
            found[2]
        )
    names = _names(text)
    return bool(names) and all(_is_type_name(name) for name in names or ())


def _is_type_name(name: str) -> bool:
    if name in _KNOWN:
        return True
    if name[0] == ".":
        return name[1:] not in _FILES
    return name[:1].isupper() and name not in _NEVER


@lru_cache(maxsize=8192)
def _names(text: str) -> tuple[str, ...] | None:
    text = text.strip()
    if not text or len(text) > _LONGEST or not (text[0].isalpha() or text[0] == "_") or not _CHARACTERS.fullmatch(text):
        return None
    if text.isidentifier():
        return (text,)
    if any(text.count(sign) > 40 for sign in "[|-.") or _NUMBER.search(text):
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
                names.append(f".{node.attr}")
        elif isinstance(node, ast.Name) and id(node) not in inner:
            names.append(node.id)
        elif isinstance(node, ast.Constant) and node.value is None:
            names.append("None")
    return tuple(names)


def unquoted(text: str) -> str:
    """Take the backticks, roles and link brackets off a type.

    Args:
        text: The type as written

    Returns:
        The type alone

    Example:
        assert unquoted(":class:`~core.Trainer` or `None`") == "core.Trainer or None"
    """
    if "`" not in text:
        return text.strip().removeprefix("~").removeprefix(".")
    if len(text) > 4 * _LONGEST:
        return text
    return _ROLE.sub(lambda role: role[2] or role[3], _BRACKETED.sub(r"\1", text)).strip().strip("`").strip()


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
    if not any(separator in text for separator in separators):
        return None
    depth, quoted = 0, False
    firsts = {separator[0] for separator in separators}
    for position, char in enumerate(text):
        if char == "`":
            quoted = not quoted
        elif quoted:
            continue
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth = max(0, depth - 1)
        if depth == 0 and char in firsts:
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
    text = text.strip()
    start = text.find(" (")
    if text.endswith(")") and 0 < start <= _LONGEST and _balanced(text[start + 2 : -1]):
        kind = unquoted(text[:start])
        if is_likely_type(kind):
            return kind, text[start + 2 : -1]
    head, tail = text[:_LONGEST], text[_LONGEST:]
    separated = split_outside(head, (" - ", " -- ", " – ", " — ", ": "))
    if separated is not None and is_likely_type(unquoted(separated[0])):
        return unquoted(separated[0]), (separated[2] + tail).strip()
    kind = unquoted(text[:-1] if text.endswith((":", ".")) else text) if not tail else ""
    if is_likely_type(kind):
        return kind, ""
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
