"""The score: ten items, each worth the part of its checks that passes."""

import pytest

from sphinx_contracts.check.score import checklist_of, score_of
from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.finding import Item
from tests.rules.checking import checked

HEAD = '''"""Arithmetic on whole numbers.

Numbers of any size are kept exactly.

Key Components:
    - double: twice a number

Usage:
    import example
"""
'''
COMPLETE = (
    HEAD
    + '''

def double(x: int) -> int:
    """Double a number.

    Args:
        x: A number

    Returns:
        Twice the number

    Example:
        double(2)
    """
    return 2 * x
'''
)


def module_of(source: str, **settings: object) -> Module:
    return checked({"example.py": source}, **settings).project.modules[0]


def parts(module: Module) -> dict[str, tuple[int, int]]:
    return {name: (item["passed"], item["applicable"]) for name, item in module.checklist.items() if item["applicable"]}


def test_a_complete_module_scores_ten() -> None:
    module = module_of(COMPLETE)
    assert module.score == 10.0
    assert list(module.checklist) == [item.value for item in Item]
    assert parts(module) == {
        "module-docstring": (5, 5),
        "callable-docstring": (6, 6),
        "param-types": (1, 1),
        "return-types": (1, 1),
        "example-usage": (3, 3),
    }


def test_an_item_is_worth_its_passed_checks() -> None:
    module = module_of(COMPLETE.replace("x: int", "x"))
    assert parts(module)["param-types"] == (0, 1)
    assert module.score == 9.0
    module = module_of(COMPLETE.replace("        x: A number\n", "        x:\n"))
    assert parts(module)["callable-docstring"] == (5, 6)
    assert module.score == pytest.approx(9 + 5 / 6)


def test_several_faults_of_one_rule_on_one_object_are_one_check() -> None:
    result = checked({"example.py": COMPLETE.replace("x: int", "x, y, z")}, rules={"callable-docstring": "off"})
    assert [item.rule for item in result.findings] == ["param-untyped"] * 3
    assert parts(result.project.modules[0])["param-types"] == (0, 1)


def test_each_field_is_an_object_of_its_own() -> None:
    source = '''"""Points."""
from dataclasses import dataclass

@dataclass
class Point:
    """A point."""

    x: int  # column
    y: int
    z: int  # height
'''
    assert parts(module_of(source))["dataclass-fields"] == (5, 6)


def test_a_missing_docstring_fails_what_depends_on_it_and_is_one_finding() -> None:
    source = HEAD + "\n\ndef double(x: int) -> int:\n    return 2 * x\n"
    result = checked({"example.py": source})
    assert [item.rule for item in result.findings] == ["docstring-missing"]
    # docstring, summary, parameters and returns; the example
    assert parts(result.project.modules[0]) == {
        "module-docstring": (5, 5),
        "callable-docstring": (0, 4),
        "param-types": (1, 1),
        "return-types": (1, 1),
        "example-usage": (1, 2),
    }


def test_a_missing_module_docstring() -> None:
    result = checked({"example.py": COMPLETE.removeprefix(HEAD)})
    assert [item.rule for item in result.findings] == ["module-docstring-missing"]
    assert parts(result.project.modules[0])["module-docstring"] == (0, 5)


def test_a_missing_class_docstring() -> None:
    source = HEAD + "\n\nclass Counter:\n    def __init__(self, x: int) -> None:\n        self.x = x\n"
    result = checked({"example.py": source})
    assert [item.rule for item in result.findings if item.severity == "error"] == ["class-docstring-missing"]
    found = parts(result.project.modules[0])
    # docstring, summary, responsibilities, the attribute; the parameter of the constructor; the example
    assert found["class-docstring"] == (0, 4)
    assert found["callable-docstring"] == (0, 1)
    assert found["example-usage"] == (1, 2)


def test_what_a_comment_suppresses_does_not_apply() -> None:
    source = COMPLETE.replace("x: int) -> int:", "x) -> int:  # contracts: ignore[param-untyped]")
    module = module_of(source)
    assert "param-types" not in parts(module)
    assert module.score == 10.0


