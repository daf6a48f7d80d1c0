"""What a build says on its way and at its end."""

import re

from tests.sites.site import FAULTY, Site


def _ours(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("contracts:")]


def test_the_analysis_is_announced(site: Site) -> None:
    assert "analysing contracts... done" in site.build().status


def test_a_failed_analysis_is_announced(site: Site) -> None:
    site.configure(contracts_sources=["../absent"])
    built = site.build()
    assert "analysing contracts... failed" in built.status
    assert built.code == 2


def test_the_summary_names_modules_score_items_and_places(site: Site) -> None:
    site.write("src/core/faulty.py", FAULTY)
    built = site.build()
    first, *items, last = _ours(built.status)
    assert re.fullmatch(r"contracts: 3 modules, score \d\.\d of 10, 1 error", first)
    assert items == ["contracts:   callable-docstring: 1 error"]
    index, model = re.findall(r"[\w./-]*(?:index\.html|contracts\.json)", last)
    assert index.endswith("contracts/index.html") and model.endswith("out/html/contracts.json")
    # nothing changed: the same words again
    assert _ours(site.build().status) == _ours(built.status)


def test_a_clean_code_base_has_no_findings(site: Site) -> None:
    first, *rest = _ours(site.build().status)
    assert first == "contracts: 2 modules, score 10.0 of 10, no findings"
    assert len(rest) == 1


def test_other_builders_have_no_report_to_name(site: Site) -> None:
    assert not [line for line in _ours(site.build("text").status) if "the report is in" in line]


def test_quiet_means_quiet(site: Site) -> None:
    site.configure(suppress_warnings=["contracts.*"])
    built = site.run()
    assert (built.warnings, built.status) == ([], [])
