"""Types as people write them beside a name, with "optional" and a default."""

import re
from functools import lru_cache

from sphinx_contracts.docstrings.types import is_likely_type, unquoted

_LONGEST_TYPE = 1000
_DEFAULT = re.compile(
    r"\(?\s*[*_]*\(?(?:defaults?|defaulting)\b[*_]*\s*(?:value\b)?\s*(?:is|to|[:=])?\s*(.*)$", re.IGNORECASE
)
_TAIL = re.compile(r"(?:\s+|\s*\()[*_(]*\b(optional|required|defaults?\b.*)$", re.IGNORECASE | re.DOTALL)
_ASSIGNED = re.compile(r"([^=]*[^=\s])\s*=\s*([^=\s].*)$")
_WORDS = frozenset({"optional", "opt", "opt.", "required", "keyword-only", "keyword only", "positional-only"})
_TYPE_WORDS = re.compile(
    r"\b(array|arrays|array_like|array-like|ndarray|list|dict|tuple|string|str|int|integer|float|bool|boolean|callable"
    r"|optional|default|object|instance|scalar|sequence|iterable|iterator|generator|function|matrix|dataframe|None|set"
    r"|number|class|type|path|of)\b|[{\[]",
    re.IGNORECASE,
)


def described_type(text: str | None) -> tuple[str | None, bool, str | None]:
    """Read ``type, optional, defaults to x`` as it stands in brackets or behind a colon.

    Args:
        text: The text, None when there is none

    Returns:
        The type, whether it is optional, and the default

    Example:
        assert described_type("int, optional") == ("int", True, None)
    """
    if not text or not text.strip():
        return None, False, None
    if len(text) > _LONGEST_TYPE:
        return " ".join(text.split()), False, None
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str | None, bool, str | None]:
    text = " ".join(text.split())
    optional, default = False, None
    kept: list[str] = []
    parts = comma_parts(text)
    for index, part in enumerate(parts):
        found = _DEFAULT.match(part)
        if found is not None:
            default = _value(", ".join([found[1], *parts[index + 1 :]]) if _is_open(found[1]) else found[1])
            continue
        word = part.strip("*_() ").lower()
        if word in _WORDS:
            optional = optional or word.startswith("opt")
            continue
        tail = _TAIL.search(part)
        if tail is not None and tail.start():
            word = tail[1].lower()
            optional = optional or word.startswith("optional")
            found = _DEFAULT.match(tail[1])
            default = _value(found[1]) if found is not None else default
            part = part[: tail.start()].rstrip()
            if part.strip("*_() ").lower() in _WORDS:
                optional = optional or part.lstrip("*_( ").lower().startswith("opt")
                continue
        assigned = _ASSIGNED.match(part)
        if assigned is not None and is_likely_type(assigned[1]):
            part, default = assigned[1], _value(assigned[2])
        kept.append(part)
    kind = unquoted(", ".join(kept))
    return kind or None, optional, default


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")") or text.count("[") > text.count("]")


def _value(text: str) -> str | None:
    value = text.strip().rstrip(".")
    if value.count(")") > value.count("("):
        value = value.removesuffix(")")
    return value.strip("`* ") or None


def comma_parts(text: str) -> list[str]:
    """Split at commas outside brackets, backticks and quotes.

    Args:
        text: The text

    Returns:
        The parts that are not blank

    Example:
        assert comma_parts("dict[str, int], optional") == ["dict[str, int]", "optional"]
    """
    if "," not in text:
        return [text]
    parts: list[str] = []
    depth, start, quote = 0, 0, ""
    for position, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "`\"'":
            quote = char if text.find(char, position + 1) > 0 else ""
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth <= 0:
            parts.append(text[start:position].strip())
            start = position + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def reads_as_type(text: str) -> bool:
    """Tell whether a text is what people write in the place of a type, words such as "array of shape" included.

    Args:
        text: The text, with "optional" and a default or without

    Returns:
        True for an annotation, and for a few words with one that names a type

    Example:
        assert reads_as_type("list of str, optional")
    """
    kind = described_type(text)[0]
    if kind is None or is_likely_type(kind):
        return True
    if len(kind.split()) > 10 or kind[-1] in ".!?;":
        return False
    return " " not in kind or "`" in text or names_a_type(kind)


def names_a_type(text: str) -> bool:
    """Tell whether one of a text's words names a type, as in "array of shape".

    Args:
        text: The text

    Returns:
        True for such a word, and for a bracket

    Example:
        assert names_a_type("array of shape (n,)")
    """
    return _TYPE_WORDS.search(text) is not None
