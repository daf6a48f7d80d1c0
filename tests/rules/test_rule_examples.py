"""Every rule: its bad example is caught, its good example is silent, switching it off removes exactly its findings."""

import pytest

from sphinx_contracts.model.finding import Item, Severity
from sphinx_contracts.rules import registry
from sphinx_contracts.rules.registry import ITEMS, RULES, nearest_name, rules_named
from sphinx_contracts.rules.rule import Rule
from tests.rules.checking import findings_of, rules

# a score below the limit has another finding as its cause, so it is tested with the scores
SHOWN = [rule for rule in RULES.values() if rule.bad and rule.name != "score-below"]
# what a rule needs beside its example
SETTINGS: dict[str, dict[str, object]] = {
    name: {"rules": {name: "error"}} for name, rule in RULES.items() if rule.severity is Severity.OFF
} | {"format-sample-mismatch": {"data": {"status.json": b'{"step": "one", "loss": 0.5}'}}}


def settings(rule: Rule, **more: str) -> dict[str, object]:
    found = dict(SETTINGS.get(rule.name, {}))
    return {**found, "rules": {**found.get("rules", {}), **more}}  # type: ignore[dict-item]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_the_bad_example_has_exactly_this_fault(rule: Rule) -> None:
    found = findings_of(rule.bad, **settings(rule))
    assert set(rules(found)) == {rule.name}
    assert len(found) == 1
    assert found[0].item == (rule.item.value if rule.item else None)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_the_good_example_has_no_finding(rule: Rule) -> None:
    assert findings_of(rule.good, **settings(rule)) == ()


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_switching_it_off_removes_exactly_its_findings(rule: Rule) -> None:
    assert findings_of(rule.bad, **settings(rule, **{rule.name: "off"})) == ()


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_its_severity_is_what_the_settings_say(rule: Rule) -> None:
    for severity in ("error", "note"):
        found = findings_of(rule.bad, **settings(rule, **{rule.name: severity}))
        assert {item.severity for item in found} == {severity}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_its_texts_are_sentences(rule: Rule) -> None:
    for text in (rule.summary, rule.why, rule.fix):
        assert text[0].isupper() or text.startswith("``")
        assert text.rstrip("`").endswith((".", ";"))
        assert "  " not in text
    assert rule.bad or rule.name == "internal-error"


def test_every_rule_stands_under_its_item() -> None:
    assert [name for names in ITEMS.values() for name in names] == [name for name in RULES if RULES[name].item]
    assert list(ITEMS) == [item.value for item in Item]
    assert all(name == rule.name for name, rule in RULES.items())


def test_names_stand_for_rules_and_items() -> None:
    assert rules_named("param-untyped") == ("param-untyped",)
    assert rules_named("return-types") == ("return-untyped",)
    assert rules_named("no-such-rule") is None
    assert nearest_name("docstring-mising") == "docstring-missing"
    assert nearest_name("zzz") is None


def test_no_rule_of_any_file_is_left_out() -> None:
    assert set(registry._FOUND) == set(registry._BUILT_IN)
