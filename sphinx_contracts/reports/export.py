"""The contract model as JSON-ready data (``contracts.json``).

The records of ``sphinx_contracts.model`` are the exported model name for name; internal fields are left out.

Key Components:
    - exported: one record as plain data
    - exported_text: the same as JSON
    - export_model: the whole document
    - summary_of: the counts of a run
    - number_of: a number with its noun

Usage:
    from sphinx_contracts.reports.export import export_model

    document = export_model(project, findings)
"""

import dataclasses
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from sphinx_contracts._version import __version__
from sphinx_contracts.model.contract import Project
from sphinx_contracts.model.finding import Finding

__all__ = ["export_model", "exported", "exported_text", "number_of", "summary_of"]

_NAMES: dict[type, tuple[str, ...] | None] = {}
_UNCHANGED = frozenset({int, bool, type(None)})


def _field_names(kind: type) -> tuple[str, ...] | None:
    """The fields of a class of records that are exported, None for any other class."""
    if kind not in _NAMES:
        names = None
        if dataclasses.is_dataclass(kind):
            names = tuple(item.name for item in dataclasses.fields(kind) if not item.metadata.get("internal"))
        _NAMES[kind] = names
    return _NAMES[kind]


def exported(value: Any) -> Any:
    """Turn a record of the model into plain data.

    Args:
        value: A record, a sequence or mapping of records, or a plain value

    Returns:
        Dicts, lists and plain values; strings hold no lone surrogates

    Example:
        data = exported(finding)
    """
    kind = type(value)
    if kind in _UNCHANGED:
        return value
    if isinstance(value, str):
        return str(value) if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
    if kind is tuple:
        return [exported(item) for item in value]
    names = _field_names(kind)
    if names is not None:
        return {name: exported(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {exported(key): exported(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [exported(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return value


def exported_text(value: Any) -> str:
    """Write a record of the model as JSON, as ``json.dumps(exported(value), ensure_ascii=False)`` does.

    Plain values are left to the encoder, which is written in C: that takes a third of the time.

    Args:
        value: A record, a sequence or mapping of records, or a plain value

    Returns:
        One line of JSON without lone surrogates

    Example:
        line = exported_text(finding)
    """
    try:
        text = _ENCODER.encode(value)
        text.encode("utf-8")
    except ValueError:  # a lone surrogate, or a float that JSON does not know
        return json.dumps(exported(value), ensure_ascii=False)
    return text


def _shallow(value: Any) -> dict[str, Any]:
    """What the encoder does not know, its values left as they are."""
    names = _field_names(type(value))
    if names is not None:
        return {name: getattr(value, name) for name in names}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no part of the model")


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, default=_shallow)


def summary_of(project: Project, findings: Sequence[Finding]) -> dict[str, Any]:
    """Count modules and standing findings.

    Args:
        project: The documented modules with their scores
        findings: All findings, suppressed ones included

    Returns:
        Dict with:
            - modules: int (documented modules)
            - score: float (mean score, 0 to 10, 10 without modules)
            - findings: dict[str, int] (standing errors and notes)

    Example:
        counts = summary_of(project, findings)
    """
    scores = [module.score for module in project.modules]
    standing = [finding for finding in findings if finding.suppressed is None]
    return {
        "modules": len(scores),
        "score": round(sum(scores) / len(scores), 2) if scores else 10.0,
        "findings": {
            severity: sum(1 for finding in standing if finding.severity == severity) for severity in ("error", "note")
        },
    }


def number_of(number: int, noun: str) -> str:
    """Write a number of things.

    Args:
        number: How many
        noun: What one of them is called; its plural takes an s

    Returns:
        The number with the noun

    Example:
        assert number_of(2, "note") == "2 notes"
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def export_model(project: Project, findings: Sequence[Finding]) -> dict[str, Any]:
    """Build the document that ``export`` prints and every HTML build writes.

    Args:
        project: The documented modules
        findings: All findings, suppressed ones included

    Returns:
        The document with the keys schema_version, tool, modules, findings and summary

    Example:
        document = export_model(project, findings)
    """
    return {
        "schema_version": 1,
        "tool": {"name": "sphinx-contracts", "version": __version__},
        "modules": exported(project.modules),
        "findings": exported(list(findings)),
        "summary": summary_of(project, findings),
    }
