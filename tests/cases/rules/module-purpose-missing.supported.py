"""Conversion of tables.

Supported formats:
    CSV and JSON Lines, with one record on each line.
"""
