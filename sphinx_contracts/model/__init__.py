"""The contract model: what the tool knows of a code base, as plain frozen records.

Everything above this package takes these records and returns these records, so a step can be tested by
comparing two values. Only the standard library is used.

Key Components:
    - contract: modules, classes and callables
    - rows, formats: the rows of their contracts, and documented data formats
    - problem: what keeps a file, or a format in it, from being read
    - code: what a body of code calls, raises and changes
    - docstring: a docstring read into sections and entries, with source lines
    - finding: what a rule reports

Usage:
    from sphinx_contracts.model.contract import Module

    module = Module(name="core.train", path="core/train.py")
"""
