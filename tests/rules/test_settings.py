"""How serious a finding is: defaults, then ``rules``, then ``overrides`` in order, then the rollout."""

import pytest

from sphinx_contracts.check.selection import selected
from sphinx_contracts.config import ConfigurationError
from tests.rules.checking import checked, findings_of

SOURCE = '''"""Arithmetic on whole numbers.

Numbers of any size are kept exactly.

Key Components:
    - double: twice a number

Usage:
    import example
"""


def double(x, y: dict) -> int:
    """Double a number.

    Args:
        x: A number
        y: More

    Returns:
        Twice the number

    Example:
        double(2, {})
    """
    return 2 * x
'''


def severities(**settings: object) -> dict[str, str]:
    return {item.rule: item.severity for item in findings_of(SOURCE, **settings)}


def test_defaults() -> None:
    assert severities() == {"param-untyped": "error", "type-vague": "note"}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({"param-untyped": "note"}, {"param-untyped": "note", "type-vague": "note"}),
        ({"param-untyped": "off"}, {"type-vague": "note"}),
        ({"type-vague": "error"}, {"param-untyped": "error", "type-vague": "error"}),
        ({"param-types": "off"}, {}),
        ({"param-types": "note"}, {"param-untyped": "note", "type-vague": "note"}),
        ({"param-types": "error"}, {"param-untyped": "error", "type-vague": "error"}),
        ({"param-types": "off", "param-untyped": "error"}, {"param-untyped": "error"}),
        ({"param-untyped": "error", "param-types": "off"}, {"param-untyped": "error"}),
    ],
)
def test_a_rule_beats_its_item(rules: dict[str, str], expected: dict[str, str]) -> None:
    assert severities(rules=rules) == expected


def test_the_prefix_of_warnings_may_stand_before_a_rule() -> None:
    assert (
        severities(rules={"contracts.side-effects-section-missing": "note"})["side-effects-section-missing"] == "note"
    )
    assert "param-untyped" not in severities(rules={"contracts.param-untyped": "off"})


def test_an_item_does_not_switch_on_the_letter_of_the_standard() -> None:
    assert "raises-section-missing" not in severities(rules={"error-conditions": "error"})
    assert severities(rules={"raises-section-missing": "note"})["raises-section-missing"] == "note"


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ([("example", {"param-untyped": "note"})], "note"),
        ([("exam*", {"param-untyped": "note"})], "note"),
        ([("other.*", {"param-untyped": "note"})], "error"),
        ([("*", {"param-untyped": "off"}), ("example", {"param-untyped": "note"})], "note"),
        ([("example", {"param-untyped": "note"}), ("*", {"param-untyped": "off"})], None),
        ([("example", {"param-untyped": "note"}), ("*", {"param-types": "off"})], None),
        ([("example", {"param-types": "off", "param-untyped": "note"})], "note"),
    ],
)
def test_later_overrides_win(overrides: list[tuple[str, dict[str, str]]], expected: str | None) -> None:
    given = [{"modules": [pattern], "rules": rules} for pattern, rules in overrides]
    assert severities(overrides=given).get("param-untyped") == expected


def test_overrides_beat_rules() -> None:
    overrides = [{"modules": ["*"], "rules": {"param-types": "note"}}]
    assert severities(rules={"param-untyped": "off"}, overrides=overrides)["param-untyped"] == "note"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"rules": {"param-untypd": "off"}},
            "setting 'rules' names 'param-untypd', which is no rule and no checklist item; "
            "did you mean 'param-untyped'?",
        ),
        (
            {"overrides": [{"modules": ["*"], "rules": {"param-type": "off"}}]},
            "setting 'overrides' names 'param-type', which is no rule and no checklist item; "
            "did you mean 'param-types'?",
        ),
        (
            {"rules": {"zzz": "off"}},
            "setting 'rules' names 'zzz', which is no rule and no checklist item; 'sphinx-contracts rules' lists them",
        ),
    ],
)
def test_an_unknown_name_is_one_clear_line(settings: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        findings_of(SOURCE, **settings)
    assert str(error.value) == message


def test_an_unknown_name_is_refused_without_any_module() -> None:
    with pytest.raises(ConfigurationError):
        checked({}, rules={"no-such-rule": "off"})


PHASES = [
    {"name": "Phase 1", "modules": ["core.*"], "enforce": True},
    {"name": "Phase 2", "modules": ["core.late", "more.*"]},
]


def test_without_an_enforced_phase_findings_are_notes_at_most() -> None:
    result = checked({"core/train.py": SOURCE, "more/jobs.py": SOURCE, "rest.py": SOURCE}, rollout=PHASES)
    found = {(item.module, item.rule): (item.severity, item.suppressed) for item in result.findings}
    assert found == {
        ("core.train", "param-untyped"): ("error", None),
        ("core.train", "type-vague"): ("note", None),
        ("more.jobs", "param-untyped"): ("note", "rollout"),
        ("more.jobs", "type-vague"): ("note", None),
        ("rest", "param-untyped"): ("note", "rollout"),
        ("rest", "type-vague"): ("note", None),
    }


def test_a_module_belongs_to_the_first_phase_that_names_it() -> None:
    result = checked({"core/late.py": SOURCE, "more/jobs.py": SOURCE, "rest.py": SOURCE}, rollout=PHASES)
    assert {module.name: module.phase for module in result.project.modules} == {
        "core.late": "Phase 1",
        "more.jobs": "Phase 2",
        "rest": None,
    }


def test_a_comment_beats_the_rollout() -> None:
    source = SOURCE.replace("-> int:", "-> int:  # contracts: ignore[param-untyped]")
    [finding] = [item for item in checked({"rest.py": source}, rollout=PHASES).findings if item.severity == "note"][:1]
    assert (finding.rule, finding.suppressed) == ("param-untyped", "inline")


def test_selecting_findings() -> None:
    found = findings_of(SOURCE)
    assert [item.rule for item in selected(found, ["type-vague"], [])] == ["type-vague"]
    assert [item.rule for item in selected(found, ["param-types"], ["type-vague"])] == ["param-untyped"]
    assert selected(found, [], ["param-types"]) == ()
    assert selected(found, [], []) == found
    with pytest.raises(ConfigurationError, match=r"--select names 'param-typs'.* did you mean 'param-types'"):
        selected(found, ["param-typs"], [])
    with pytest.raises(ConfigurationError, match="--ignore names"):
        selected(found, [], ["nothing"])
