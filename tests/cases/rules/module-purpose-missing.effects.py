"""Handlers of the command line.

Side Effects:
    - Registers each handler when it is imported
"""
