"""Conversion of tables.

Format conversion:
    Columns keep their order, whatever file they come from.
"""
