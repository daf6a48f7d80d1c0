"""JSON that people can read, written quickly.

``json.dumps`` with an indent is done in Python, value by value, and takes ten times as long as without. Here whatever
holds no other container is left to the part of ``json`` that is written in C, which is told to begin a line between two
members.

Key Components:
    - indented: a document as text

Usage:
    from sphinx_contracts.reports.indented import indented

    text = indented({"findings": []})
"""

import functools
import itertools
import json
from collections.abc import Iterator
from typing import Any

__all__ = ["indented"]

_CONTAINERS = frozenset({dict, list})


def indented(document: Any, *, ascii_only: bool = False) -> str:
    """Write a document as ``json.dumps`` does with an indent of two spaces.

    Args:
        document: Dicts with strings as keys, lists and plain values in each other
        ascii_only: Write what is not ASCII as escapes

    Returns:
        The text, without a final newline

    Example:
        text = indented({"findings": []})
    """
    return "".join(_pieces(document, "\n", ascii_only))


def _pieces(value: Any, line: str, ascii_only: bool) -> Iterator[str]:
    """The text of a value; ``line`` ends a line and indents the next one as far as the value's own first line."""
    if not isinstance(value, dict | list) or not value:
        yield _encoder("", ascii_only).encode(value)
        return
    inner = f"{line}  "
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    if _CONTAINERS.isdisjoint(map(type, value.values() if isinstance(value, dict) else value)):
        yield f"{opening}{inner}{_encoder(inner, ascii_only).encode(value)[1:-1]}{line}{closing}"
        return
    before = f"{opening}{inner}"
    encode = _encoder("", ascii_only).encode
    names = (f"{encode(name)}: " for name in value) if isinstance(value, dict) else itertools.repeat("")
    for name, item in zip(names, value.values() if isinstance(value, dict) else value, strict=False):
        yield f"{before}{name}"
        yield from _pieces(item, inner, ascii_only)
        before = f",{inner}"
    yield f"{line}{closing}"


@functools.cache
def _encoder(between: str, ascii_only: bool) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=ascii_only, separators=(f",{between}", ": "))
