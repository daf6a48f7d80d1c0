"""Reports of source texts, and findings of any kind."""

from hypothesis import strategies as st

from sphinx_contracts.model.contract import Module, Project
from sphinx_contracts.model.finding import CHECKLIST, Finding
from sphinx_contracts.reports.report import Report
from sphinx_contracts.rules.registry import RULES
from tests.rules.checking import checked

FAULTY = '''"""A module.

It saves numbers.

Key Components:
    - save: writes a number

Usage:
    save(1)
"""
from dataclasses import dataclass


@dataclass
class Number:
    """A number."""

    value: int
    other: int  # contracts: ignore[field-undocumented]


def save(number) -> None:
    """Save a number.

    Args:
        number: The number
        nubmer: Twice

    Side Effects:
        - Writes a file

    Example:
        save(1)
    """


def load(data: list) -> None:
    """Load numbers.

    Args:
        data: The numbers

    Example:
        load([])
    """
'''

# what breaks the one or the other format, beside any text
_NASTY = st.sampled_from(
    [
        *(
            "]]>",
            "::",
            "::error::x",
            "%0A",
            "`",
            "```",
            "@someone",
            "<b>",
            "&amp;",
            "[a](javascript:b)",
            "-->",
            "{0}",
            "|",
        ),
        *("\n", "\r\n", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ud800", "\udcff", "\ufffe", "\uffff", "漢字"),
    ]
)
_ANY_TEXT = st.lists(st.one_of(_NASTY, st.text(max_size=8)), min_size=1, max_size=5).map("".join)


def report_of(text: str = FAULTY, path: str = "pkg/example.py", **settings: object) -> Report:
    """Check a source text."""
    result = checked({path: text}, **settings)
    return Report(result.project, result.findings)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Findings with any text in every place that holds text from sources."""
    rule = RULES[draw(st.sampled_from(sorted(RULES)))]
    return Finding(
        rule=rule.name,
        item=rule.item.value if rule.item else None,
        severity=draw(st.sampled_from(["error", "note"])),
        message=draw(_ANY_TEXT),
        path=draw(_ANY_TEXT),
        line=draw(st.integers(1, 10**6)),
        column=draw(st.integers(1, 10**6)),
        module=draw(st.one_of(st.just("example"), _ANY_TEXT)),
        object=draw(_ANY_TEXT),
        suppressed=draw(st.sampled_from([None, None, "inline", "baseline", "rollout"])),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports with any findings, with and without source lines."""
    lines = draw(st.one_of(st.none(), _ANY_TEXT))
    module = Module(
        name="example", path="example.py", checklist={item: {"passed": 1, "applicable": 1} for item in CHECKLIST}
    )
    return Report(
        Project(modules=(module,)),
        draw(st.lists(findings(), max_size=6)),
        prefix=draw(st.sampled_from(["", "sub/folder"])),
        notes=draw(st.booleans()),
        statistics=draw(st.booleans()),
        line_at=None if lines is None else lambda path, number: lines,
    )
