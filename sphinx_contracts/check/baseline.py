"""The baseline: a text file of the faults that were there when the gate was closed.

One fault stands on each line, known by what stays when code moves: its object, its rule, and which parameter,
exception or field of the object it is about. No line numbers, no paths and no messages take part. Lines are sorted and
each can be read on its own, so version control merges them; comments that somebody adds stay where they are.

Key Components:
    - Entry: what a fault is known by
    - Baseline: the lines of a file
    - parsed: text to baseline
    - entry_of: what a finding is known by
    - changed: takes entries away, moves them, adds them

Usage:
    from sphinx_contracts.check.baseline import parsed

    baseline = parsed("core.train:run param-undocumented path", "baseline.txt")
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Finding

__all__ = ["Baseline", "Entry", "changed", "entry_of", "parsed"]

_HEADER = (
    "# Findings that are suppressed: they were there when this baseline was written, and fail nothing; new ones fail.",
    "# Each line: MODULE:OBJECT RULE [WHICH] [*TIMES]. What is fixed is taken away by",
    "# 'sphinx-contracts check --write-baseline', which never adds a line.",
    "",
)
_FORM = "MODULE:OBJECT RULE [WHICH] [*TIMES]"
_TOKEN = re.compile(r'\s*(?:(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<comment>#.*)|(?P<bare>\S+))')
_RULE = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+")
_TIMES = re.compile(r"\*(?P<number>[1-9][0-9]{0,8})")
_BARE = re.compile(r'[^\s"#*][^\s"]*')
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What a fault is known by, whatever moves around it."""

    module: str  # dotted name of the public module
    object: str  # name of the object inside the module, "" for the module itself
    rule: str  # the rule's name
    about: str = ""  # what tells it from other faults of the rule in the object: a parameter, an exception, a field


