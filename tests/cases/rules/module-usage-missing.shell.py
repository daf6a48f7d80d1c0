"""Arithmetic on whole numbers.

Usage:
    python3 double.py 4
"""