def test_suppressing_one_of_several_faults_is_not_enough() -> None:
    source = COMPLETE.replace(
        "def double(x: int)", "def double(\n    x,  # contracts: ignore[param-untyped]\n    y,\n)"
    )
    assert parts(module_of(source))["param-types"] == (0, 1)


def test_a_suppressed_missing_docstring_takes_its_checks_along() -> None:
    source = HEAD + "\n\ndef double(x: int) -> int:  # contracts: ignore[docstring-missing]\n    return 2 * x\n"
    module = module_of(source)
    assert "callable-docstring" not in parts(module)
    assert module.score == 10.0


def test_a_rule_that_is_off_does_not_apply() -> None:
    source = COMPLETE.replace("x: int", "x")
    assert module_of(source, rules={"param-untyped": "off"}).score == 10.0
    assert module_of(source, rules={"param-untyped": "note"}).score == 9.0


def test_switching_off_the_missing_docstring_shows_nothing_else() -> None:
    source = HEAD + "\n\ndef double(x: int) -> int:\n    return 2 * x\n"
    result = checked({"example.py": source}, rules={"docstring-missing": "off"})
    assert result.findings == ()
    assert result.project.modules[0].score == 10.0


def test_notes_do_not_count() -> None:
    source = COMPLETE.replace("x: int", "x: dict")
    assert module_of(source).score == 10.0
    assert module_of(source, rules={"type-vague": "error"}).score == 10.0


def test_rollout_fails() -> None:
    source = COMPLETE.replace("x: int", "x")
    assert module_of(source, rollout=[{"name": "Phase 1", "modules": ["other"]}]).score == 9.0


@pytest.mark.parametrize("source", [b"def f(:", b"# coding: klingon\n", b"\xff\xfe"])
def test_a_module_that_cannot_be_parsed_scores_nothing_and_stays(source: bytes) -> None:
    result = checked({"example.py": source, "other.py": COMPLETE.encode()})
    assert [(module.name, module.score) for module in result.project.modules] == [("example", 0.0), ("other", 10.0)]
    assert len(result.findings) == 1
    assert result.findings[0].path == "example.py"


def test_a_test_module_scores_ten() -> None:
    result = checked({"tests/helpers.py": "def f(x):\n    return x\n", "test_x.py": "def g(:"})
    assert [module.score for module in result.project.modules] == [10.0, 10.0]
    assert result.findings == ()


def test_an_item_with_nothing_applicable_is_worth_one() -> None:
    assert score_of(checklist_of([])) == 10.0
    assert score_of({"param-types": {"passed": 1, "applicable": 4}}) == 9.25


def test_a_score_below_the_limit_is_a_finding() -> None:
    source = COMPLETE.replace("x: int", "x")
    found = checked({"example.py": source}, fail_under=9.5).findings
    assert [(item.rule, item.line, item.object, item.severity) for item in found] == [
        ("score-below", 1, "example", "error"),
        ("param-untyped", 13, "example.double", "error"),
    ]
    assert found[0].message == "scores 9.00, below the 9.5 that fail_under asks for"
    assert [item.rule for item in checked({"example.py": source}, fail_under=9.0).findings] == ["param-untyped"]


def test_the_limit_holds_in_enforced_phases() -> None:
    source = COMPLETE.replace("x: int", "x")
    phases = [{"name": "Phase 1", "modules": ["core.*"], "enforce": True}]
    found = checked({"core/x.py": source, "rest.py": source}, fail_under=9.5, rollout=phases).findings
    assert [item.module for item in found if item.rule == "score-below"] == ["core.x"]


def test_a_comment_on_the_file_suppresses_the_limit() -> None:
    source = "# contracts: ignore-file[score-below]\n" + COMPLETE.replace("x: int", "x")
    found = checked({"example.py": source}, fail_under=9.5).findings
    assert [(item.rule, item.suppressed) for item in found] == [("score-below", "inline"), ("param-untyped", None)]
    unused = checked({"example.py": source}, fail_under=0.0).findings
    assert [item.rule for item in unused] == ["suppression-unused", "param-untyped"]
