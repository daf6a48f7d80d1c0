"""Characters that could steer a page or a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from sphinx_contracts.visible import visible, visible_line


def test_shown() -> None:
    assert visible("a\x00\x1b\x7f\x9b") == "a\\x00\\x1b\\x7f\\x9b"
    assert visible("\u202a\u202e\u2066\u2069\u200e\u200b") == "U+202AU+202EU+2066U+2069U+200EU+200B"
    assert visible("\ud800\udfff") == "\\ud800\\udfff"
    assert visible("a\tb\nc") == "a\tb\nc"
    assert visible("\r") == "\\x0d"
    assert visible("Grüße, 世界, ✓") == "Grüße, 世界, ✓"


def test_one_line() -> None:
    assert visible_line("a\tb\nc\x1b") == "a\\tb\\nc\\x1b"


@given(st.text(st.characters()))
def test_nothing_steers(text: str) -> None:
    shown = visible_line(text)
    shown.encode("utf-8")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0x202A <= ord(char) <= 0x202E for char in shown)
    assert visible_line(shown) == shown
