"""
Emoji-think data profile module.

This module holds the profile that has the model think visibly: each answer opens with a thinking emoji and
closes with a stop signal.

Key Components:
    - EmojiThinkProfile: The profile

Usage:
    from trainer.profiles.emoji_think import EmojiThinkProfile

    profile = EmojiThinkProfile(stop_signal="■")
    example = profile.transform_example({"prompt": "What is 2+2?", "completion": "4"})
"""

from typing import Any, Dict, List

from trainer.profiles.base import DataProfile, LogitsProcessor


class EmojiThinkProfile(DataProfile):
    """
    Profile that wraps answers in a thinking emoji and a stop signal.

    Responsibilities:
        - Add the emoji and the stop signal to completions
        - Keep answers without the stop signal from being chosen

    Attributes:
        emoji: Text that opens an answer
        stop_signal: Text that ends an answer

    Example:
        profile = EmojiThinkProfile()
        result = profile.transform_example({"prompt": "What is 2+2?", "completion": "4"})
        assert result["completion"] == "🤔 Let me think... 4 ✓"
    """

    def __init__(self, emoji: str = "🤔", stop_signal: str = "✓") -> None:
        """
        Initialize the profile.

        Args:
            emoji: Text that opens an answer
            stop_signal: Text that ends an answer
        """
        self.emoji = emoji
        self.stop_signal = stop_signal

    def transform_example(self, example: Dict[str, Any]) -> Dict[str, Any]:
        return {**example, "completion": f"{self.emoji} Let me think... {example['completion']} {self.stop_signal}"}

    def build_logits_processors(self) -> List[LogitsProcessor]:
        return [self._require_stop_signal]

    def get_metadata(self) -> Dict[str, Any]:
        return {"name": "emoji_think", "version": 1, "stop_signals": [self.stop_signal]}

    def _require_stop_signal(self, answer: str, score: float) -> float:
        return score if answer.endswith(self.stop_signal) else float("-inf")
