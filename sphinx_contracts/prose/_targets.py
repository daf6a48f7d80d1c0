"""Named links that a text defines: ``.. _name: url`` and ``[name]: url``."""

import re
from collections.abc import Sequence

from sphinx_contracts.prose._inline import is_url

__all__ = ["take_targets"]

_REST = re.compile(r"\s*\.\. _(`[^`]{1,100}`|[^`:\s][^:]{0,100}):\s+(\S+(?:\s{2,}\S+){0,9})$")
_LABEL = re.compile(r"\s*\.\. _[\w.:-]{1,100}:$")
_ANONYMOUS = re.compile(r"\s*(?:\.\. )?__(?::)? https?://\S+$")
_MARKDOWN = re.compile(r"\s{0,8}\[([^\[\]^]{1,100})\]:\s+<?([^\s<>]+)>?(?:\s+[\"'(].{0,200}[\"')])?$")
_USED = re.compile(r"`([^`<>]{1,100})`_|<([^<>]{1,100})_>|(?<![\w.])(\w[\w.-]{0,60}?)_(?!\w)|\[([^\[\]]{1,100})(?=\])")


def take_targets(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Separate the definitions of links from the lines.

    A definition whose address is no safe link stays in the text; so does one that no words refer to, because a
    reader would miss it.
    """
    found: dict[str, str] = {}
    places: dict[int, str] = {}
    for index, line in enumerate(lines):
        if not line or ":" not in line:
            continue
        match = _REST.match(line) or _MARKDOWN.match(line)
        url = "".join(match[2].split()) if match is not None else ""
        if match is not None and is_url(url):
            name = " ".join(match[1].strip("`").replace("\\", "").lower().split())
            found.setdefault(name, url)
            places[index] = name
        elif _LABEL.match(line) or _ANONYMOUS.match(line):
            places[index] = ""
    if not places:
        return list(lines), found
    rest = " ".join(" ".join(line.lower().split()) for index, line in enumerate(lines) if index not in places)
    used = {"", *(next(filter(None, match.groups())) for match in _USED.finditer(rest))}
    return [line for index, line in enumerate(lines) if index not in places or places[index] not in used], found
