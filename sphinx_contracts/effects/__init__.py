"""What code does to the world.

Key Components:
    - wording: the category of an effect that a docstring describes

Usage:
    from sphinx_contracts.effects.wording import category_of

    category = category_of("Writes the status file")
"""
