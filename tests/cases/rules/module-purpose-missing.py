#! example
"""Arithmetic on whole numbers.

Usage:
    import example
"""
