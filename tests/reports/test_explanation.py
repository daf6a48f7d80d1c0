"""Rules explained: every word comes from the rule, and what is said about switching it off is true."""

import json
import re
import tomllib

import pytest

from sphinx_contracts.model.finding import CHECKLIST
from sphinx_contracts.reports.explanation import (
    item_in_text,
    rule_in_markdown,
    rule_in_text,
    rules_in_json,
    rules_in_text,
)
from sphinx_contracts.rules.manual import parts_of
from sphinx_contracts.rules.registry import ITEMS, RULES
from tests.rules.checking import findings_of


def plain(text: str) -> str:
    return " ".join(text.replace("``", "`").split())


@pytest.mark.parametrize("name", RULES)
def test_an_explanation_holds_all_that_the_rule_says(name: str) -> None:
    rule = RULES[name]
    for text in (rule_in_text(rule, 80), rule_in_markdown(rule)):
        for part in (rule.summary, rule.why, rule.fix, rule.bad, rule.good):
            assert plain(part) in plain(text)
    titles = [part.title for part in parts_of(rule)]
    assert titles[:2] == ["What", "Why"]
    assert [f"### {title}" for title in titles] == [
        line for line in rule_in_markdown(rule).split("\n") if line.startswith("### ")
    ]


@pytest.mark.parametrize("name", RULES)
def test_prose_keeps_to_the_width(name: str) -> None:
    code = {line.strip() for part in parts_of(RULES[name]) for line in part.code.split("\n")}
    assert all(len(line) <= 60 or line.strip() in code for line in rule_in_text(RULES[name], 60).split("\n"))


NEEDS_FILES = {"format-sample-mismatch"}  # its fault is in data beside the module


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.bad and name not in NEEDS_FILES])
def test_the_setting_that_is_shown_does_what_it_says(name: str) -> None:
    [part] = [part for part in parts_of(RULES[name]) if part.title.startswith("How to switch it")]
    shown = tomllib.loads(part.code)["tool"]["sphinx-contracts"]
    given = {} if name != "score-below" else {"fail_under": 9.9}
    before = {item.rule for item in findings_of(RULES[name].bad, **given)}
    after = {item.rule for item in findings_of(RULES[name].bad, **given, **shown)}
    assert {name} == before ^ after


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("exception-undocumented", "on the line of the ``raise`` or on the line of the ``def``:"),
        ("side-effect-undocumented", "A comment on the line of the call, "),
    ],
)
def test_a_rule_about_statements_says_that_each_may_bear_a_comment(name: str, place: str) -> None:
    [part] = [part for part in parts_of(RULES[name]) if part.title == "For one place"]
    assert place in part.text


def commented(name: str) -> str:
    """The rule's bad example with the comment that its documentation shows, where it says."""
    [part] = [part for part in parts_of(RULES[name]) if part.title == "For one place"]
    source = RULES[name].bad
    if "first comment block" in part.text:
        return f"{part.code}\n{source}"
    lines = source.split("\n")
    [finding, *_] = [item for item in findings_of(source) if item.rule == name]
    *_, owner, last = ("", *finding.object.split("."))
    definitions = {
        found[2]: (found[1], place)
        for place, line in enumerate(lines)
        if (found := re.match(r"\s*(def|class) (\w+)", line)) is not None
    }
    if last in definitions:
        kind, at = definitions[last]
        assert f"``{kind}``" in part.text
    elif finding.object == finding.module:
        assert "closing quotes of the" in part.text
        at = next(place for place, line in enumerate(lines) if line.endswith('"""') and place)
    elif name == "class-attribute-unknown":  # the field has no line
        at = definitions[owner][1]
        assert "on that of the ``class``" in part.text
    else:
        at = finding.line - 1
        assert "on the field's line" in part.text
    lines[at] += f"  {part.code}"
    return "\n".join(lines)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, rule in RULES.items()
        if rule.bad and name not in NEEDS_FILES and any(part.title == "For one place" for part in parts_of(rule))
    ],
)
def test_the_comment_that_is_shown_does_what_it_says(name: str) -> None:
    given = {} if name != "score-below" else {"fail_under": 9.9}
    found = findings_of(commented(name), **given)
    assert [item.suppressed for item in found if item.rule == name], found
    assert {item.suppressed for item in found if item.rule == name} == {"inline"}
    assert "suppression-unused" not in {item.rule for item in found if item.suppressed is None}


def test_an_item_names_its_rules() -> None:
    for item, names in ITEMS.items():
        text = item_in_text(item, 80)
        assert CHECKLIST[item] in plain(text)
        assert all(f"  {name} ({RULES[name].severity})\n" in text for name in names)


def test_the_list_has_a_line_for_each_rule() -> None:
    lines = rules_in_text().split("\n")
    for name, rule in RULES.items():
        assert [line.split()[:2] for line in lines if line.split()[:1] == [name]] == [[name, rule.severity]]
    assert all(f"{item}: {line}" in lines for item, line in CHECKLIST.items() if ITEMS[item])


def test_the_list_for_programs_is_complete() -> None:
    rules = json.loads(rules_in_json())["rules"]
    assert [(item["rule"], item["why"]) for item in rules] == [(name, rule.why) for name, rule in RULES.items()]


def test_colours_are_for_terminals() -> None:
    rule = RULES["score-below"]
    assert "\x1b[" in rule_in_text(rule, 80, colours=True)
    assert "\x1b[" in rules_in_text(colours=True)
    assert "\x1b[" in item_in_text("param-types", 80, colours=True)
    assert "\x1b" not in rule_in_text(rule, 80) + rules_in_text() + item_in_text("param-types", 80)
