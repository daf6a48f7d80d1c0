"""Names as docnames and anchors, unique, safe and stable; and where long ones may be broken between lines."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sphinx_contracts.visible import visible

__all__ = ["anchor_of", "broken", "docname_slugs", "is_dotted", "is_plain", "last_part"]

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
_LONGEST = 120
_BREAK = re.compile(r"(?<=[-./(\[])(?=\w)|(?<=[^\W_]_)(?=[^\W_])|(?<=[a-z])(?=[A-Z])")
_SHORT = 12  # as many characters find room in every column
# our own files in the folder of the pages, and pages that Sphinx writes itself
_RESERVED = frozenset({"index", "genindex", "search", "py-modindex", "modindex", "source", "formats", "badge"})


def is_plain(name: str) -> bool:
    """Can the name be written into a document as it is?"""
    return _PLAIN.fullmatch(name) is not None and len(name) <= _LONGEST


def is_dotted(name: str) -> bool:
    """Is it a dotted name of Python?"""
    return _DOTTED.fullmatch(name) is not None


def last_part(name: str) -> str:
    """What a qualified name ends with: ``run`` of ``core.train.run``, ``status`` of a format ``core.train:status``."""
    return name.rpartition(".")[2].rpartition(":")[2]


def anchor_of(name: str) -> str:
    """The anchor of an object: its qualified name, in characters that may stand in an id."""
    return re.sub(r"\s+", "_", visible(name))


def broken(texts: Sequence[str]) -> list[list[str]]:
    """The parts of pieces that stand side by side; a line may end between the parts of each.

    The first part is empty where a line may end before the piece.
    """
    whole = "".join(texts)
    points = [match.start() for match in _BREAK.finditer(whole)] if len(whole) >= _SHORT else []
    found: list[list[str]] = []
    begin = 0
    for text in texts:
        end = begin + len(text)
        cuts = [begin, *(point for point in points if begin <= point < end), end]
        found.append([whole[one:other] for one, other in pairwise(cuts)])
        begin = end
    return found


def docname_slugs(names: Iterable[str]) -> dict[str, str]:
    """The last part of each module's docname: its name, with a hash where that would not be safe or unique."""
    names = sorted(set(names))
    taken: dict[str, int] = {}
    for name in names:
        taken[name.casefold()] = taken.get(name.casefold(), 0) + 1
    found: dict[str, str] = {}
    for name in names:
        folded = name.casefold()
        # on a file system that ignores case only the name in lower case keeps its plain form
        unique = taken[folded] == 1 or name == folded
        found[name] = name if is_plain(name) and unique and folded not in _RESERVED else _hashed(name)
    return found


def _hashed(name: str) -> str:
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    stem = _UNSAFE.sub("_", name)[: _LONGEST - 20].strip("._-") or "module"
    return f"{stem}-{digest}"
