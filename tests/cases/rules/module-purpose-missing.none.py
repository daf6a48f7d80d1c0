#! example
"""Arithmetic on whole numbers.

Side Effects: None
"""
