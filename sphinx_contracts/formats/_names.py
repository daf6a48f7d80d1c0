"""What a format is called: a file name, its heading's words, or the place where it stands."""

import re

__all__ = ["LANGUAGES", "UNNAMED", "heading_name", "language_of", "version_in"]

UNNAMED = "format"
_FILE = re.compile(
    r"(?<![\w.*>}\])$-])[\w][\w.-]{0,80}\.(?:jsonl|jsonc|json5|json|ndjson|ya?ml|toml|csv|tsv)\b(?![\w(]|\.\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_VERSION = re.compile(r"\b(?:v|version:?\s+|v\.\s?)(\d+(?:\.\d+)*)\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=format|schema)(?: ?\(|, ).*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
_GENERIC = re.compile(
    r"jsonl?|yaml|files?|formats?|schemas?|data|structure|layout|shape|form|the|an?|of|for|in|on|to|and|its?|expected|following"
    r"|examples?|sample|supported|each|every|dict|dictionary|dictionaries|list|mapping|objects?|new"
)
_SENTENCE = re.compile(
    r"with|has|have|having|is|are|was|be|should|must|can|may|will|this|that|these|those|using|like|looks|as|follows|returns?"
    r"|contains|containing|where|which|when|if|from|i|you|we"
)
LANGUAGES = {
    "json": "json",
    "jsonc": "json",
    "json5": "json",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "yaml": "yaml",
    "yml": "yaml",
}


def heading_name(title: str, prose: str) -> str | None:
    """The file name in a heading or in the sentence after it, else the heading's own words; None for neither."""
    sentence = _SENTENCE_END.split(prose, maxsplit=1)[0] if prose else ""
    for text in (title, sentence[:400]):
        file = _FILE.search(text)
        if file is not None:
            return file[0]
    words = [word.lower() for word in _WORD.findall(_VERSION.sub(" ", _ASIDE.sub("", title)))]
    if len(words) > 6 or any(_SENTENCE.fullmatch(word) for word in words):
        return None
    words = [word for word in words if not _GENERIC.fullmatch(word)]
    return "-".join(words) if 0 < len(words) <= 5 else None


def version_in(*texts: str) -> str | None:
    """The version that a heading or the prose under it gives."""
    for text in texts:
        match = _VERSION.search(text[:2000])
        if match is not None:
            return match[1]
    return None


def language_of(name: str, text: str) -> str | None:
    """The language that a file name or a heading's words tell."""
    suffix = name.rpartition(".")[2].lower()
    if suffix in LANGUAGES:
        return LANGUAGES[suffix]
    match = re.search(r"\b(jsonl|json|yaml|toml|csv)\b|\bjson[ -]lines?\b", text, re.IGNORECASE)
    if suffix in ("csv", "toml"):
        return suffix
    if match is None:
        return None
    return "jsonl" if match[1] is None else match[1].lower()
