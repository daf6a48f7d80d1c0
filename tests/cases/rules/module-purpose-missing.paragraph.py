"""Arithmetic on whole numbers.

Numbers of any size are kept exactly.

Usage:
    import example
"""
