"""The checklist for pull requests."""

import re
from pathlib import Path

import pytest

from sphinx_contracts.model.contract import Module, Project
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.finding import CHECKLIST, Finding
from sphinx_contracts.reports.markdown import render_markdown
from sphinx_contracts.reports.report import Report
from tests.reports.reporting import report_of

STANDARD = Path(__file__).parents[2] / "docs" / "standard" / "module-contracts-standard.md"


def test_the_lines_are_those_of_the_standard() -> None:
    text = STANDARD.read_text(encoding="utf-8").partition("## Checklist for New/Updated Modules")[2]
    assert list(CHECKLIST.values()) == re.findall(r"^- \[ \] (.+)$", text.partition("\n## ")[0], re.MULTILINE)


def test_lines_are_ticked_where_no_error_stands() -> None:
    text = render_markdown(report_of())
    assert text.startswith("# Contract checklist\n\nScore 9.0 in 1 module: ")
    assert "\n## `pkg.example` (9.0)\n" in text
    assert "\n- [x] Module docstring with purpose and usage\n" in text
    below = text.partition("- [ ] All parameters have type hints\n")[2]
    assert below.startswith(
        "  - `pkg/example.py:22` `pkg.example.save`: the parameter 'number' has no type annotation (`param-untyped`)\n"
    )
    assert "\n- File formats documented (if I/O module): nothing to check\n" in text
    lines = [line for line in text.split("\n") if line.startswith("- ")]
    assert len(lines) == len(CHECKLIST)
    assert all(item in line for item, line in zip(CHECKLIST.values(), lines, strict=True))


BARE = "def f(x):\n    return x\n"
ROLLOUT = [{"name": "Later", "modules": ["pkg.*"]}]


@pytest.mark.parametrize("enforced", [True, False])
def test_what_a_comment_suppresses_takes_the_tick(enforced: bool) -> None:
    report = report_of(f"# contracts: ignore-file[module-docstring]\n{BARE}", rollout=[] if enforced else ROLLOUT)
    text = render_markdown(report)
    assert "\n- [ ] Module docstring with purpose and usage (1 suppressed)\n" in text
    assert "module-docstring" not in text


def test_what_the_rollout_suppresses_takes_the_tick() -> None:
    text = render_markdown(report_of(BARE, rollout=ROLLOUT))
    assert "\n- [ ] Module docstring with purpose and usage (1 suppressed)\n" in text
    assert "[x]" not in text


def test_what_the_baseline_suppresses_takes_the_tick_and_errors_are_listed_beside_it() -> None:
    report = report_of()
    first, *others = [item for item in report.findings if item.item == "callable-docstring"]
    known = replace(first, severity="note", suppressed="baseline")
    text = render_markdown(Report(report.project, [known]))
    assert "\n- [ ] All public methods have docstrings (Args/Returns/Raises) (1 suppressed)\n- [" in text
    text = render_markdown(Report(report.project, [known, *others, replace(first, message="more")]))
    assert "(Args/Returns/Raises) (1 suppressed)\n  - `pkg/example.py:" in text


def test_checks_that_fail_without_a_finding_of_their_own_take_the_tick() -> None:
    text = render_markdown(report_of(BARE))  # a missing docstring stands for all that it would say
    assert re.search(r"^- \[ \] Example usage provided \(0 of \d checks? passed\)$", text, re.MULTILINE)
    # a rule that the settings make a note of, as the pages show it
    text = render_markdown(report_of(rules={"param-untyped": "note"}))
    assert re.search(r"^- \[ \] All parameters have type hints \(1 of 2 checks passed\)$", text, re.MULTILINE)


def test_nothing_is_ticked_in_a_module_that_cannot_be_read() -> None:
    text = render_markdown(report_of("def f(:\n"))
    assert "[x]" not in text
    assert "(`source-unparsable`)" in text
    # also when the finding itself was left out of the report
    report = report_of("def f(:\n")
    assert "[x]" not in render_markdown(Report(report.project, []))


def test_test_modules_have_no_checklist() -> None:
    assert "##" not in render_markdown(report_of("def f(x): pass\n", "tests/test_example.py"))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("*a* _b_ `c` [d](e)", r"\*a\* \_b\_ \`c\` \[d\](e)"),
        ("<script>", r"\<script\>"),
        ("@team is told", "@<!-- -->team is told"),
        ("a\n# b", r"a\\n\# b"),
    ],
)
def test_text_from_sources_is_no_markup(message: str, shown: str) -> None:
    item = Finding("param-untyped", "param-types", "error", message, "example.py", 1, 1, "example", "example.f`")
    text = render_markdown(Report(Project(modules=(Module("example", "example.py"),)), [item]))
    assert f"`` example.f` ``: {shown} (`param-untyped`)\n" in text
