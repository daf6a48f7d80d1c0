"""
Module that is not UTF-8 and does not say so.

The name of its author is René.
"""
# planted in the module: source-unreadable at author is Ren
