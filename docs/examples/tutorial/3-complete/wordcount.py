"""
Word counting module.

This module counts how often words occur in a text.

Key Components:
    - count_words: Count the words of a text

Usage:
    from wordcount import count_words

    print(count_words("to be or not to be", top=2))
"""

from collections import Counter


def count_words(text: str, top: int | None = None) -> list[tuple[str, int]]:
    """
    Count the words of a text.

    Args:
        text: Any text; words end at blanks, and case does not count
        top: Number of words to return, None for all

    Returns:
        Words with their counts, the most frequent first

    Raises:
        ValueError: If top is below 1

    Example:
        >>> count_words("to be or not to be", top=2)
        [('to', 2), ('be', 2)]
    """
    if top is not None and top < 1:
        raise ValueError("top must be >= 1")
    return Counter(text.lower().split()).most_common(top)
