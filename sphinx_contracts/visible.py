"""Characters that could steer a page or a terminal, made readable.

What comes from somebody's code goes through here before it is printed or shown.

Key Components:
    - visible: control characters and bidirectional overrides made readable
    - visible_line: the same for text that must stay on one line

Usage:
    from sphinx_contracts.visible import visible_line

    print(visible_line(message))
"""

import re

__all__ = ["visible", "visible_line"]

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_BREAKS = str.maketrans({"\n": "\\n", "\t": "\\t"})


def visible(text: str) -> str:
    """Make control characters, lone surrogates and bidirectional overrides readable.

    Args:
        text: Any text

    Returns:
        The text with ``\\x1b``, ``\\ud800`` or ``U+202E`` in the place of such characters; line ends and tabs stay

    Example:
        assert visible("a\\x1bb") == "a\\\\x1bb"
    """
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_shown, text)


def visible_line(text: str) -> str:
    """Make a text one line that cannot steer a terminal.

    Args:
        text: Any text

    Returns:
        What ``visible`` gives, with line ends and tabs as ``\\n`` and ``\\t``

    Example:
        assert visible_line("a\\nb") == "a\\\\nb"
    """
    # most lines of most reports hold nothing to look at
    return text if text.isascii() and text.isprintable() else visible(text).translate(_BREAKS)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if 0xD800 <= code <= 0xDFFF else f"U+{code:04X}"
