"""What messages and the texts of rules tell who meets a finding for the first time."""

import pytest

from sphinx_contracts.rules.registry import RULES
from tests.rules.checking import findings_of

DOCUMENTED = '''def total(numbers):
    """Add up numbers.

    Args:
        numbers (list of int): What to add up

    Returns:
        int: The sum
    """
    return sum(numbers)
'''
CLASS = '''class Stack:
    """A stack of numbers."""

    def __init__(self, size: int) -> None:
        """Make a stack."""

    def push(self, number: int) -> None:
        """Put a number on top."""
'''
RECORD = '''from dataclasses import dataclass


@dataclass
class Point:
    """A point.

    Attributes:
        x (int): Column
    """

    x = 0
'''


def messages(source: str, rule: str) -> list[str]:
    return [item.message for item in findings_of(source) if item.rule == rule]


def test_a_type_in_the_docstring_is_no_annotation_of_a_parameter() -> None:
    [message] = messages(DOCUMENTED, "param-untyped")
    assert message == "the parameter 'numbers' has no type annotation; the type in the docstring is not enough"


def test_nor_of_the_result() -> None:
    [message] = messages(DOCUMENTED, "return-untyped")
    assert message == "the return value has no type annotation; the type in the docstring is not enough"


OVERRIDING = '''
class Base:
    """A base."""

    def check(self, key: str) -> int:
        """Check a key."""
        return len(key)


class Derived(Base):
    """Checks otherwise."""

    def check(self, key):
        return 0
'''


def test_an_annotation_of_what_is_overridden_is_no_type_in_a_docstring() -> None:
    [parameter] = messages(OVERRIDING, "param-untyped")
    assert parameter.startswith("the parameter 'key' has no type annotation; the type in ")
    assert parameter.endswith(".Base.check is not enough")
    [result] = messages(OVERRIDING, "return-untyped")
    assert result.endswith(".Base.check is not enough")


def test_nor_of_a_field() -> None:
    [message] = messages(RECORD, "field-untyped")
    assert message.endswith("annotate it, with ClassVar where all instances share it")


def test_without_a_type_in_the_docstring_nothing_is_said_of_one() -> None:
    source = DOCUMENTED.replace(" (list of int)", "").replace("int: ", "")
    assert messages(source, "param-untyped") == ["the parameter 'numbers' has no type annotation"]
    assert messages(source, "return-untyped") == ["the return value has no type annotation"]


@pytest.mark.parametrize("rule", ["param-untyped", "return-untyped", "field-untyped"])
def test_the_rule_says_that_a_type_in_the_docstring_is_not_enough(rule: str) -> None:
    assert "A type in the docstring is not enough" in RULES[rule].fix


def test_a_constructors_parameter_may_be_described_in_two_places() -> None:
    [constructor, method] = messages(CLASS, "param-undocumented")
    where = "; add it under Args, in the docstring of the class or of __init__"
    assert constructor == f"the parameter 'size' has no entry that describes it{where}"
    assert method == "the parameter 'number' has no entry that describes it"


def test_a_constructor_without_a_docstring_too() -> None:
    source = CLASS.replace('        """Make a stack."""\n', "        self.size = size\n")
    assert all(
        message.endswith("of the class or of __init__") for message in messages(source, "param-undocumented")[:-1]
    )


@pytest.mark.parametrize("rule", ["format-unnamed", "format-field-untyped", "format-field-undescribed"])
def test_a_rule_says_when_it_is_but_a_note(rule: str) -> None:
    assert "only a note" in RULES[rule].why


def test_a_field_with_a_type_or_an_example_is_but_a_note_and_the_rule_says_so() -> None:
    source = '"""Status.\n\nstatus.json format:\n\n{\n    "loss": 0.45,\n    "step": 1  // int\n}\n"""\n'
    found = [item.severity for item in findings_of(source) if item.rule == "format-field-undescribed"]
    assert found == ["note", "note"]
    assert "``0.45``" in RULES["format-field-undescribed"].why
