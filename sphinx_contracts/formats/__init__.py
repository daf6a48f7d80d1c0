"""Documented data formats: found in docstrings, read into fields and a JSON Schema.

A format is a block of data under a heading that says so, at the start of a Returns, Body, Payload or Response
section, or in a fence of a data language. Strict JSON is read, and JSON whose comments give types and meanings.

Key Components:
    - find_formats: the formats that a docstring documents
    - find_mentions: where a docstring names what declares its format

Usage:
    from sphinx_contracts.formats import find_formats
    from sphinx_contracts.model.docstring import Docstring

    assert find_formats(Docstring(), "core.status") == ()
"""

from sphinx_contracts.formats._find import find_formats
from sphinx_contracts.formats._mentions import find_mentions

__all__ = ["find_formats", "find_mentions"]
