# planted in the module: module-docstring-missing

from typing import List


def tokenize(text: str) -> List[str]:
    """
    Cut a text into tokens.

    Args:
        text: Any text

    Returns:
        Tokens in order

    Example:
        tokens = tokenize("What is 2+2?")
    """
    return text.split()
