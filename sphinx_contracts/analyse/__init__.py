"""From source files to contracts: modules, classes, callables, fields and the links between modules.

Each file is analysed on its own; ``linking`` then follows re-exports, base classes and inherited contracts.

Key Components:
    - modules: one source file as a module's contract
    - classes, callables, fields: the parts of a module
    - sections, documented: what docstring sections hold, and what they say as rows
    - comments: comments beside fields, and suppressions
    - linking: all modules as a project

Usage:
    from sphinx_contracts.analyse.modules import analyse_source
"""
