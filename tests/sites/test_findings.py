"""Findings as warnings of every build."""

import pytest

from tests.sites.site import FAULTY, Site

RULE = "docstring-missing"


@pytest.fixture
def faulty(site: Site) -> Site:
    """A site whose code base has one error."""
    site.write("src/core/faulty.py", FAULTY)
    return site


def _errors(warnings: list[str]) -> list[str]:
    return [line for line in warnings if f"[contracts.{RULE}]" in line]


def test_a_good_code_base_is_silent(site: Site) -> None:
    for _ in range(2):
        built = site.build(strict=True, nitpicky=True)
        assert (built.code, built.warnings) == (0, [])


def test_an_error_fails_every_strict_build(faulty: Site) -> None:
    first = faulty.build(strict=True)
    second = faulty.build(strict=True)
    assert (first.code, second.code) == (1, 1)
    assert second.read == []
    assert first.warnings == second.warnings
    assert len(_errors(first.warnings)) == 1
    faulty.write(
        "src/core/faulty.py", FAULTY.replace("return None", '"""Work.\n\n    Example:\n        work()\n    """')
    )
    assert not _errors(faulty.build(strict=True).warnings)


def test_the_form_of_a_warning(faulty: Site) -> None:
    (faulty.root / "pyproject.toml").write_text("")
    line = faulty.root / "src/core/faulty.py"
    number = line.read_text().splitlines().index("def work() -> None:") + 1
    built = faulty.run()
    (warning,) = _errors(built.warnings)
    assert warning.startswith(f"src/core/faulty.py:{number}: WARNING: core.faulty.work: ")
    assert warning.endswith(f" [contracts.{RULE}]")
    (warning,) = _errors(faulty.run(cwd=faulty.docs).warnings)
    assert warning.startswith(f"{line}:{number}: WARNING: core.faulty.work: ")


def test_exit_codes_of_the_command(faulty: Site) -> None:
    assert faulty.run().code == 0
    assert faulty.run("-W").code == 1
    assert faulty.run("-W").code == 1
    assert faulty.run("-W", "--keep-going").code == 1


def test_notes_never_warn(faulty: Site) -> None:
    faulty.configure(contracts_rules={RULE: "note"})
    built = faulty.build(strict=True)
    assert (built.code, _errors(built.warnings)) == (0, [])
    assert "note" in built.text("contracts/core.faulty.html")


def test_suppress_warnings(faulty: Site) -> None:
    faulty.configure(suppress_warnings=[f"contracts.{RULE}"])
    for _ in range(2):
        built = faulty.build(strict=True)
        assert (built.code, _errors(built.warnings)) == (0, [])
    for everything in ("contracts.*", "contracts"):
        faulty.configure(suppress_warnings=[everything])
        assert faulty.build(strict=True).code == 0
    faulty.configure(suppress_warnings=["contracts.param-untyped"])
    assert faulty.build(strict=True).code == 1


def test_the_gate_fails_without_strictness(faulty: Site) -> None:
    faulty.configure(contracts_gate=True)
    for _ in range(2):
        build = faulty.build()
        assert build.code == 1
        assert "contracts: the gate fails the build: 1 error (setting gate)" in build.status
    faulty.configure(suppress_warnings=[f"contracts.{RULE}"])
    build = faulty.build()
    assert build.code == 0
    assert "the gate" not in build.status
    faulty.configure(suppress_warnings=["contracts"])
    assert faulty.build().code == 0
    faulty.configure(suppress_warnings=["contracts.param-untyped"])
    assert faulty.build().code == 1
    faulty.configure(suppress_warnings=[], contracts_gate=False)
    assert faulty.build().code == 0


def test_the_gate_is_open_for_a_good_code_base(site: Site) -> None:
    site.configure(contracts_gate=True)
    assert site.build().code == 0


@pytest.mark.parametrize("builder", ["html", "text", "dirhtml"])
def test_every_builder_warns(faulty: Site, builder: str) -> None:
    assert len(_errors(faulty.build(builder).warnings)) == 1


def test_findings_stand_on_the_page_of_their_module(faulty: Site) -> None:
    page = faulty.build().words("contracts/core.faulty.html")
    assert "contract-findings" in page
    assert 'href="#core.faulty.work"' in page
    assert RULE in page


def test_a_score_that_is_too_low_is_a_warning_of_the_module(faulty: Site) -> None:
    faulty.configure(contracts_fail_under=9.95, contracts_rules={RULE: "note"}, contracts_gate=True)
    for _ in range(2):
        built = faulty.build()
        assert built.code == 1
        (warning,) = built.warnings
        assert "src/core/faulty.py:1: WARNING: core.faulty: scores " in warning
        assert warning.endswith(" below the 9.95 that fail_under asks for [contracts.score-below]")
    faulty.configure(suppress_warnings=["contracts.score-below"])
    assert (faulty.build(strict=True).code, faulty.build().code) == (0, 0)
