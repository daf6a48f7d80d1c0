"""Calls: what a body of code calls and raises, what names stand for, and the project's call graph.

Key Components:
    - frames: the names around a body, and annotations as types
    - bindings: what the names of a body stand for
    - collect: one body's calls, raises and changes of state
    - bodies: the bodies of functions and modules
    - known, evaluate: what all files tell about names, and chains settled by it
    - returns: what well-known functions outside the project give

Usage:
    from sphinx_contracts.calls.bodies import function_body
"""
