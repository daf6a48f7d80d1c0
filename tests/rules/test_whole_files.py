"""Files that cannot be read, rules that fail, and the order of findings."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from sphinx_contracts.check import evaluation
from sphinx_contracts.check.run import check_project
from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.problem import Problem, Unusable
from sphinx_contracts.project import run
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.rules.rule import Context, Fault
from tests.rules.checking import checked, places

GOOD = RULES["param-untyped"].good
BAD = RULES["param-untyped"].bad


@pytest.mark.parametrize(
    ("source", "rule", "line"),
    [
        (b"x = 1\ndef f(:\n    pass\n", "source-unparsable", 2),
        (b"# coding: klingon\nx = 1\n", "source-unreadable", 1),
        (b"x = 1\n\xff\n", "source-unreadable", 2),
        (b"x = 1\n\0\n", "source-unparsable", 1),
    ],
)
def test_one_bad_file_is_one_finding_and_changes_nothing_else(source: bytes, rule: str, line: int) -> None:
    alone = checked({"good.py": BAD})
    both = checked({"good.py": BAD, "bad.py": source})
    added = [item for item in both.findings if item not in alone.findings]
    assert [item for item in both.findings if item in alone.findings] == list(alone.findings)
    assert [(item.rule, item.severity, item.path, item.module, item.object) for item in added] == [
        (rule, "error", "bad.py", "bad", "bad")
    ]
    assert added[0].line == line or source.count(b"\0")
    assert [module for module in both.project.modules if module.name == "good"] == list(alone.project.modules)


def test_a_private_file_that_cannot_be_parsed_is_reported() -> None:
    result = checked({"pkg/__init__.py": "from pkg._impl import f\n__all__ = ['f']\n", "pkg/_impl.py": "def f(:"})
    assert [(item.rule, item.path, item.module) for item in result.findings] == [
        ("source-unparsable", "pkg/_impl.py", "pkg._impl")
    ]


def test_a_file_that_another_one_hides_is_reported() -> None:
    problem = Problem("source-unreadable", "the package of this name wins", 1)
    project = dataclasses.replace(Project(), unusable=(Unusable("m", "m.py", problem),))
    [finding] = check_project(project, settings_from({}, "test")).findings
    assert (finding.rule, finding.path, finding.module, finding.object) == ("source-unreadable", "m.py", "m", "m")


def test_what_is_wrong_with_a_file_can_be_a_note_or_off() -> None:
    for severity, expected in (("note", ["note"]), ("off", [])):
        result = checked({"bad.py": "def f(:"}, rules={"source-unparsable": severity})
        assert [item.severity for item in result.findings] == expected
        assert result.project.modules[0].score == 0.0


def _raising(subject: object, context: Context) -> list[Fault]:
    raise ValueError("no\nluck")


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make one rule fail."""
    rules_on = evaluation._rules_on

    def replaced(kind: str, documented_here: bool) -> tuple[Any, ...]:
        found = rules_on(kind, documented_here)
        return tuple(
            (rule, _raising if rule.name == "param-untyped" else check, passed) for rule, check, passed in found
        )

    monkeypatch.setattr(evaluation, "_rules_on", replaced)


@pytest.mark.usefixtures("failing")
def test_a_rule_that_raises_is_reported_and_the_others_go_on() -> None:
    found = checked({"example.py": BAD.replace("-> int", "")}).findings
    assert places(found) == [("internal-error", 12, "total"), ("return-untyped", 12, "total")]
    assert found[0].message == "the rule param-untyped failed with ValueError: no luck; please report this"
    assert (found[0].severity, found[0].item, found[0].suppressed) == ("error", None, None)


@pytest.mark.usefixtures("failing")
def test_a_rule_that_raises_and_is_off_does_not_run() -> None:
    assert checked({"example.py": BAD}, rules={"param-untyped": "off"}).findings == ()
    assert checked({"example.py": BAD}, rules={"internal-error": "off"}).findings == ()


def test_findings_stand_in_order_of_their_position() -> None:
    files = {"b.py": BAD, "a.py": BAD.replace("-> int", ""), "c/__init__.py": "", "c/d.py": BAD}
    found = checked(files).findings
    keys = [(item.path, item.line, item.column, item.rule, item.object) for item in found]
    assert keys == sorted(keys)
    assert found == checked(dict(reversed(files.items()))).findings


def test_a_run_over_files(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "example.py").write_text(BAD, encoding="utf-8")
    result = run(settings_from({"sources": ["src"]}, "test"), tmp_path, tmp_path)
    assert [(item.rule, item.path) for item in result.findings] == [("param-untyped", "src/example.py")]
    assert result.project.modules[0].score == 9.0
