"""Judgements of error findings: for each, whether a careful reviewer agrees, and why.

They are kept in ``judgements.toml``, one table for each finding, and were made by reading the code.

Key Components:
    - Place: what a finding is known by
    - Judgement: what was said of it
    - read_judgements: the recorded ones
    - judgement_of: the one that holds for a finding
    - unjudged_entry: an entry to fill in

Usage:
    from benchmarks.judgements import read_judgements

    recorded = read_judgements()
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.packages import Package
from sphinx_contracts.model.finding import Finding

__all__ = ["FILE", "Judgement", "Place", "judgement_of", "place_of", "read_judgements", "unjudged_entry"]

FILE = Path(__file__).with_name("judgements.toml")


class Place(NamedTuple):
    """What a finding is known by."""

    package: str  # name of the distribution
    version: str  # its version
    rule: str  # the rule's name
    object: str  # qualified name of the object at fault
    line: int  # source line
    column: int  # 1-based source column


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of one finding."""

    place: Place  # the finding
    message: str  # what it said when it was judged
    right: bool  # what it says is true, and the standard asks for what it asks for
    reason: str  # why, one line
    told_in_prose: bool  # prose tells it; only the section that the standard asks for is missing
    draw: str  # the draw that it was judged in, blind; "" where it came up later


def place_of(package: Package, finding: Finding) -> Place:
    """Tell what a finding is known by.

    Args:
        package: The package that it was found in
        finding: The finding

    Returns:
        Its place

    Example:
        place = place_of(package, finding)
    """
    return Place(package.name, package.version, finding.rule, finding.object, finding.line, finding.column)


def judgement_of(recorded: Mapping[Place, Sequence[Judgement]], place: Place, message: str) -> Judgement | None:
    """Find the judgement that holds for a finding.

    Args:
        recorded: The recorded judgements
        place: The finding's place
        message: What it says

    Returns:
        That of the same message, else one that found it right, which other words do not change; None where it must be
        judged anew

    Example:
        judgement = judgement_of(read_judgements(), place_of(package, finding), finding.message)
    """
    found = recorded.get(place, ())
    same = [item for item in found if item.message == message]
    return next(iter(same or [item for item in found if item.right]), None)


def read_judgements(path: Path = FILE) -> dict[Place, list[Judgement]]:
    """Read the recorded judgements.

    Args:
        path: The file

    Returns:
        Place to the judgements of what was said of it

    Raises:
        OSError: If the file cannot be read
        KeyError: If an entry does not tell its place
        TypeError: If it lacks a judgement or has an unknown key

    Example:
        recorded = read_judgements()
    """
    found: dict[Place, list[Judgement]] = {}
    for entry in tomllib.loads(path.read_text("utf-8"))["finding"]:
        place = Place(*(entry.pop(name) for name in Place._fields))
        found.setdefault(place, []).append(Judgement(place, **{"told_in_prose": False, "draw": "", **entry}))
    return found


def unjudged_entry(place: Place, message: str, draw: str) -> str:
    """Write an entry of ``judgements.toml`` that waits for its judgement.

    Args:
        place: The finding
        message: What it says
        draw: The draw that it is judged in, "" where that is not blind

    Returns:
        Lines of TOML; ``right`` and ``reason`` are left to the reader

    Example:
        print(unjudged_entry(place, finding.message, "first"))
    """
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in {**place._asdict(), "message": message, "draw": draw}.items()
    ]
    return "\n".join(["[[finding]]", *lines, "right = # true or false", 'reason = ""', ""])
