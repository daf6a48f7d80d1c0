"""What is found in the labelled corpus is what its marks say, no more and no less."""

import pytest

from sphinx_contracts.config import settings_from
from sphinx_contracts.project import run
from tests.inference.comparison import difference, found_in, wrong_paths
from tests.inference.corpus import SEVERITIES, Case, cases

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_found_is_what_is_marked(case: Case) -> None:
    result = run(settings_from(case.settings(), case.name), case.base, case.base)
    files = {file.path: file for file in case.files()}
    marks = [mark for file in files.values() for mark in file.marks()]
    report = difference(marks, found_in(result, files), files) + wrong_paths(marks, result.project)
    severities = SEVERITIES | case.settings().get("rules", {})
    report += [
        f"{item.path}:{item.line}: {item.rule} is {item.severity}, not {severities[item.rule]}"
        for item in result.findings
        if item.rule in SEVERITIES and item.severity != severities[item.rule]
    ]
    assert not report, "\n" + "\n".join(report)
