"""The standard stands in the documentation word for word, and each of its requirements has a rule or a reason."""

import hashlib
import re
import tomllib
from pathlib import Path

from sphinx_contracts.model.finding import CHECKLIST, Severity
from sphinx_contracts.rules.registry import ITEMS, RULES

STANDARD = Path(__file__).parents[2] / "docs" / "standard"
TEXT = (STANDARD / "module-contracts-standard.md").read_text(encoding="utf-8")
ENFORCED = tomllib.loads((STANDARD / "rules.toml").read_text(encoding="utf-8"))
# of the text that was handed over, last updated on 2025-11-24
DIGEST = "698397b7f470d2190471664a7bf803473fbb3dc0fed16cab006e97bc6b650905"


def requirements() -> dict[str, list[str]]:
    """The requirements of each section, without the marks of literals."""
    found: dict[str, list[str]] = {}
    for section in re.split(r"^### ", TEXT, flags=re.MULTILINE)[1:]:
        title, _, body = section.partition("\n")
        lines = re.findall(r"^- ✅ (.+)$", body, re.MULTILINE)
        if lines:
            found[title] = [line.replace("`", "") for line in lines]
    return found


def test_the_page_is_the_standard_word_for_word() -> None:
    assert hashlib.sha256(TEXT.encode("utf-8")).hexdigest() == DIGEST


def test_every_requirement_has_its_rules_or_a_reason() -> None:
    assert {title: list(lines) for title, lines in ENFORCED.items()} == requirements()
    for lines in ENFORCED.values():
        for requirement, enforced in lines.items():
            assert enforced, requirement
            assert isinstance(enforced, str) or set(enforced) <= RULES.keys(), requirement


def test_every_rule_of_the_checklist_enforces_a_requirement() -> None:
    named = {
        rule for lines in ENFORCED.values() for rules in lines.values() if not isinstance(rules, str) for rule in rules
    }
    assert named == {rule for rules in ITEMS.values() for rule in rules}


def test_where_there_are_rules_one_of_them_is_an_error_by_default_or_the_standard_says_when_possible() -> None:
    only_notes = {
        requirement
        for lines in ENFORCED.values()
        for requirement, rules in lines.items()
        if not isinstance(rules, str) and not any(RULES[rule].severity is Severity.ERROR for rule in rules)
    }
    # a value that documents nothing by itself: an example may stand in prose
    assert only_notes == {"Use specific types (not just Any when possible)", "Example values"}


def test_the_checklist_is_that_of_the_rules() -> None:
    assert re.findall(r"^- \[ \] (.+)$", TEXT, re.MULTILINE) == list(map(str, CHECKLIST.values()))
