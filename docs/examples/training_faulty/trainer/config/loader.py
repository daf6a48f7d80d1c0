"""
Configuration loader module.

This module builds the configuration of a job. Each of its functions has one fault in its types.

Usage:
    from pathlib import Path

    from trainer.config.loader import load_json

    config = load_json(Path("config.json"))
"""
# planted in the module: module-components-missing
# planted in the module: format-undocumented at **json.loads(

import json
from pathlib import Path
from typing import Any, Dict


# planted: param-untyped at defaults,
def load_json(
    path: Path,
    defaults,
) -> Dict[str, str]:
    """
    Read config.json.

    Args:
        path: File to read
        defaults: Values for keys that the file does not have

    Returns:
        Key to value

    Example:
        config = load_json(Path("config.json"), {"profile": "plain"})
    """
    return {**defaults, **json.loads(path.read_text(encoding="utf-8"))}


# planted: optional-implicit at key: str = None
def merge_configs(
    first: Dict[str, str],
    second: Dict[str, str],
    key: str = None,
) -> Dict[str, str]:
    """
    Merge two configurations.

    Args:
        first: Key to value
        second: Key to value, wins over first
        key: Key that is taken from first all the same

    Returns:
        Key to value

    Example:
        config = merge_configs({"profile": "plain"}, {"profile": "emoji_think"})
    """
    return {**first, **second, **({key: first[key]} if key is not None else {})}


# planted: type-vague at value: Any
def set_value(
    config: Dict[str, str],
    value: Any,
) -> None:
    """
    Set the profile.

    Args:
        config: Key to value
        value: Name of the profile

    Side Effects:
        - Changes config in place

    Example:
        set_value({"profile": "plain"}, "emoji_think")
    """
    config["profile"] = value


# planted: return-untyped
def profile_of(config: Dict[str, str]):
    """
    Name of the profile.

    Args:
        config: Key to value

    Returns:
        Name of the profile, "plain" when there is none

    Example:
        assert profile_of({}) == "plain"
    """
    return config.get("profile", "plain")
