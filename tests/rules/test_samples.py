"""Real data files of documented formats: where findings stand, what they count for, what suppresses them."""

import pytest

from sphinx_contracts.check.run import Checked
from tests.rules.checking import checked

MODULE = '''"""A module.

It describes a file and the answer of a function.

Key Components:
    - ask: gives the answer

Usage:
    import example

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""


def ask() -> dict[str, int]:
    """Give the answer.

    Returns:
        {
            "answer": 42  // int: What was found
        }

    Example:
        ask()
    """
    return {"answer": 42}
'''
WRONG = b'{\n  "step": "one",\n  "loss": 1,\n  "more": 2\n}'
RULE = "format-sample-mismatch"


def found(result: Checked) -> list[tuple[str, int, int, str, str]]:
    return [
        (item.path, item.line, item.column, item.object, item.message) for item in result.findings if item.rule == RULE
    ]


def item_of(result: Checked) -> object:
    return result.project.modules[0].checklist["file-formats"]


def test_findings_stand_in_the_data_file() -> None:
    result = checked({"example.py": MODULE}, {"status.json": WRONG})
    assert found(result) == [
        (
            "sample.json",
            2,
            11,
            "example",
            'does not match the format status.json: expected integer, found string "one" ($.step)',
        ),
        (
            "sample.json",
            4,
            3,
            "example",
            'does not match the format status.json: the key "more" is not documented ($.more)',
        ),
    ]


def test_the_object_is_the_one_whose_docstring_holds_the_format() -> None:
    result = checked({"example.py": MODULE}, {"example.ask.returns": b'{"answer": null}'})
    assert [(item[0], item[3]) for item in found(result)] == [("sample.json", "example.ask")]


def test_a_format_with_files_is_one_check() -> None:
    plain, good, bad = (
        checked({"example.py": MODULE}, data)
        for data in (None, {"status.json": b'{"step": 1, "loss": 2}'}, {"status.json": WRONG})
    )
    assert found(plain) == found(good) == []
    before, matched, failed = (item_of(result) for result in (plain, good, bad))
    assert isinstance(before, dict)
    passed, applicable = before["passed"], before["applicable"]
    assert matched == {"passed": passed + 1, "applicable": applicable + 1}
    assert failed == {"passed": passed, "applicable": applicable + 1}


@pytest.mark.parametrize("name", [RULE, "file-formats"])
def test_a_comment_behind_the_docstring_suppresses_them(name: str) -> None:
    source = MODULE.replace('}\n"""\n', f'}}\n"""  # contracts: ignore[{name}]\n', 1)
    result = checked({"example.py": source}, {"status.json": WRONG})
    assert {item.suppressed for item in result.findings if item.rule == RULE} == {"inline"}
    assert "suppression-unused" not in {item.rule for item in result.findings}
    without = checked({"example.py": source}, None)
    assert {item.rule for item in without.findings} == {"suppression-unused"}


def test_severity_and_rollout_are_those_of_the_module() -> None:
    noted = checked({"example.py": MODULE}, {"status.json": WRONG}, rules={RULE: "note"})
    assert {item.severity for item in noted.findings if item.rule == RULE} == {"note"}
    phase = [{"name": "1", "modules": ["other"]}]
    later = checked({"example.py": MODULE}, {"status.json": WRONG}, rollout=phase)
    assert {item.suppressed for item in later.findings if item.rule == RULE} == {"rollout"}
