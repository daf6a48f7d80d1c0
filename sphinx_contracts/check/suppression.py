"""Comments that suppress findings: which of them apply, and which suppress nothing.

A comment that suppresses nothing is a finding of its own, so that suppressions never outlive their reason.

Key Components:
    - Suppressions: the comments of all files of a run

Usage:
    from sphinx_contracts.check.suppression import Suppressions

    suppressions = Suppressions()
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sphinx_contracts.check.evaluation import Draft
from sphinx_contracts.check.subjects import Lines, Subject
from sphinx_contracts.model.contract import Module, Suppression
from sphinx_contracts.model.fast_init import fast_init
from sphinx_contracts.model.finding import Severity
from sphinx_contracts.rules.registry import RULES, nearest_name, rules_named

__all__ = ["Suppressions", "Unused"]

_MISPLACED = "ignore-file is read in the first comment block of a file only; move the comment to the top"


@fast_init
@dataclass(frozen=True, slots=True)
class Unused:
    """A name in a comment that suppresses nothing."""

    home: Module  # the module whose file holds the comment
    line: int  # source line of the comment
    name: str  # the name
    message: str  # what is wrong with it
    subject: Subject | None  # the object that the comment is about, None for the module


@dataclass(slots=True)
class _File:
    """The comments of one file."""

    home: Module
    lines: list[int]  # lines of comments that are not about the whole file, in order
    by_line: dict[int, list[int]]  # line -> indices of comments
    whole: list[int]  # indices of comments about the whole file
    used: set[tuple[int, str]] = field(default_factory=set)  # index of a comment and the name that suppressed something
    spans: list[tuple[Lines, Subject]] = field(default_factory=list)  # objects with the lines of their comments


class Suppressions:
    """The comments of all files that are checked.

    Responsibilities:
        - Mark what a comment suppresses, line by line where a fault stands in several
        - Find the names in comments that suppress nothing

    Example:
        suppressions = Suppressions()
        suppressions.add(subject)
    """

    def __init__(self) -> None:
        """Start without any file."""
        self._files: dict[str, _File | None] = {}

    def add(self, subject: Subject) -> None:
        """Make an object known, so that comments beside it can be told from others.

        Args:
            subject: The object

        Side Effects:
            - Remembers the object

        Example:
            suppressions.add(subject)
        """
        file = self._file(subject.context.home)
        if file is not None and subject.lines:
            file.spans.append((subject.lines[0], subject))

    def _file(self, home: Module) -> _File | None:
        if home.name not in self._files:
            found = home.facts.suppressions
            self._files[home.name] = _file_of(home, found) if found else None
        return self._files[home.name]

    def apply(self, draft: Draft) -> None:
        """Mark what a rule found where a comment suppresses it.

        Args:
            draft: What was found

        Side Effects:
            - Sets ``draft.suppressed`` and remembers which names of which comments were of use

        Example:
            suppressions.apply(draft)
        """
        file = self._file(draft.subject.context.home)
        if file is None:
            return
        names = {draft.rule, RULES[draft.rule].item or draft.rule}
        for index in _nearby(file, draft):
            for name in names.intersection(file.home.facts.suppressions[index].names):
                file.used.add((index, name))
                draft.suppressed = True

    def excused(self, draft: Draft) -> list[Draft]:
        """Mark what a rule found where comments suppress it, in every line that has the fault.

        Args:
            draft: What was found; it moves to the first line without such a comment

        Returns:
            The same fault in lines that are excused, where it stands in another one

        Side Effects:
            - Sets ``draft.suppressed`` and ``draft.fault``, and remembers which comments were of use

        Example:
            drafts += suppressions.excused(draft)
        """
        self.apply(draft)
        if not draft.fault.further:
            return []
        places = [Draft(draft.rule, draft.severity, fault, draft.subject) for fault in draft.fault.further]
        for place in places:
            self.apply(place)
        if draft.suppressed:
            standing = next((place for place in places if not place.suppressed), None)
            if standing is None:
                return []
            places.append(Draft(draft.rule, draft.severity, draft.fault, draft.subject, suppressed=True))
            draft.fault, draft.suppressed = standing.fault, False
        return [place for place in places if place.suppressed]

    def unused(self, severities: Mapping[str, Mapping[str, Severity]]) -> Iterator[Unused]:
        """Find the names in comments that suppress nothing.

        Args:
            severities: Module to rule to severity; names of rules that are all off there are not judged

        Yields:
            One report for each name, file by file; names that ignore such reports come last, so the reports before
            them must have been applied

        Example:
            reports = list(suppressions.unused(severities))
        """
        for file in filter(None, self._files.values()):
            spans = sorted(file.spans, key=lambda pair: pair[0])
            starts = [lines[0] for lines, _ in spans]
            for index, name in _judging_order(file.home.facts.suppressions):
                comment = file.home.facts.suppressions[index]
                used = (index, name) in file.used
                message = (
                    _judged(name, used, severities.get(file.home.name, {})) if not comment.misplaced else _MISPLACED
                )
                if message is not None and not comment.idle:
                    subject = None if comment.whole_file else _subject_at(comment.line, spans, starts)
                    yield Unused(file.home, comment.line, name, message, subject)


def _file_of(home: Module, comments: tuple[Suppression, ...]) -> _File:
    by_line: dict[int, list[int]] = {}
    for index, comment in enumerate(comments):
        if not comment.whole_file:
            by_line.setdefault(comment.line, []).append(index)
    whole = [index for index, comment in enumerate(comments) if comment.whole_file and not comment.misplaced]
    return _File(home, sorted(by_line), by_line, whole)


def _judging_order(comments: tuple[Suppression, ...]) -> list[tuple[int, str]]:
    """Every name with its comment; those that ignore unused names come last, when it is known whether there are any."""
    pairs = [
        (index, name)
        for index, comment in enumerate(comments)
        for name in (comment.names if not comment.misplaced else ()) or ("",)
    ]
    return sorted(pairs, key=lambda pair: pair[1] == "suppression-unused")


def _nearby(file: _File, draft: Draft) -> Iterator[int]:
    """The comments that may be about what was found: on its line, beside its object, or about the whole file."""
    yield from file.whole
    at, parts = draft.fault.line, draft.subject.parts
    yield from file.by_line.get(at, ())
    for first, last in draft.subject.lines:
        place = bisect_left(file.lines, first)
        while place < len(file.lines) and file.lines[place] <= last:
            line = file.lines[place]
            if not (line in parts and at in parts):
                yield from file.by_line[line]
            place += 1


def _judged(name: str, used: bool, severities: Mapping[str, Severity]) -> str | None:
    """What is wrong with a name in a comment, None where nothing is."""
    if not name:
        return "the comment names no rule to ignore; write '# contracts: ignore[RULE]'"
    rules = rules_named(name)
    if rules is None:
        near = nearest_name(name)
        return f"the comment names '{name}', which is no rule" + (f"; did you mean '{near}'?" if near else "")
    off = all(severities.get(rule, RULES[rule].severity) is Severity.OFF for rule in rules)
    return None if used or off else f"the comment ignores {name}, but there is nothing to ignore"


def _subject_at(line: int, spans: list[tuple[Lines, Subject]], starts: list[int]) -> Subject | None:
    place = bisect_left(starts, line + 1) - 1
    if place < 0:
        return None
    (_, last), subject = spans[place]
    return subject if line <= last else None
