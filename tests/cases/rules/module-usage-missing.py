#! example
"""Arithmetic on whole numbers.

Key Components:
    - double: twice a number
"""
