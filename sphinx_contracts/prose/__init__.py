"""Docstring prose as blocks, without running anything: the ``markup = "safe"`` subset.

Paragraphs, lists, code, literals, emphasis, links and Python roles are understood, in reST and in Markdown;
admonitions become labelled paragraphs. Everything else (substitutions, raw HTML, unclosed markup, unknown
directives) stays the text it is. Each function takes linear time and never raises.

Key Components:
    - blocks_of: a docstring's prose as blocks
    - spans_of: one line of inline text as pieces
    - written: pieces as inline text again

Usage:
    from sphinx_contracts.prose import blocks_of

    blocks = blocks_of("Reads the file.\\n\\n- one\\n- two")
"""

from sphinx_contracts.prose._blocks import blocks_of
from sphinx_contracts.prose._inline import spans_of
from sphinx_contracts.prose._written import written
from sphinx_contracts.visible import visible, visible_line

__all__ = ["blocks_of", "spans_of", "visible", "visible_line", "written"]
