"""Bullets, rules and code signs: what the first characters of a line tell."""

import re

RULE_SIGNS = frozenset("-=~^═─━_*#")
_BULLET_SIGNS = frozenset("-*•+→✓✅(0123456789")
_BULLET = re.compile(r"(?:[-*•+→✓✅]|\d{1,3}[.)]|\([a-z\d]\))\s+(?=\S)")


def is_rule(text: str) -> bool:
    """Tell whether a line is a rule: one character, three times or more.

    Args:
        text: The line without indentation

    Returns:
        True for ``---``, ``=====`` and their like

    Example:
        assert is_rule("----")
    """
    return len(text) > 2 and text[0] in RULE_SIGNS and text.count(text[0]) == len(text)


def bullet(text: str) -> re.Match[str] | None:
    """Find the bullet or the number at the start of a line.

    Args:
        text: The line without indentation

    Returns:
        The match, blanks behind the sign included; None when the line begins otherwise

    Example:
        assert bullet("- item")
    """
    return _BULLET.match(text) if text[:1] in _BULLET_SIGNS else None


def is_bullet(text: str) -> bool:
    """Tell whether a line starts a bullet or a numbered item.

    Args:
        text: The line without indentation

    Returns:
        True for a bullet

    Example:
        assert is_bullet("1. item")
    """
    return bullet(text) is not None


def without_bullet(text: str) -> str:
    """Leave out the bullet at the start of a line.

    Args:
        text: The line without indentation

    Returns:
        The item's text

    Example:
        assert without_bullet("- item") == "item"
    """
    match = bullet(text)
    return text[match.end() :] if match is not None else text
