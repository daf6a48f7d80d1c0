"""Every output takes any finding: it is well-formed, it says the same twice, and nothing in it steers a terminal."""

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from sphinx_contracts.reports.formats import FORMATS
from sphinx_contracts.reports.report import Report, standing
from tests.reports.reporting import reports

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# JSON is read by programs, and the keys of the exported model hold their texts as they are
_LINES = sorted(set(FORMATS) - {"json"})


@pytest.mark.parametrize("name", sorted(FORMATS))
@given(report=reports())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_finding_can_be_reported_and_always_in_the_same_way(name: str, report: Report) -> None:
    text = FORMATS[name](report)
    assert text == FORMATS[name](report)
    text.encode("utf-8")


@pytest.mark.parametrize("name", _LINES)
@given(report=reports())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_steers_a_terminal(name: str, report: Report) -> None:
    assert _STEERING.search(FORMATS[name](report)) is None


@given(report=reports())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_each_finding_has_its_place_in_documents_for_programs(report: Report) -> None:
    shown = standing(report.findings)
    assert len(json.loads(FORMATS["json"](report))["findings"]) == len(report.findings)
    assert len(json.loads(FORMATS["sarif"](report))["runs"][0]["results"]) == len(report.findings)
    assert len(json.loads(FORMATS["gitlab"](report))) == len(shown)
    commands = FORMATS["github"](report)
    assert len(commands.split("\n") if commands else []) == len(shown)
    assert all(
        re.fullmatch(r"::(error|notice) file=[^,:\n]*,line=\d+,col=\d+,title=[^,:\n]*::[^\r\n]*", line)
        for line in commands.split("\n")
        if line
    )
    errors = [item for item in shown if item.severity == "error"]
    assert _lines_in_failures(FORMATS["junit"](report)) == len(errors)


def _lines_in_failures(text: str) -> int:
    root = ET.fromstring(text.encode())
    failures = [item for kind in ("failure", "error") for item in root.iter(kind)]
    assert int(root.attrib["failures"]) + int(root.attrib["errors"]) == len(failures)
    assert int(root.attrib["tests"]) == len(list(root.iter("testcase")))
    return sum(len(item.text.split("\n")) for item in failures if item.text)


@given(report=reports())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_fingerprints_are_unique(report: Report) -> None:
    issues: list[dict[str, Any]] = json.loads(FORMATS["gitlab"](report))
    assert len({item["fingerprint"] for item in issues}) == len(issues)


@given(report=reports())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_text_from_sources_is_no_markdown(report: Report) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    text = FORMATS["markdown"](report)
    tokens = [token for outer in parser.parse(text) for token in (outer, *(outer.children or ()))]
    titles = [token.content for token in tokens if token.type == "inline" and token.level == 1 and token.map]
    assert titles[0] == "Contract checklist"
    assert {token.type for token in tokens if token.nesting >= 0} <= {
        *("heading_open", "paragraph_open", "bullet_list_open", "list_item_open", "inline", "text", "text_special"),
        *("code_inline", "html_inline", "softbreak"),
    }
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<!-- -->"}
    assert sum(1 for token in tokens if token.type == "heading_open") == 1 + len(re.findall("^## ", text, re.MULTILINE))
