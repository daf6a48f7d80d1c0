"""
===================
Arithmetic
===================

On whole numbers.
"""
