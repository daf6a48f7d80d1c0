"""Arithmetic on whole numbers.

Data Flow:
    1. Read numbers
    2. Add them up
"""
