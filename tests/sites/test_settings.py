"""Settings in conf.py, in pyproject.toml and on the command line."""

import dataclasses
import re

import pytest

from sphinx_contracts.config import Settings
from tests.sites.site import FAULTY, INDEX, Site


def test_every_setting_is_a_value_of_conf(site: Site) -> None:
    built = site.run("-D", "html_title=x")
    assert built.code == 0
    defaults = Settings()
    for item in dataclasses.fields(Settings):
        value = getattr(defaults, item.name)
        site.configure(**{f"contracts_{item.name}": value if item.name != "sources" else ["../src"]})
    assert site.build(strict=True).code == 0


def test_pyproject_gives_the_defaults(site: Site) -> None:
    site.configure(contracts_sources=None)
    site.conf.pop("contracts_sources")
    _without_sources(site)
    site.write("pyproject.toml", '[tool.sphinx-contracts]\nsources = ["src"]\npages = "api"\n')
    site.write("docs/index.rst", INDEX.replace("contracts/index", "api/index"))
    built = site.build(strict=True)
    assert (built.error, built.warnings) == ("", [])
    assert (built.outdir / "api/core.good.html").exists()


def test_conf_beats_pyproject(site: Site) -> None:
    site.write("src/core/faulty.py", FAULTY)
    site.write(
        "pyproject.toml", '[tool.sphinx-contracts]\nsources = ["nowhere"]\nrules = {docstring-missing = "off"}\n'
    )
    assert not [line for line in site.build().warnings if "docstring-missing" in line]
    site.configure(contracts_rules={})
    assert [line for line in site.build().warnings if "docstring-missing" in line]


def test_a_change_in_pyproject_rebuilds(site: Site) -> None:
    site.write("pyproject.toml", "[tool.sphinx-contracts]\n")
    site.build()
    site.write("pyproject.toml", '[tool.sphinx-contracts]\nsource-url = "https://example.org/{path}#{line}"\n')
    built = site.build()
    assert "contracts/core.good" in built.read
    assert "https://example.org/src/core/good.py#" in built.text("contracts/core.good.html")


def test_sources_of_pyproject_start_from_its_folder(site: Site) -> None:
    _without_sources(site)
    site.write("pyproject.toml", '[tool.sphinx-contracts]\nsources = ["src/core/good.py"]\n')
    built = site.build()
    assert (built.outdir / "contracts/core.good.html").exists()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"contracts_source": ["x"]}, "conf.py: unknown setting 'contracts_source'; did you mean 'contracts_sources'?"),
        ({"contracts_sources": "x"}, "conf.py: setting 'sources' is str, expected list"),
        ({"contracts_gate": "yes"}, "conf.py: setting 'gate' is str, expected bool"),
        ({"contracts_rules": {"param-untyped": "fatal"}}, "conf.py: 'rules' sets 'param-untyped' to 'fatal'"),
        ({"contracts_sources": ["../nowhere"]}, "source '../nowhere' does not exist"),
    ],
)
def test_a_wrong_setting_is_one_line(site: Site, settings: dict[str, object], message: str) -> None:
    site.configure(**settings)
    built = site.build()
    assert built.code == 2
    assert message in built.error
    assert built.error.startswith("ConfigError: ")
    assert "\n" not in built.error


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[tool.sphinx-contracts]\nsource = ["x"]\n',
            "pyproject.toml: unknown setting 'source'; did you mean 'sources'?",
        ),
        ('[tool.sphinx-contracts]\ngate = "x"\n', "pyproject.toml: setting 'gate' is str, expected bool"),
        ("[tool.sphinx-contracts\n", "pyproject.toml: cannot be read"),
    ],
)
def test_a_wrong_pyproject_is_one_line(site: Site, text: str, message: str) -> None:
    site.write("pyproject.toml", text)
    built = site.build()
    assert built.code == 2
    assert message in built.error
    assert built.error.startswith("ConfigError: ")


def test_a_module_that_conf_imports_is_no_setting(site: Site) -> None:
    site.write("docs/contracts_helper.py", "def contracts_tool(): ...\n")
    site.preamble = (
        "import sys; sys.path.insert(0, '.'); import contracts_helper; contracts_tool = contracts_helper.contracts_tool"
    )
    site.configure()
    built = site.run("-W")
    assert built.code == 0, built.error


def test_the_command_line_overrides(site: Site) -> None:
    site.write("src/core/faulty.py", FAULTY)
    assert site.run("-D", "contracts_gate=1").code == 1
    assert site.run("-D", "contracts_rules.docstring-missing=off", "-W").code == 0
    assert any("[contracts.score-below]" in line for line in site.run("-D", "contracts_fail_under=9.95").warnings)
    built = site.run("-D", "contracts_sources=../src/core/good.py", out="other")
    assert built.code == 0
    assert not (built.outdir / "contracts/core.faulty.html").exists()


def test_no_sources_is_a_warning_that_names_the_setting(site: Site) -> None:
    _without_sources(site)
    site.write("docs/index.rst", "Site\n====\n")
    built = site.build()
    assert len(built.warnings) == 1
    assert "contracts_sources" in built.warnings[0]
    assert not (site.docs / "contracts").exists()


