"""
Plain data profile module.

This module holds the profile that leaves examples and scores as they are, for comparison with the others.

Key Components:
    - PlainProfile: The profile

Usage:
    from trainer.profiles.plain import PlainProfile

    example = PlainProfile().transform_example({"prompt": "What is 2+2?", "completion": "4"})
"""

from typing import Any, Dict, List

from trainer.profiles.base import DataProfile, LogitsProcessor


class PlainProfile(DataProfile):
    """
    Profile that changes nothing.

    Responsibilities:
        - Stand in where a profile is asked for and none is wanted

    Example:
        profile = PlainProfile()
        assert profile.build_logits_processors() == []
    """

    def transform_example(self, example: Dict[str, Any]) -> Dict[str, Any]:
        return dict(example)

    def build_logits_processors(self) -> List[LogitsProcessor]:
        return []

    def get_metadata(self) -> Dict[str, Any]:
        return {"name": "plain", "version": 1, "stop_signals": []}
