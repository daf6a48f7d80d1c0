"""Which exceptions leave a body of code: raised, and not caught around the place.

Handlers are matched by class hierarchy, builtins and the project's own classes included. What cannot be told is
never sure.

Key Components:
    - hierarchy: names and ancestors of exceptions
    - escapes: the exceptions that a body lets out, and what handlers do to them

Usage:
    from sphinx_contracts.raises.hierarchy import NEVER_ERRORS
"""
