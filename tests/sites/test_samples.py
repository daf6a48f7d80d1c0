"""Real data files that the settings name: warnings at their lines, on every build."""

import pytest

from tests.sites.site import Site

STATUS = '''\
"""Status.

It says how far a job is.

Key Components:
    - NAME: name of the file

Usage:
    import core.status

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

NAME = "status.json"
'''
RULE = "[contracts.format-sample-mismatch]"


@pytest.fixture
def sampled(site: Site) -> Site:
    """A site with a format and a file that does not match it."""
    site.write("src/core/status.py", STATUS)
    site.write("data/status.json", '{\n  "step": "one",\n  "loss": 1\n}\n')
    site.configure(contracts_formats={"status.json": ["../data/*.json"]})
    return site


def _found(warnings: list[str]) -> list[str]:
    return [line for line in warnings if RULE in line]


def test_the_warning_stands_in_the_data_file_on_every_build(sampled: Site) -> None:
    (sampled.root / "pyproject.toml").write_text("")
    for _ in range(2):
        built = sampled.run("-W")
        assert built.code == 1
        assert _found(built.warnings) == [
            "data/status.json:2: WARNING: core.status: does not match the format status.json: "
            f'expected integer, found string "one" ($.step) {RULE}'
        ]


def test_a_changed_file_is_checked_again(sampled: Site) -> None:
    assert len(_found(sampled.build().warnings)) == 1
    sampled.write("data/status.json", '{"step": 1, "loss": 1}')
    built = sampled.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert "does not match" not in built.text("contracts/core.status.html")
    sampled.write("data/status.json", '{"step": 1}')
    assert len(_found(sampled.build().warnings)) == 1


def test_the_page_shows_the_place_in_the_file(sampled: Site) -> None:
    (sampled.root / "pyproject.toml").write_text("")
    page = sampled.build().text("contracts/core.status.html")
    assert "data/status.json:2" in page
    assert "source/core.status.html#L2" not in page


def test_the_setting_of_pyproject_is_relative_to_it(sampled: Site) -> None:
    sampled.configure(contracts_formats=None)
    sampled.write("pyproject.toml", '[tool.sphinx-contracts]\nformats = {"status.json" = ["data/status.json"]}\n')
    (warning,) = _found(sampled.run().warnings)
    assert warning.startswith("data/status.json:2: WARNING: ")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            {"statu.json": ["../data/*.json"]},
            "setting 'formats': there is no documented format 'statu.json'; did you mean",
        ),
        (
            {"status.json": ["../nothing/*"]},
            "setting 'formats': '../nothing/*' of the format 'status.json' matches no file",
        ),
        ({"status.json": "../data/*.json"}, "setting 'formats' maps names to lists of globs"),
    ],
)
def test_mistakes_are_configuration_errors(sampled: Site, value: object, said: str) -> None:
    sampled.configure(contracts_formats=value)
    built = sampled.build()
    assert built.error.startswith("ConfigError: ")
    assert said in built.error
