#! example
b"""Not a docstring either."""
LIMIT = 3
