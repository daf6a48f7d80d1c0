#! example
"""Reads names from a file.

Format:
    One name on each line, in any order.
"""
