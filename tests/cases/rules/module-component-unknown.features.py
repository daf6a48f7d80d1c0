"""Arithmetic on whole numbers.

Provides:
    - Caching: results are kept
    - Speed: it is fast
    #! example
    - FastAdder: adds fast
"""
