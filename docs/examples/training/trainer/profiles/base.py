"""
Data profile interface module.

This module defines what a data profile is. A profile changes the examples before training and says how answers
are chosen afterwards, so that both sides of a job agree.

Key Components:
    - DataProfile: Abstract base class for data transformation profiles
    - LogitsProcessor: Type of the functions that adjust the score of an answer

Usage:
    from trainer.profiles.base import DataProfile
    from trainer.profiles.emoji_think import EmojiThinkProfile

    profile: DataProfile = EmojiThinkProfile()
    example = profile.transform_example({"prompt": "What is 2+2?", "completion": "4"})

Profile JSON Format
-------------------

The engine writes the metadata of a profile that has stop signals to profile.json:

{
    "name": "emoji_think",    // str: Name of the profile
    "version": 1,             // int: Version of the transformation
    "stop_signals": ["✓"]     // List[str]: Texts that end an answer
}
"""

from abc import ABC, abstractmethod
from typing import Any, Callable, Dict, List

LogitsProcessor = Callable[[str, float], float]


class DataProfile(ABC):
    """
    Abstract base class for data transformation profiles.

    A profile defines how to transform training examples,
    including adding special tokens, stop signals, and
    custom logits processing.

    Subclasses must implement:
        - transform_example()
        - build_logits_processors()
        - get_metadata()
    """

    @abstractmethod
    def transform_example(self, example: Dict[str, Any]) -> Dict[str, Any]:
        """
        Transform a single training example.

        Args:
            example: Dict with 'prompt' and 'completion' keys

        Returns:
            Transformed example with same structure:
                - prompt: str (question put to the model)
                - completion: str (answer that the model learns)

        Example:
            >>> profile = EmojiThinkProfile()
            >>> result = profile.transform_example({
            ...     "prompt": "What is 2+2?",
            ...     "completion": "4"
            ... })
            >>> print(result["completion"])
            🤔 Let me think... 4 ✓
        """

    @abstractmethod
    def build_logits_processors(self) -> List[LogitsProcessor]:
        """
        Build the functions that adjust scores before an answer is chosen.

        Returns:
            Functions of an answer and its score that return the new score, applied in order

        Example:
            score = 1.5
            for processor in profile.build_logits_processors():
                score = processor("4", score)
        """

    @abstractmethod
    def get_metadata(self) -> Dict[str, Any]:
        """
        Describe the profile.

        Returns:
            Dict with the members of the Profile JSON Format:
                - name: str (name of the profile)
                - version: int (version of the transformation)
                - stop_signals: List[str] (texts that end an answer)

        Example:
            name = profile.get_metadata()["name"]
        """
