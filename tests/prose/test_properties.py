"""Any text gives blocks, never an exception, in linear time, and no word is lost."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_contracts.model.blocks import Block, CodeBlock, Link, ListBlock, Paragraph, Text
from sphinx_contracts.prose import blocks_of, spans_of, written
from tests.growth import FACTOR, is_linear

_PIECES = [
    "`", "``", "*", "**", "[", "]", "](", ")", "_", "__", ":class:`", ":ref:`", "<", ">", "https://e.org/",
    "javascript:", "\\", "|", "- ", "* ", "1. ", "(a) ", "#. ", ".. note::", ".. ", "::", ">>> ", "```", "~~~",
    "    ", "  ", "\n", "\n", "\n\n", "====", "----", "+--+", "=== ===", "| a | b |", "!!! note", "<Tip>", "> ",
    ":field: ", "$$", "{", "}", '"', "'", "word", "Word", " -- ", " : ", "\t", "\x1b", "\ud800", "\u202e",
    "[x]: https://e.org", ".. _x: https://e.org", "x_", "`x`_", "é", "# ",
]  # fmt: skip
_soup = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
_relaxed = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "".join(span.text for span in block.spans)
        elif isinstance(block, CodeBlock):
            yield block.code
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _texts(item)


@_relaxed
@given(_soup | st.text(max_size=300))
def test_total_and_safe(text: str) -> None:
    for shown in _texts(blocks_of(text)):
        shown.encode("utf-8")
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    for span in spans_of(text):
        if isinstance(span, Link):
            assert re.match(r"https?://|mailto:", span.url, re.IGNORECASE)
            assert not re.search(r"[\s<>\"'\\`]", span.url)


_words = st.lists(st.from_regex(r"[a-z]{4,9}", fullmatch=True), min_size=1, max_size=5).map(" ".join)
_FORMS = [
    "{}", "``{}``", "*{}*", "**{}**", "- {}", "1. {}", "> {}", ".. note:: {}", "    {}", ">>> {}", "# {}",
    "`{}`", "({})", "[{}]", "| {} |", '"{}"', ".. {}", ".. unknown:: {}", "{}:", "{}::", ":field: {}",
    "!!! note\n\n    {}", "`{} <https://e.org>`_", "[{}](https://e.org)", "[{}](javascript:x)", "<b>{}</b>",
    "\n```\n{}\n```\n", "{}\n----", "{}\n    {}", "*{}", "`{}", "[{}", "\\{}", ".. versionadded:: 1.0 {}",
    ".. [1] {}", "<Tip>{}</Tip>", "$${}$$", "'{}' -- {}\n'x' -- y",
]  # fmt: skip
_markup = st.sampled_from(_FORMS)


@_relaxed
@given(st.lists(st.tuples(_markup, _words, st.sampled_from(["\n", "\n\n", " "])), min_size=1, max_size=8))
def test_no_word_is_lost(parts: list[tuple[str, str, str]]) -> None:
    text = "".join(form.replace("{}", words) + after for form, words, after in parts)
    shown = " ".join(_texts(blocks_of(text)))
    for _, words, _ in parts:
        for word in words.split():
            assert word in shown, text


@_relaxed
@given(st.lists(_words, min_size=1, max_size=5))
def test_plain_text_stays_as_it_is(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    blocks = blocks_of(text)
    assert blocks == tuple(Paragraph((Text(paragraph),)) for paragraph in paragraphs)
    assert blocks_of("\n\n".join(_texts(blocks))) == blocks


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "`" * n,
        lambda n: "` " * n,
        lambda n: "*a " * n,
        lambda n: "**a* " * n,
        lambda n: "(" * n,
        lambda n: "[" * n,
        lambda n: "[a](" * n,
        lambda n: "[a][" * n,
        lambda n: "<https://" * n,
        lambda n: ":class:`" * n,
        lambda n: ":" * n,
        lambda n: "a_ " * n,
        lambda n: "_" * n,
        lambda n: "`a <" * n,
        lambda n: "- a\n" * n,
        lambda n: "".join(" " * (i % 40) + "- a\n" for i in range(n)),
        lambda n: "- " * n,
        lambda n: "> " * n,
        lambda n: ">\n" * n,
        lambda n: "1. a\n\n" * n,
        lambda n: ".. note:: a\n" * n,
        lambda n: "```\n" * n,
        lambda n: "{\n" * n,
        lambda n: "[\n\n" * n,
        lambda n: "=== ===\n\n" * n,
        lambda n: "a\n---\n" * n,
        lambda n: "a\n    Text of it\n" * n,
        lambda n: "a:\n    Text of it\n" * n,
        lambda n: "'a' -- b\n" * n,
        lambda n: "'a' -- b\n" * n + "c\n",
        lambda n: ":a: b\n\n" * n,
        lambda n: "!!! note\n    a\n" * n,
        lambda n: "<Tip>\n" * n,
        lambda n: "$$\n" * n,
        lambda n: "| a\n" * n,
        lambda n: "a  b   c\n" * n,
        lambda n: "[x]: https://e.org\n" * n,
        lambda n: "".join(f".. _x{i}: https://e.org\n" for i in range(n)) + "x1_ " * n,
        lambda n: "a " * n,
        lambda n: " " * n + "a",
        lambda n: "\n" * n,
    ],
)
def test_linear(text: Callable[[int], str]) -> None:
    assert is_linear(*(partial(blocks_of, text(size)) for size in (8000 // FACTOR, 8000)))


def _bare(text: str) -> str:
    return "".join(span.text for span in spans_of(text))


_CLOSED = [
    "{}", "``{}``", "*{}*", "**{}**", "`{}`", "({})", "[{}]", "`{} <https://e.org>`_", "[{}](https://e.org)", "{}:",
    ":py:class:`{}`", ":func:`a.{}`", ":class:`{} <a.b>`", "<{}>", "a_{}_", "``{}``\\ s", "https://e.org/{}", "\\*{}\\*",
]  # fmt: skip


@_relaxed
@given(st.lists(st.sampled_from(_CLOSED), min_size=1, max_size=4), st.lists(_words, min_size=4, max_size=4))
def test_what_is_written_again_reads_the_same(forms: list[str], words: list[str]) -> None:
    line = " ".join(form.replace("{}", word) for form, word in zip(forms, words, strict=False))
    spans = spans_of(line)
    assert spans_of(written(spans)) == spans


@_relaxed
@given(_soup | st.text(max_size=300))
def test_no_word_is_lost_when_it_is_written_again(text: str) -> None:
    line = " ".join(text.split())
    again = written(spans_of(line))
    assert re.sub(r"\W", "", _bare(again)) == re.sub(r"\W", "", _bare(line))
