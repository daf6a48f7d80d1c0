"""Findings in SARIF 2.1.0, the format of code scanning services.

Every rule is described with its documentation; suppressed findings are included and say what suppresses them. Paths
are relative to the top of the repository.

Key Components:
    - render_sarif: the document

Usage:
    from sphinx_contracts.reports.report import Report
    from sphinx_contracts.reports.sarif import render_sarif

    text = render_sarif(Report(project, findings))
"""

import re
from typing import Any
from urllib.parse import quote

from sphinx_contracts._version import __version__
from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.reports._identity import fingerprints
from sphinx_contracts.reports.explanation import rule_in_markdown, rule_in_text
from sphinx_contracts.reports.export import exported
from sphinx_contracts.reports.indented import indented
from sphinx_contracts.reports.report import Report
from sphinx_contracts.rules.registry import RULES
from sphinx_contracts.rules.rule import Rule

__all__ = ["render_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_WIDTH = 100  # columns of help in plain text
_SUPPRESSED = {
    "inline": ("inSource", "suppressed by a comment"),
    "baseline": ("external", "suppressed by the baseline"),
    "rollout": ("external", "suppressed by the rollout: its phase is not enforced yet"),
}
# bytes of file names that are not UTF-8 travel as lone surrogates of one range; others stand for nothing
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def render_sarif(report: Report) -> str:
    """Write findings in SARIF 2.1.0.

    Args:
        report: The report

    Returns:
        A JSON document, indented by two spaces, all but ASCII escaped

    Example:
        text = render_sarif(Report(project, findings))
    """
    numbers = {name: number for number, name in enumerate(RULES)}
    driver = {
        "name": "sphinx-contracts",
        "version": __version__,
        "rules": [_descriptor(rule) for rule in RULES.values()],
    }
    results = [
        _result(item, numbers[item.rule], fingerprint, report.place_of(item))
        for item, fingerprint in zip(report.findings, fingerprints(report, report.findings), strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The top of the repository."}}},
        "results": results,
    }
    return indented({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ascii_only=True)


def _descriptor(rule: Rule) -> dict[str, Any]:
    level = Severity.NOTE if rule.severity is Severity.NOTE else Severity.ERROR
    return {
        "id": f"contracts.{rule.name}",
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.why}"},
        "help": {"text": rule_in_text(rule, _WIDTH), "markdown": rule_in_markdown(rule)},
        "defaultConfiguration": {"enabled": rule.severity is not Severity.OFF, "level": level.value},
        "properties": {"tags": [rule.item.value] if rule.item else []},
    }


def _result(item: Finding, number: int, fingerprint: str, path: str) -> dict[str, Any]:
    region = {"startLine": item.line, "startColumn": item.column}
    result: dict[str, Any] = {
        "ruleId": f"contracts.{item.rule}",
        "ruleIndex": number,
        "level": item.severity,
        "message": {"text": exported(f"{item.object}: {item.message}")},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _uri(path), "uriBaseId": _BASE}, "region": region},
                "logicalLocations": [{"fullyQualifiedName": exported(item.object)}],
            }
        ],
        "partialFingerprints": {"contractsFault/v1": fingerprint},
    }
    if item.suppressed is not None:
        kind, reason = _SUPPRESSED[item.suppressed]
        result["suppressions"] = [{"kind": kind, "justification": reason}]
    return result


def _uri(path: str) -> str:
    """A path as a relative reference; a name with a colon in its first part would be read as a scheme."""
    return quote(_NO_BYTE.sub("�", path), safe="/", errors="surrogateescape")
