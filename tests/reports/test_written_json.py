"""JSON is written quickly, and as the standard library writes it slowly."""

import json
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_contracts.model.contract import Module
from sphinx_contracts.model.finding import Finding, Severity
from sphinx_contracts.model.formats import Format
from sphinx_contracts.reports.export import exported, exported_text
from sphinx_contracts.reports.indented import indented
from tests.reports.reporting import findings

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
DOCUMENTS = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=30
)


@given(DOCUMENTS, st.booleans())
def test_a_document_is_indented_as_json_does(document: Any, ascii_only: bool) -> None:
    assert indented(document, ascii_only=ascii_only) == json.dumps(document, indent=2, ensure_ascii=ascii_only)


@given(findings())
def test_a_record_is_written_as_what_is_exported_of_it(finding: Finding) -> None:
    assert exported_text(finding) == json.dumps(exported(finding), ensure_ascii=False)


@pytest.mark.parametrize(
    "value",
    [
        {"a lone surrogate": "\udc80"},
        {"\udc80": "as a name"},
        {"no number": float("nan"), "too large": float("inf")},
        MappingProxyType({"read only": (1, "two")}),
        Severity.ERROR,
        Module("core", "core.py", formats=(Format("Status", "core", schema=MappingProxyType({"type": "\udc80"})),)),
    ],
)
def test_what_json_does_not_know_is_written_as_it_is_exported(value: Any) -> None:
    assert exported_text(value) == json.dumps(exported(value), ensure_ascii=False)
