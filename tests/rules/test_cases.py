"""Each file in ``tests/cases/rules`` shows where its rule reports something, and where it must not.

The file's name is the rule's, up to the first dot. A line ``#! OBJECT`` says that the line below has a finding on
that object; such lines are taken out before the file is read.
"""

import re
from pathlib import Path

import pytest

from sphinx_contracts.rules.registry import RULES
from tests.rules.checking import findings_of, places

CASES = sorted((Path(__file__).parents[1] / "cases" / "rules").glob("*.py"))
_MARK = re.compile(r"\s*#! ?(?P<name>.*)$")


def _rule(path: Path) -> str:
    return path.name.partition(".")[0]


def read(path: Path) -> tuple[str, list[tuple[str, int, str]]]:
    """The source without its marks, and what is expected: rule, line, object."""
    lines: list[str] = []
    expected: list[tuple[str, int, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        mark = _MARK.match(line)
        if mark is None:
            lines.append(line)
        else:
            expected.append((_rule(path), len(lines) + 1, mark["name"]))
    return "\n".join(lines), expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_rule_reports_exactly_what_is_marked(path: Path) -> None:
    source, expected = read(path)
    found = [item for item in findings_of(source, rules={_rule(path): "error"}) if item.rule == _rule(path)]
    assert sorted(places(found)) == sorted(expected)


def test_every_case_is_about_a_rule() -> None:
    assert {_rule(path) for path in CASES} <= set(RULES)
    assert {_rule(path) for path in CASES if read(path)[1]} == {_rule(path) for path in CASES}
