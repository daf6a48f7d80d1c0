"""Inline text as pieces: literals, emphasis, links and roles; anything unclosed or unknown stays text.

The delimiters are collected once; whether one closes is then looked up, so the time is linear in the text.
"""

import re
from bisect import bisect_right

from sphinx_contracts.model.blocks import Link, Ref, Span, Text

__all__ = ["spans_of", "visible"]

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_TOKEN = re.compile(r"\\[*`\[\\]|`+|\*+|[\[\]]|(?<!\w)https?://[^\s<>\"`\\|{}\[\]]+", re.IGNORECASE)
_URL = re.compile(r"(?:https?://[^\s<>\"'`\\{}|^]+|mailto:[^\s<>\"'`\\{}|^:/]+@[^\s<>\"'`\\{}|^:/]+)", re.IGNORECASE)
_LINK_END = re.compile(r"\]\(<?([^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,200})?)>?\)")
_ROLE = re.compile(r"(?:(?<![\w:]):([a-z][a-z-]*(?::[a-z][a-z-]*)?):|\{([a-z][a-z-]*(?::[a-z][a-z-]*)?)\})$")
_TITLED = re.compile(r"([^<]*)<([^<>]+)>$")
_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*$")
_PYTHON = frozenset({"class", "func", "mod", "meth", "attr", "exc", "data", "obj", "const", "type"})
_CONTRACT = frozenset({"mod", "class", "func", "format", "rule"})
_OPENS_BEFORE = frozenset(" \t\n'\"([{</-–—:;,")


def visible(text: str) -> str:
    """Make control characters, lone surrogates and bidirectional overrides readable.

    Args:
        text: Any text

    Returns:
        The text with ``\\x1b``, ``\\ud800`` or ``U+202E`` in the place of such characters

    Example:
        assert visible("a\\x1bb") == "a\\\\x1bb"
    """
    return _UNSAFE.sub(_shown, text) if not text.isascii() or not text.isprintable() else text


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if 0xD800 <= code <= 0xDFFF else f"U+{code:04X}"


def spans_of(text: str) -> tuple[Span, ...]:
    """Read one line of inline text into pieces.

    Args:
        text: The text, without block structure

    Returns:
        The pieces in order; what is no markup stays text

    Example:
        spans = spans_of("See :class:`Path` and *this*.")
    """
    return _Scanner(visible(text)).spans()


class _Scanner:
    """One pass over the delimiters of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
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
                continue
            if token[0] == "`":
                index = self._code(index)
            elif token[0] == "*":
                index = self._emphasis(index)
            elif token[0] == "[":
                index = self._link(index)
            else:
                if token[0] in "hH":
                    self._bare(start, token)
                index += 1
        self._flush(len(self._text))
        return tuple(self._found)

    def _flush(self, end: int) -> None:
        if end > self._done:
            self._found.append(Text(self._text[self._done : end]))
        self._done = max(self._done, end)

    def _put(self, start: int, span: Span, end: int) -> None:
        self._flush(start)
        self._found.append(span)
        self._done = end

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
            self._put(start, Text(content.strip(), "code"), end)
            return closer + 1
        before = max(self._done, start - 60)
        role = _ROLE.search(self._text[before:start])
        if role is not None:
            ref = _reference(role[1] or role[2], content)
            if ref is not None:
                self._put(before + role.start(), ref, end)
            else:
                self._flush(end)
            return closer + 1
        if self._text.startswith("_", end) and not self._text[end : end + 3].strip("_")[:1].isalnum():
            while self._text.startswith("_", end):
                end += 1
            titled = _TITLED.match(content)
            if titled is not None and _URL.fullmatch(titled[2].strip()):
                url = titled[2].strip()
                self._put(start, Link(titled[1].strip() or url, url), end)
            else:
                self._flush(end)
            return closer + 1
        self._put(start, Text(content, "code"), end)
        return closer + 1

    def _emphasis(self, index: int) -> int:
        start, token = self._tokens[index]
        closer = self._next_star[index]
        if len(token) > 2 or closer < 0 or (start and self._text[start - 1] not in _OPENS_BEFORE):
            return index + 1
        close, closing = self._tokens[closer]
        content = self._text[start + len(token) : close]
        after = self._text[close + len(closing) : close + len(closing) + 1]
        if closing != token or content != content.strip() or not content or after.isalnum():
            return index + 1
        self._put(start, Text(content, "strong" if len(token) == 2 else "em"), close + len(closing))
        return closer + 1

    def _link(self, index: int) -> int:
        start, _ = self._tokens[index]
        closer = self._next_bracket[index]
        if closer < 0:
            return index + 1
        close, closing = self._tokens[closer]
        label = self._text[start + 1 : close].strip()
        match = _LINK_END.match(self._text, close) if closing == "]" and label else None
        if match is None:
            return index + 1
        if _URL.fullmatch(match[1]):
            self._put(start, Link(label.strip("`*"), match[1]), match.end())
        else:
            self._flush(match.end())
        return closer + 1

    def _bare(self, start: int, token: str) -> None:
        url = token.rstrip(".,;:!?'*_")
        if url.endswith(")") and url.count("(") < url.count(")"):
            url = url.rstrip(").,;:!?'")
        if _URL.fullmatch(url):
            self._put(start, Link(url, url), start + len(url))


def _reference(role: str, content: str) -> Span | None:
    """The reference that a role makes, None when the role is not one of ours."""
    domain, _, name = role.rpartition(":")
    known = _CONTRACT if domain == "contract" else _PYTHON if domain in ("", "py") else frozenset[str]()
    if name not in known:
        return None
    titled = _TITLED.match(content)
    if titled is not None and titled[1].strip():
        shown, target = titled[1].strip(), titled[2].strip()
    else:
        target = content.strip()
        shown = target.rpartition(".")[2] if target.startswith("~") else target.lstrip(".")
        if name in ("func", "meth") and not shown.endswith(")"):
            shown += "()"
    bare = target.lstrip("~.").removesuffix("()")
    shown = shown.lstrip("~") or bare
    if target.startswith("!") or (domain != "contract" and not _NAME.match(bare)) or not bare:
        return Text(shown.lstrip("!"), "code")
    return Ref(shown, bare, f"{domain or 'py'}:{name}")
