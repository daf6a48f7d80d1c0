"""Arithmetic on whole numbers.

>>> 2 + 2
4
"""
