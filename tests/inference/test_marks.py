"""The cases of the corpus can be read: every file parses and every mark says something that can be compared."""

import builtins

import pytest

from tests.inference.corpus import CATEGORIES, KINDS, SEVERITIES, Case, CaseFile, Mark, cases

FEWEST_FUNCTIONS = 150
CASES = cases()
by_name = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def test_there_are_enough_functions() -> None:
    functions = [region for case in CASES for file in case.files() for region in file.regions if not region.nested]
    assert len(functions) >= FEWEST_FUNCTIONS


def test_every_category_and_every_rule_is_expected_somewhere() -> None:
    marks = [mark for case in CASES for file in case.files() for mark in file.marks()]
    found = {mark.fact.name for mark in marks if mark.fact.kind in ("effect", "finding")}
    assert CATEGORIES - {"other"} | SEVERITIES.keys() <= found


def test_every_mark_starts_a_comment_of_its_own() -> None:
    for case in CASES:
        for file in case.files():
            assert file.text.count("expect:") == len(list(file.comments())), file.path


@by_name
def test_marks_are_well_formed(case: Case) -> None:
    faults = [fault for file in case.files() for mark in file.marks() if (fault := _fault(mark, file))]
    assert not faults, "\n".join(faults)


def _fault(mark: Mark, file: CaseFile) -> str | None:
    fact = mark.fact
    if fact.kind not in KINDS:
        return f"{fact}: unknown kind"
    if not _is_name(fact.kind, fact.name):
        return f"{fact}: unknown name"
    if mark.through and fact.kind not in ("via", "raises-via"):
        return f"{fact}: only a row through calls has a path"
    if " at " in mark.text and fact.kind not in ("finding", "may"):
        return f"{fact}: only a finding stands in a docstring"
    if fact.kind == "raises-via" and fact.line not in [region.line for region in file.regions]:
        return f"{fact}: not on the line of a def"
    if fact.kind in ("effect", "likely", "via", "raises", "raises-via"):
        region = next((item for item in file.regions if item.line == fact.within), None)
        if region is not None and not region.shown:
            return f"{fact}: nobody sees the rows of this function"
    return None


def _is_name(kind: str, name: str) -> bool:
    exception = name == "?" or name[0].isupper() or isinstance(getattr(builtins, name, None), type)
    if kind == "finding":
        return name in SEVERITIES
    if kind in ("effect", "likely", "via"):
        return name in CATEGORIES
    if kind in ("raises", "raises-via"):
        return exception
    return exception or name in CATEGORIES or name in SEVERITIES
