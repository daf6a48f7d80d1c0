"""Every case file: what is read from a docstring, and what is no format."""

import jsonschema
import pytest

from tests.formats.cases import Case, cases, render

READ = cases("read")
NONE = cases("none")


def _name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", READ, ids=_name)
def test_read(case: Case) -> None:
    assert case.expected
    assert render(case.formats()) == case.expected


@pytest.mark.parametrize("case", NONE, ids=_name)
def test_no_format(case: Case) -> None:
    assert case.expected == ""
    assert render(case.formats()) == ""


@pytest.mark.parametrize("case", READ, ids=_name)
def test_lines_hold_their_keys(case: Case) -> None:
    lines = case.docstring.split("\n")
    for item in case.formats():
        assert item.text.split("\n")[0] == lines[item.line - 1][-len(item.text.split("\n")[0]) :]
        for field in item.fields:
            name = field.path.rpartition(".")[2].removesuffix("[]").strip('"').split('\\"')[-1]
            assert name in lines[field.line - 1], field


@pytest.mark.parametrize("case", READ, ids=_name)
def test_schemas_are_valid(case: Case) -> None:
    for item in case.formats():
        assert (item.schema is None) == (not item.fields)
        if item.schema is not None:
            jsonschema.Draft202012Validator.check_schema(dict(item.schema))


def test_every_row_of_the_dialects_has_a_case() -> None:
    assert len(READ) >= 120
    assert len(NONE) >= 30
