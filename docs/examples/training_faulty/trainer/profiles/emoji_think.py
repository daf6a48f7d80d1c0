"""
Emoji-think data profile module.

This module holds the profile that has the model think visibly.

Key Components:
    - EmojiThinkProfile: The profile
    - Regime3Profile: Another profile

Usage:
    from trainer.profiles.emoji_think import EmojiThinkProfile

    profile = EmojiThinkProfile()
"""
# planted in the module: module-component-unknown at - Regime3Profile

from trainer.profiles.base import DataProfile


class EmojiThinkProfile(DataProfile):
    """
    Profile that wraps answers in a thinking emoji.

    Responsibilities:
        - Add the emoji to completions

    Example:
        profile = EmojiThinkProfile()
    """

    def transform(self, completion: str) -> str:
        return f"🤔 Let me think... {completion} ✓"
