"""Contracts as tables: the only place that knows which columns a page shows.

Pure functions turn modules, classes, callables, formats, rules and findings into entries and blocks; how these
look is the business of whoever writes them. Nothing here knows Sphinx.

Key Components:
    - entry: an object as it is shown, with everything inside it
    - view: a whole project with its findings, looked up by name
    - annotations: type annotations as text and references
    - callables, classes, modules, formats: the entries of one kind of object
    - told: what docstrings tell in their own words
    - attached: what joins descriptions that others make
    - index: the table of all modules that readers filter and sort
    - overview: all modules against the checklist, and the findings of one
    - glance: what a whole module does and raises
    - connections: who uses what
    - packages: what a package leads to
    - rollout: the phases of the rollout and their progress
    - rulebook: the reference of the rules

Usage:
    from sphinx_contracts.tables.modules import module_entry
    from sphinx_contracts.tables.view import View

    entry = module_entry(project.modules[0], View(project, findings))
"""
