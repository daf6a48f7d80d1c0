"""Docstrings of any dialect, read into sections and entries with exact source lines.

One file per step: cleaned lines, headings, and one file for each dialect's bodies.

Key Components:
    - lines: a docstring's value as cleaned lines with their source lines
    - headings: what counts as a heading, and what it means
    - google, numpy, rest: the bodies of sections in each dialect
    - reader: the whole docstring
    - examples: the example blocks of a section

Usage:
    from sphinx_contracts.docstrings.reader import parse_docstring

    doc = parse_docstring("Summary.", None, 1, 1)
"""
