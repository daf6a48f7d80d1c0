"""The comparison sees what is missing and what is too much, and holds what is left open against nobody."""

import ast
import textwrap

import pytest

from tests.inference.comparison import difference
from tests.inference.corpus import CaseFile, Fact

SOURCE = textwrap.dedent(
    '''\
    """A case."""

    def save(path):  # expect: raises-via=OSError
        """Save.

        Raises:
            KeyError
        """  # expect: finding=exception-condition-missing at KeyError
        open(path, "w")  # expect: effect=file-write; finding=side-effect-unmentioned
        path.touch()  # expect: may=file-write

    open("x", "w")  # expect: effect=file-write
    '''
)
FILE = CaseFile("case.py", SOURCE, ast.parse(SOURCE))
FOUND = {
    Fact("case.py", 3, 3, "raises-via", "OSError"),
    Fact("case.py", 7, 3, "finding", "exception-condition-missing"),
    Fact("case.py", 9, 3, "effect", "file-write"),
    Fact("case.py", 9, 3, "finding", "side-effect-unmentioned"),
    Fact("case.py", 12, 0, "effect", "file-write"),
}


def report(found: set[Fact]) -> list[str]:
    return difference(FILE.marks(), found, {"case.py": FILE})


def test_what_is_marked_is_no_difference() -> None:
    assert report(FOUND) == []


@pytest.mark.parametrize("fact", sorted(FOUND), ids=str)
def test_every_mark_is_missed(fact: Fact) -> None:
    (line,) = report(FOUND - {fact})
    assert f"{fact.kind}={fact.name} is missing" in line


@pytest.mark.parametrize(
    "fact",
    [
        Fact("case.py", 9, 3, "likely", "file-write"),
        Fact("case.py", 9, 3, "effect", "network"),
        Fact("case.py", 9, 0, "effect", "file-write"),
        Fact("case.py", 10, 3, "finding", "side-effect-undocumented"),
        Fact("case.py", 3, 3, "raises-via", "KeyError"),
        Fact("case.py", 7, 3, "finding", "exception-unknown"),
    ],
    ids=str,
)
def test_whatever_is_not_marked_is_too_much(fact: Fact) -> None:
    (line,) = report(FOUND | {fact})
    assert f"{fact.kind}={fact.name} is not expected" in line


@pytest.mark.parametrize("kind", ["effect", "likely", "via"])
def test_what_is_left_open_may_be_found(kind: str) -> None:
    assert report(FOUND | {Fact("case.py", 10, 3, kind, "file-write")}) == []


def test_some_rules_may_stand_on_any_line_of_the_function() -> None:
    moved = {fact._replace(line=5) if fact.name == "side-effect-unmentioned" else fact for fact in FOUND}
    assert report(moved) == []
