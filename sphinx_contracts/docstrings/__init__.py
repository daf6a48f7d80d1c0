"""Docstrings of any dialect, read into sections and entries with exact source lines.

Nothing is lost: what is not understood stays in the description, or in a section of its own, verbatim.

Key Components:
    - reader: the whole docstring
    - lines: a docstring's value as cleaned lines with their source lines
    - headings: what counts as a heading, and what it means
    - google, numpy, rest: the bodies of sections in each dialect
    - types: types inside docstring text
    - examples: the example blocks of a section

Usage:
    from sphinx_contracts.docstrings.reader import parse_docstring

    doc = parse_docstring("Summary.", None, 1, 1)
"""
