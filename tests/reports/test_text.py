"""The text report: lines for editors, excerpts for people."""

import re

import pytest

from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.fast_init import replace
from sphinx_contracts.model.finding import Finding
from sphinx_contracts.reports._excerpt import excerpt
from sphinx_contracts.reports.report import Report
from sphinx_contracts.reports.text import render_text
from tests.reports.reporting import FAULTY, report_of


def finding(message: str = "is wrong", line: int = 1, column: int = 1, severity: str = "error") -> Finding:
    return Finding(
        "param-untyped", "param-types", severity, message, "example.py", line, column, "example", "example.f"
    )


def with_lines(report: Report, text: str, **options: bool) -> Report:
    lines = text.split("\n")
    return Report(
        report.project,
        report.findings,
        line_at=lambda path, number: lines[number - 1],
        **options,  # type: ignore[arg-type]
    )


def test_each_line_has_place_rule_object_and_message() -> None:
    *lines, summary, _ = render_text(report_of()).split("\n")
    assert lines
    assert all(re.fullmatch(r"pkg/example\.py:\d+:\d+: [a-z-]+ pkg\.example\S*: \S.*", line) for line in lines)
    assert any(line.startswith("pkg/example.py:22:10: param-untyped pkg.example.save: ") for line in lines)
    assert summary == f"{len(lines)} errors, 1 note in 1 module, score 9.0"


def test_notes_are_counted_and_printed_when_asked_for() -> None:
    report = report_of()
    notes = Report(report.project, report.findings, notes=True)
    [added, _] = [line for line in render_text(notes).split("\n") if line not in render_text(report).split("\n")]
    assert added.startswith("pkg/example.py:37:10: type-vague [note] pkg.example.load: ")


def test_what_is_suppressed_is_not_printed() -> None:
    report = report_of()
    assert any(item.suppressed for item in report.findings)
    assert "Number.other" not in render_text(Report(report.project, report.findings, notes=True))


def test_statistics_begin_with_the_most_frequent() -> None:
    report = Report(Project(), [finding("a"), finding("b"), finding("c", severity="note")], statistics=True)
    assert render_text(report).split("\n")[2:4] == ["2  param-untyped (error)", "1  param-untyped (note)"]


def test_an_excerpt_has_a_caret_below_the_column() -> None:
    text = render_text(with_lines(report_of(), FAULTY))
    block = next(item for item in text.split("\n\n") if " param-untyped " in item)
    _, blank, source, caret = block.split("\n")
    assert (blank, source) == ("   |", "22 | def save(number) -> None:")
    assert caret == "   |          ^"
    assert source[caret.index("^") :].startswith("number")


def test_a_report_on_a_terminal_ends_with_how_to_go_on() -> None:
    text = render_text(with_lines(report_of(), FAULTY))
    assert "'sphinx-contracts explain field-undocumented'" in text
    assert "'--notes' shows the 1 note too." in text
    assert "explain" not in render_text(with_lines(report_of('"""Nothing."""\n', "__init__.py"), ""))


def test_elsewhere_it_ends_with_the_same_in_one_line() -> None:
    report = report_of()
    said = "'sphinx-contracts explain field-undocumented' says what the rule asks for and why."
    assert render_text(report).split("\n")[-1] == f"{said} '--notes' shows the 1 note too."
    assert render_text(Report(report.project, report.findings, notes=True)).split("\n")[-1] == said
    only = Report(report.project, [item for item in report.findings if item.severity == "note"])
    assert render_text(only).split("\n")[-1] == "'--notes' shows the 1 note too."
    assert "explain" not in render_text(report_of('"""Nothing."""\n', "__init__.py"))


def test_the_rule_to_explain_is_that_of_what_fails() -> None:
    def last(*items: Finding, notes: bool = True) -> str:
        return render_text(Report(Project(), items, notes=notes)).split("\n")[-1]

    held = replace(finding(severity="note"), rule="docstring-missing", suppressed="rollout")
    note = replace(finding(severity="note"), rule="type-vague")
    assert "explain param-untyped'" in last(held, note, finding())
    assert "explain type-vague'" in last(held, note)
    assert "explain" not in last(held)
    assert last(held, note, notes=False) == "'--notes' shows the 1 note too."


def test_colours_only_when_asked_for() -> None:
    report = report_of()
    assert "\x1b" not in render_text(with_lines(report, FAULTY))
    assert "\x1b[" in render_text(Report(report.project, report.findings, colours=True))


@pytest.mark.parametrize(
    ("line", "column", "shown", "place"),
    [
        ("def f(x):", 7, "def f(x):", 6),
        ("\tdef f(x):", 8, "    def f(x):", 10),
        ("", 1, "", 0),
        ("x", 9, "x", 1),  # beyond the line
        ("漢字 = x", 6, "漢字 = x", 7),  # characters that take two cells
        ("e\u0301 = x", 6, "e\u0301 = x", 4),  # and none
        ("\x1b[31mx", 6, "\\x1b[31mx", 8),
        ("\u202ex", 2, "U+202Ex", 6),
    ],
)
def test_the_caret_stands_below_its_character(line: str, column: int, shown: str, place: int) -> None:
    assert excerpt(line, column) == (shown, " " * place + "^")


def test_long_lines_are_cut_around_the_column() -> None:
    line = "x" * 5_000_000
    shown, caret = excerpt(line, 4_000_000)
    assert len(shown) < 200
    assert shown[0] == shown[-1] == "…"
    assert shown[len(caret) - 1] == "x"
    assert excerpt("y" * 200, 1)[0] == "y" * 120 + "…"
