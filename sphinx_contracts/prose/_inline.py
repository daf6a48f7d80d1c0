"""Inline text as pieces: literals, emphasis, links and roles; anything unclosed or unknown stays text.

The delimiters are collected once; whether one closes is then looked up, so the time is linear in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping

from sphinx_contracts.model.blocks import Link, Span, Text
from sphinx_contracts.prose._roles import reference, span_of_role
from sphinx_contracts.visible import visible

__all__ = ["is_url", "scanned", "spans_of"]

_TOKEN = re.compile(
    r"\\[*_`\[\]\\|<>#~]|`+|\*+|[\[\]]|<(?=https?://|mailto:)"
    r"|(?<!\w)https?://[^\s<>\"`\\|{}\[\]]+|(?<![\w:./-])[^\W_][\w.-]{0,60}_\b(?!\w)",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://[^\s<>\"'`\\{}|^]+|mailto:[^\s<>\"'`\\{}|^:/]+@[^\s<>\"'`\\{}|^:/]+)", re.IGNORECASE)
_LINK_END = re.compile(
    r"\]\(<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,200})?)>?(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\)"
)
_SECOND = re.compile(r"\]\[([^\[\]\n`]{0,200})\]")
_FOOTNOTE = re.compile(r"#?[\w.:+-]{0,60}|\*")
_ROLE = re.compile(r"(?:(?<![\w:]):([a-z][a-z-]*(?::[a-z][a-z-]*)?):|\{([a-z][a-z-]*(?::[a-z][a-z-]*)?)\})$")
_TITLED = re.compile(r"([^<]*)<([^<>]+)>$", re.DOTALL)
_OBJECT = re.compile(r"~?[^\W\d]\w*(?:\.[^\W\d]\w*)*(?:\(\))?")
_AFTER = re.compile(r"_{1,2}(?![\w`])")
_EMPHASISED = re.compile(r"[\w\"'“(<\[`\\~@$#-](?:.*[^\s/(\[{])?", re.DOTALL)
_OPENS_BEFORE = frozenset(" \t\n'\"([{</-–—:;,“‘")
_ESCAPED = re.compile(r"\\([*_`\[\]\\|<>#~])")


def spans_of(text: str) -> tuple[Span, ...]:
    """Read one line of inline text into pieces.

    Args:
        text: The text, without block structure

    Returns:
        The pieces in order; what is no markup stays text

    Example:
        spans = spans_of("See :class:`Path` and *this*.")
    """
    return scanned(visible(text), {})


def scanned(text: str, targets: Mapping[str, str]) -> tuple[Span, ...]:
    """The pieces of a visible text; ``targets`` holds the addresses of named links, by their words in lower case."""
    return _Scanner(text, targets).spans()


def is_url(text: str) -> bool:
    """The text is an http, https or mailto address."""
    return _URL.fullmatch(text) is not None


class _Scanner:
    """One pass over the delimiters of a text."""

    def __init__(self, text: str, targets: Mapping[str, str]) -> None:
        self._text = text
        self._targets = targets
        self._tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(text)]
        self._runs: dict[int, list[int]] = {}
        for index, (_, token) in enumerate(self._tokens):
            if token[0] == "`":
                self._runs.setdefault(len(token), []).append(index)
        self._next_star = self._following("*")
        self._next_bracket = self._following("[]")
        self._found: list[Span] = []
        self._done = 0  # everything before this position is in ``_found``

    def _following(self, chars: str) -> list[int]:
        """For each token the index of the next one that starts with one of the characters, -1 for none."""
        following, last = [-1] * len(self._tokens), -1
        for index in range(len(self._tokens) - 1, -1, -1):
            following[index] = last
            if self._tokens[index][1][0] in chars:
                last = index
        return following

    def spans(self) -> tuple[Span, ...]:
        index = 0
        while index < len(self._tokens):
            start, token = self._tokens[index]
            if start < self._done:
                index += 1
            elif token[0] == "`":
                index = self._code(index)
            elif token[0] == "*":
                index = self._emphasis(index)
            elif token[0] == "[":
                index = self._bracket(index)
            else:
                self._single(start, token)
                index += 1
        self._flush(len(self._text))
        return _merged(self._found)

    def _single(self, start: int, token: str) -> None:
        """An escape, an address, or a word with an underscore that names a link."""
        if token[0] == "\\":
            self._put(start, Text(token[1]), start + len(token))
        elif token[0] == "<":
            end = self._text.find(">", start, start + 2000)
            if end > 0 and is_url(self._text[start + 1 : end]):
                url = self._text[start + 1 : end]
                self._put(start, Link(url.removeprefix("mailto:"), url), end + 1)
        elif token[0] in "hH" and "://" in token[:9]:
            self._bare(start, token)
        elif token[-1] == "_":
            known = self._targets.get(_key(token[:-1]))
            if known is not None:
                self._put(start, Link(token[:-1], known), start + len(token))

    def _flush(self, end: int) -> None:
        if end > self._done:
            self._found.append(Text(self._text[self._done : end]))
        self._done = max(self._done, end)

    def _put(self, start: int, span: Span, end: int) -> None:
        self._flush(start)
        self._found.append(span)
        self._done = end

    def _put_code(self, start: int, span: Span, end: int) -> None:
        """Put a piece that backticks made; an escaped blank behind it only joins it to the next word."""
        joined = self._text.startswith("\\ ", end)
        self._put(start, span, end + 2 if joined else end)

    def _code(self, index: int) -> int:
        start, token = self._tokens[index]
        runs = self._runs[len(token)]
        position = bisect_right(runs, index)
        if position == len(runs):
            return index + 1
        closer = runs[position]
        close = self._tokens[closer][0]
        content = self._text[start + len(token) : close]
        end = close + len(token)
        if not content.strip():
            return closer
        if len(token) > 1:
            self._put_code(start, Text(content.strip(), "code"), end)
            return closer + 1
        before = max(self._done, start - 60)
        role = _ROLE.search(self._text[before:start])
        if role is not None:
            span = span_of_role(role[1] or role[2], content)
            if span is not None:
                self._put_code(before + role.start(), span, end)
            else:
                self._flush(end)
            return closer + 1
        if (after := _AFTER.match(self._text, end)) is not None:
            self._put(start, self._named(content), after.end())
            return closer + 1
        self._put_code(start, Text(content, "code"), end)
        return closer + 1

    def _named(self, content: str) -> Span:
        """What stands in backticks before an underscore: a link, or the words of one that leads nowhere safe."""
        titled = _TITLED.match(content)
        if titled is not None:
            title, url = titled[1].strip(), titled[2].strip()
            url = self._targets.get(_key(url.rstrip("_")), url)
            if is_url(url):
                return Link(title or url, url)
            return Text(f"{title} <{titled[2].strip()}>" if title else titled[2].strip())
        known = self._targets.get(_key(content))
        return Link(content, known) if known is not None else Text(content)

    def _emphasis(self, index: int) -> int:
        start, token = self._tokens[index]
        closer = self._next_star[index]
        if len(token) > 3 or closer < 0 or (start and self._text[start - 1] not in _OPENS_BEFORE):
            return index + 1
        close, closing = self._tokens[closer]
        content = self._text[start + len(token) : close]
        after = self._text[close + len(closing) : close + len(closing) + 1]
        if closing != token or after.isalnum() or not _EMPHASISED.fullmatch(content) or content.count('"') % 2:
            return index + 1
        shown = _ESCAPED.sub(r"\1", content.strip("`"))
        self._put(start, Text(shown, "em" if len(token) == 1 else "strong"), close + len(closing))
        return closer + 1

    def _bracket(self, index: int) -> int:
        """A link in square brackets, a footnote, or a bracket."""
        start, _ = self._tokens[index]
        closer = self._next_bracket[index]
        if closer < 0 or self._tokens[closer][1] != "]":
            return index + 1
        close = self._tokens[closer][0]
        label = self._text[start + 1 : close]
        match = _LINK_END.match(self._text, close) if label.strip() else None
        if match is not None:
            if is_url(match[1]):
                image = start > self._done and self._text[start - 1] == "!"
                self._put(start - image, Link(_plain(label), match[1]), match.end())
            else:
                self._flush(match.end())
            return closer + 1
        if self._text.startswith("]_", close) and _FOOTNOTE.fullmatch(label):
            self._put(start, Text(f"[{label}]"), close + 2)
            return closer + 1
        return self._referred(index, closer, label)

    def _referred(self, index: int, closer: int, label: str) -> int:
        """``[words][target]``, ``[`Name`]`` or words that a link definition names."""
        start, close = self._tokens[index][0], self._tokens[closer][0]
        second = _SECOND.match(self._text, close)
        bare = label.strip("`")
        if second is not None:
            target = second[1].strip() or bare
            url = self._targets.get(_key(target))
            if url is not None:
                self._put(start, Link(_plain(label), url), second.end())
                return closer + 1
            if _OBJECT.fullmatch(target) and ("." in target or label.startswith("`")) and bare:
                self._put(start, reference(f"{_plain(label)} <{target}>", "py:obj"), second.end())
                return closer + 1
        elif label.startswith("`") and label.endswith("`") and _OBJECT.fullmatch(bare):
            self._put(start, reference(bare, "py:obj"), close + 1)
            return closer + 1
        elif (url := self._targets.get(_key(label))) is not None and not self._text.startswith("(", close + 1):
            self._put(start, Link(_plain(label), url), close + 1)
            return closer + 1
        return index + 1

    def _bare(self, start: int, token: str) -> None:
        url = token.rstrip(".,;:!?'*_")
        if url.endswith(")") and url.count("(") < url.count(")"):
            url = url.rstrip(").,;:!?'")
        if is_url(url):
            self._put(start, Link(url, url), start + len(url))


def _key(words: str) -> str:
    return " ".join(words.lower().split())


def _plain(label: str) -> str:
    return label.strip().strip("`*").lstrip("~") or label


def _merged(found: list[Span]) -> tuple[Span, ...]:
    """Join plain texts that stand side by side."""
    merged: list[Span] = []
    texts: list[str] = []
    for span in found:
        if isinstance(span, Text) and not span.style:
            texts.append(span.text)
            continue
        if texts:
            merged.append(Text("".join(texts)))
            texts = []
        merged.append(span)
    if texts:
        merged.append(Text("".join(texts)))
    return tuple(merged)
