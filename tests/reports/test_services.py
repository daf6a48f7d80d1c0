"""The outputs that services read: GitHub, GitLab, code scanning, test reports."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.finding import CHECKLIST, Finding
from sphinx_contracts.reports.formats import FORMATS
from sphinx_contracts.reports.report import Report
from sphinx_contracts.rules.registry import RULES
from tests.reports.reporting import FAULTY, report_of

SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def finding(**parts: Any) -> Finding:
    base: dict[str, Any] = {
        "rule": "param-untyped",
        "item": "param-types",
        "severity": "error",
        "message": "is wrong",
        "path": "example.py",
        "line": 3,
        "column": 7,
        "module": "example",
        "object": "example.f",
    }
    return Finding(**{**base, **parts})


def rendered(name: str, *found: Finding, prefix: str = "") -> str:
    return FORMATS[name](Report(Project(), found, prefix=prefix))


def test_github_escapes_messages_and_properties() -> None:
    text = rendered("github", finding(path="a:b,c.py", message="50%\r\nof: all, ::error::"))
    assert text == (
        "::error file=a%3Ab%2Cc.py,line=3,col=7,title=contracts.param-untyped::"
        "example.f: 50%25\\x0d%0Aof: all, ::error::"
    )


def test_github_shows_notes_as_notices_and_nothing_that_is_suppressed() -> None:
    text = rendered("github", finding(severity="note"), finding(suppressed="inline"))
    assert text.startswith("::notice file=example.py,")
    assert text.count("::notice") == 1
    assert "\n" not in text
    assert rendered("github") == ""


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif"])
def test_paths_begin_at_the_top_of_the_repository(name: str) -> None:
    assert "backend/src/example.py" in rendered(name, finding(path="src/example.py"), prefix="backend")
    assert "shared/example.py" in rendered(name, finding(path="../shared/example.py"), prefix="backend")


def test_gitlab_has_the_keys_that_it_asks_for() -> None:
    issue, note = json.loads(rendered("gitlab", finding(), finding(severity="note", line=9)))
    assert issue == {
        "description": "example.f: is wrong",
        "check_name": "contracts.param-untyped",
        "fingerprint": issue["fingerprint"],
        "severity": "major",
        "location": {"path": "example.py", "lines": {"begin": 3}},
    }
    assert note["severity"] == "info"
    assert json.loads(rendered("gitlab")) == []


def fingerprints(text: str) -> list[str]:
    return [item["fingerprint"] for item in json.loads(FORMATS["gitlab"](report_of(text)))]


def test_fingerprints_survive_moved_lines_and_tell_like_faults_apart() -> None:
    twice = FAULTY + '\n\ndef wipe(path: str) -> None:\n    open(path, "w")\n    open(path, "w")\n'
    assert len(set(fingerprints(twice))) == len(fingerprints(twice))
    moved = twice.replace("from dataclasses", "# one\n# more\nfrom dataclasses").replace(
        "def wipe", "# comment\n\n\ndef wipe"
    )
    assert fingerprints(moved) == fingerprints(twice)
    one, other = json.loads(rendered("gitlab", finding(), finding(line=4)))
    assert one["fingerprint"] != other["fingerprint"]


def test_sarif_follows_its_schema() -> None:
    report = report_of()
    assert report.findings
    odd = [
        finding(path="a b/ä:c.py"),
        finding(item=None, rule="internal-error"),
        *[finding(suppressed=kind) for kind in ("inline", "baseline", "rollout")],
    ]
    for found in (report.findings, odd, []):
        document = json.loads(FORMATS["sarif"](Report(report.project, found)))
        jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)


def test_sarif_describes_every_rule_from_its_own_words() -> None:
    [run] = json.loads(rendered("sarif", finding()))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [item["id"] for item in rules] == [f"contracts.{name}" for name in RULES]
    for item, rule in zip(rules, RULES.values(), strict=True):
        assert item["shortDescription"]["text"] == rule.summary
        assert rule.why.replace("``", "`") in item["help"]["markdown"]
        assert rule.bad.strip("\n") in item["help"]["markdown"]
    by_id = {item["id"]: item["defaultConfiguration"] for item in rules}
    assert by_id["contracts.param-untyped"] == {"enabled": True, "level": "error"}
    assert by_id["contracts.param-order"] == {"enabled": True, "level": "note"}
    assert by_id["contracts.raises-section-missing"] == {"enabled": False, "level": "error"}


def test_sarif_results_name_place_and_rule() -> None:
    [run] = json.loads(rendered("sarif", finding(path="a b/ä:c.py", severity="note")))["runs"]
    [result] = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "contracts.param-untyped"
    assert (result["level"], result["message"]["text"]) == ("note", "example.f: is wrong")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a%20b/%C3%A4%3Ac.py", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert list(result["partialFingerprints"]) == ["contractsFault/v1"]
    assert "suppressions" not in result


def test_sarif_names_bytes_of_file_names_as_they_are() -> None:
    [run] = json.loads(rendered("sarif", finding(path="caf\udce9.py")))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.py"


@pytest.mark.parametrize(("kind", "said"), [("inline", "inSource"), ("baseline", "external"), ("rollout", "external")])
def test_suppressed_findings_are_marked_in_sarif_and_json_and_shown_nowhere_else(kind: str, said: str) -> None:
    hidden = finding(suppressed=kind, message="hush")
    [run] = json.loads(rendered("sarif", hidden))["runs"]
    assert [item["kind"] for item in run["results"][0]["suppressions"]] == [said]
    assert json.loads(rendered("json", hidden))["findings"][0]["suppressed"] == kind
    for name in FORMATS:
        assert ("hush" in rendered(name, hidden)) is (name in ("sarif", "json")), name


def cases(text: str) -> dict[str, ET.Element]:
    return {case.attrib["name"]: case for case in ET.fromstring(text.encode()).iter("testcase")}


def test_junit_has_a_case_for_each_line_of_the_checklist() -> None:
    text = FORMATS["junit"](report_of())
    [suite] = ET.fromstring(text.encode())
    assert (suite.attrib["name"], suite.attrib["tests"]) == ("pkg.example", "10")
    found = cases(text)
    assert list(found) == list(CHECKLIST.values())
    [failure] = found["All parameters have type hints"]
    assert failure.attrib["type"] == "contracts.param-untyped"
    assert failure.text is not None
    assert failure.text.startswith("pkg/example.py:22:10: param-untyped pkg.example.save: ")
    assert list(found["All return values have type hints"]) == []
    [skipped] = found["File formats documented (if I/O module)"]
    assert skipped.attrib["message"] == "the module holds nothing of this kind"
    assert skipped.tag == "skipped"
    found = cases(FORMATS["junit"](report_of("# contracts: ignore-file[param-types]\ndef f(x, y):\n    return x\n")))
    [skipped] = found["All parameters have type hints"]
    assert (skipped.tag, skipped.attrib["message"]) == ("skipped", "2 suppressed")


def test_junit_fails_all_lines_of_a_module_that_cannot_be_read() -> None:
    found = cases(FORMATS["junit"](report_of("def f(:\n")))
    assert list(found) == [*CHECKLIST.values(), "source-unparsable"]
    assert all(case[0].tag == "failure" for case in found.values())


def test_junit_keeps_notes_out_and_shows_a_failed_rule_as_an_error() -> None:
    assert "hush" not in rendered("junit", finding(severity="note", message="hush"))
    [case] = (
        item
        for name, item in cases(rendered("junit", finding(rule="internal-error", item=None))).items()
        if name == "internal-error"
    )
    assert case[0].tag == "error"
