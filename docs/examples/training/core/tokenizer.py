"""
Word tokenizer module.

This module cuts text into the tokens that the model and the statistics of a dataset count: words in lower case,
numbers, and every other character that is no blank on its own.

Key Components:
    - WordTokenizer: Cuts text into tokens

Usage:
    from core.tokenizer import WordTokenizer

    tokens = WordTokenizer().tokenize("What is 2+2?")
"""

import re
from typing import List


class WordTokenizer:
    """
    Tokenizer that needs no vocabulary.

    Responsibilities:
        - Cut text into tokens
        - Cut off what exceeds the maximum length

    Attributes:
        max_length: Largest number of tokens kept of a text

    Example:
        tokenizer = WordTokenizer(max_length=4)
        assert tokenizer.tokenize("What is 2+2?") == ["what", "is", "2", "+"]
    """

    def __init__(self, max_length: int = 512) -> None:
        """
        Initialize the tokenizer.

        Args:
            max_length: Largest number of tokens kept of a text, at least 1

        Raises:
            ValueError: If max_length is below 1
        """
        if max_length < 1:
            raise ValueError("max_length must be >= 1")
        self.max_length = max_length

    def tokenize(self, text: str) -> List[str]:
        """
        Cut a text into tokens.

        Args:
            text: Any text

        Returns:
            Tokens in order, at most max_length

        Example:
            >>> WordTokenizer().tokenize("What is 2+2?")
            ['what', 'is', '2', '+', '2', '?']
        """
        return re.findall(r"\w+|[^\w\s]", text.lower())[: self.max_length]