def test_private_objects(site: Site) -> None:
    site.write("src/core/_hidden.py", '"""Hidden."""\n')
    assert not (site.build().outdir / "contracts/core._hidden.html").exists()
    site.configure(contracts_private=True)
    assert (site.build().outdir / "contracts/core._hidden.html").exists()


def _without_sources(site: Site) -> None:
    path = site.docs / "conf.py"
    lines = [line for line in path.read_text().splitlines() if not line.startswith("contracts_sources")]
    path.write_text("\n".join(lines))


NAPOLEON = '''\
"""A module."""


def run() -> None:
    """Run.

    Side Effects:
        - Writes a file
        - Sends a mail

    Guarantees:
        - Nothing is lost

    Promises:
        - To be kept

    Own:
        Stays as it was
    """
'''


def test_napoleon_knows_our_sections(site: Site) -> None:
    site.write("src/core/sections.py", NAPOLEON)
    site.preamble = f"import sys; sys.path.insert(0, {str(site.root / 'src')!r})"
    site.configure(
        extensions=["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_contracts"],
        napoleon_custom_sections=["Own"],
        contracts_sections={"Promises": "guarantees"},
        suppress_warnings=["contracts.*"],
    )
    site.write("docs/auto.rst", ":orphan:\n\nAuto\n====\n\n.. autofunction:: core.sections.run\n")
    built = site.run("-W")
    assert built.code == 0, built.error
    page = built.text("auto.html")
    for name in ("Side Effects", "Guarantees", "Promises"):
        assert '<dt class="field-' in page and name in page
    assert '<p class="rubric">Own</p>' in page
    assert "<li><p>Writes a file</p></li>" in page


ALIASES = '''\
"""A module."""


def run(path: str) -> None:
    """Run.

    Args:
        path: Where to

    Effects:
        - Writes the file at path

    Problems:
        ValueError: If path is empty

    Trouble:
        OSError: If the disk is full

    Remarks:
        Nothing
    """
    if not path:
        raise ValueError(path)
    open(path, "w").close()
'''


def test_what_napoleon_was_told_counts_here_too(site: Site) -> None:
    site.write("src/core/aliases.py", ALIASES)
    rules = {"example-usage": "off", "module-docstring": "off"}
    site.configure(extensions=["sphinx_contracts"], contracts_rules=rules)
    found = {line.rpartition("[")[2] for line in site.build(fresh=True).warnings}
    assert found == {"contracts.side-effect-undocumented]", "contracts.exception-undocumented]"}
    # the order of the extensions makes no difference
    for extensions in (["sphinx.ext.napoleon", "sphinx_contracts"], ["sphinx_contracts", "sphinx.ext.napoleon"]):
        site.configure(
            extensions=extensions,
            napoleon_custom_sections=[
                "Remarks",
                ("Effects", "Side Effects"),
                ("Problems", "Raises"),
                ("Trouble", "Problems"),
                ("Args", "Raises"),
            ],
        )
        built = site.build(fresh=True)
        assert (built.error, built.warnings) == ("", [])
        page = built.text("contracts/core.aliases.html")
        for words in ("Writes the file at path", "If path is empty", "If the disk is full"):
            assert f">{words}<" in page, words
        assert re.findall(r'class="contract-rubric">([^<]*)<', page) == ["Remarks"]


def test_our_setting_wins_over_an_alias_of_napoleon(site: Site) -> None:
    site.write("src/core/aliases.py", ALIASES)
    site.configure(
        extensions=["sphinx.ext.napoleon", "sphinx_contracts"],
        napoleon_custom_sections=[("Remarks", "Raises")],
        contracts_sections={"Remarks": "guarantees"},
        suppress_warnings=["contracts.*"],
    )
    assert "Guarantees" in site.build().text("contracts/core.aliases.html")


def test_napoleon_keeps_what_it_knows_by_itself(site: Site) -> None:
    site.preamble = f"import sys; sys.path.insert(0, {str(site.root / 'src')!r})"
    site.write(
        "src/core/noted.py",
        '"""A module."""\n\n\ndef run() -> None:\n    """Run.\n\n    Todo:\n        Write more\n    """\n',
    )
    site.write("docs/auto.rst", ":orphan:\n\nAuto\n====\n\n.. autofunction:: core.noted.run\n")
    site.configure(
        extensions=["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.todo", "sphinx_contracts"],
        contracts_sections={"Todo": "guarantees"},
        todo_include_todos=True,
        suppress_warnings=["contracts.*"],
    )
    built = site.run("-W")
    assert built.code == 0, built.error
    assert 'class="admonition-todo admonition"' in built.text("auto.html")


@pytest.mark.parametrize("value", ["rest", "markdown", "RST"])
def test_an_unknown_markup_is_one_line(site: Site, value: str) -> None:
    site.configure(contracts_markup=value)
    built = site.build()
    assert built.code == 2
    assert built.error.startswith(f"ConfigError: conf.py: setting 'markup' holds {value!r}; ")
    assert "\n" not in built.error