@fast_init
@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file."""

    text: str  # the line without its end
    entry: Entry | None = None  # None for blank lines and comments
    times: int = 0  # how many faults it stands for
    comment: str = ""  # what stands behind the entry


_NEW = tuple(_Line(text) for text in _HEADER)


@fast_init
@dataclass(frozen=True, slots=True)
class Baseline:
    """The lines of a file; without any, the header of a new one."""

    lines: tuple[_Line, ...] = field(default_factory=lambda: _NEW)  # in the order of the file

    @property
    def entries(self) -> dict[Entry, int]:
        """How many faults each entry stands for; a line that a merge has doubled counts once."""
        found: dict[Entry, int] = {}
        for line in self.lines:
            if line.entry is not None:
                found[line.entry] = max(line.times, found.get(line.entry, 0))
        return found

    @property
    def text(self) -> str:
        """The content of the file, without its last line end."""
        return "\n".join(line.text for line in self.lines).rstrip()


def entry_of(finding: Finding) -> Entry:
    """Tell what a finding is known by.

    Args:
        finding: The finding

    Returns:
        Its entry; several findings of a rule in an object may share one

    Example:
        entry = entry_of(finding)
    """
    inside = finding.object.removeprefix(finding.module)
    name = inside[1:] if inside.startswith(".") else finding.object if inside else ""
    return Entry(finding.module, name, finding.rule, finding.about)


def parsed(text: str, place: str) -> Baseline:
    """Read the text of a baseline.

    Args:
        text: The content of the file
        place: The file's name, for errors

    Returns:
        The baseline, comments and blank lines included

    Raises:
        ConfigurationError: If a line is no entry, no comment and not blank

    Example:
        baseline = parsed(text, "contracts-baseline.txt")
    """
    numbered = enumerate(text.rstrip().split("\n"), 1) if text.strip() else ()
    return Baseline(tuple(_parsed_line(line.rstrip("\r"), f"{place}:{number}") for number, line in numbered))


def _parsed_line(text: str, place: str) -> _Line:
    tokens = list(_TOKEN.finditer(text.rstrip()))
    comment = tokens.pop()["comment"] if tokens and tokens[-1]["comment"] else ""
    words = [match["quoted"] or match["bare"] for match in tokens]
    if not words:
        return _Line(text)
    if words[0].startswith(_CONFLICT):
        raise ConfigurationError(f"{place}: a conflict of a merge is left; keep the lines of both sides")
    times = _TIMES.fullmatch(words[-1])
    rest = words[:-1] if times is not None else words
    if len(rest) not in (2, 3) or _RULE.fullmatch(rest[1]) is None:
        raise ConfigurationError(f"{place}: is no entry of a baseline ({_FORM}): {text.strip()[:80]!r}")
    try:
        module, name = _read_object(rest[0])
        about = _unquoted(rest[2]) if len(rest) == 3 else ""
    except ValueError:
        raise ConfigurationError(
            f"{place}: holds a text in quotes that cannot be read: {text.strip()[:80]!r}"
        ) from None
    return _Line(text, Entry(module, name, rest[1], about), int(times["number"]) if times else 1, comment)


def _unquoted(word: str) -> str:
    return str(json.loads(word)) if word.startswith('"') else word


def _read_object(word: str) -> tuple[str, str]:
    """The colon is looked for before anything is decoded: one in the name of a module is written as an escape."""
    if not word.startswith('"'):
        module, _, name = word.partition(":")
        return module, name
    module, _, name = word[1:-1].partition(":")
    return _unquoted(f'"{module}"'), _unquoted(f'"{name}"')


def _written(entry: Entry, times: int, comment: str = "") -> _Line:
    words = [_written_object(entry), entry.rule]
    words += [_quoted(entry.about)] if entry.about else []
    words += [f"*{times}"] if times > 1 else []
    words += [f" {comment}"] if comment else []
    return _Line(" ".join(words), entry, times, comment)


def _is_bare(text: str) -> bool:
    return _BARE.fullmatch(text) is not None and text.isprintable()


def _quoted(text: str) -> str:
    return text if _is_bare(text) else json.dumps(text)


def _written_object(entry: Entry) -> str:
    plain = f"{entry.module}:{entry.object}" if entry.object else entry.module
    if _is_bare(plain) and ":" not in entry.module and not plain.startswith(_CONFLICT):
        return plain
    module = json.dumps(entry.module)[1:-1].replace(":", r"\u003a")
    name = json.dumps(entry.object)[1:-1]
    return f'"{module}:{name}"' if name else f'"{module}"'


def changed(
    baseline: Baseline,
    *,
    fixed: Mapping[Entry, int] | None = None,
    moved: Mapping[Entry, Entry] | None = None,
    added: Mapping[Entry, int] | None = None,
) -> Baseline:
    """Take entries of a baseline away, write them under new names, and add some.

    Args:
        baseline: The baseline
        fixed: Entry to how many of its faults are gone
        moved: Entry to the entry that stands for the same faults now
        added: New entry to how many faults it stands for

    Returns:
        The baseline with every other line as it was; what is added stands in the order of entries

    Example:
        smaller = changed(baseline, fixed={entry: 1})
    """
    known, added = baseline.entries, added or {}
    more = {entry: added.get(entry, 0) - (fixed or {}).get(entry, 0) for entry in known}
    new = sorted(((entry, times) for entry, times in added.items() if entry not in known), reverse=True)
    return Baseline(tuple(_spaced(_with_new(_kept(baseline, more, moved or {}), new))))


def _kept(baseline: Baseline, more: Mapping[Entry, int], moved: Mapping[Entry, Entry]) -> Iterator[_Line]:
    entries, seen = baseline.entries, set[Entry]()
    for line in baseline.lines:
        if line.entry is None:
            yield line
        elif line.entry not in seen:
            seen.add(line.entry)
            times = entries[line.entry] + more[line.entry]
            entry = moved.get(line.entry, line.entry)
            if times > 0:
                same = entry == line.entry and times == line.times
                yield line if same else _written(entry, times, line.comment)


def _with_new(lines: Iterable[_Line], pending: list[tuple[Entry, int]]) -> Iterator[_Line]:
    """Put each entry behind the last one that comes before it; ``pending`` holds the first one last."""
    above: list[_Line] = []  # what stands between the last entry and the next
    in_header = True
    for line in lines:
        if line.entry is None:
            if in_header:
                yield line
            else:
                above.append(line)
            continue
        in_header = False
        while pending and pending[-1][0] < line.entry:
            if pending[-1][0].module == line.entry.module:
                while above and not above[0].text.strip():
                    yield above.pop(0)
            yield _written(*pending.pop())
        yield from above
        above.clear()
        yield line
    yield from above
    yield from (_written(*item) for item in reversed(pending))


def _spaced(lines: Iterable[_Line]) -> Iterator[_Line]:
    """A blank line between modules, and never two of them."""
    before = _Line("")
    for line in lines:
        if line.entry is not None and before.entry is not None and line.entry.module != before.entry.module:
            yield _Line("")
        if line.text.strip() or before.text.strip():
            yield line
        before = line
