"""The directive ``contract:rollout``, the phase on a module's page, and the generated index."""

import re
import subprocess
import sys

import pytest

from tests.sites.site import FAULTY, Site

PHASES = [
    {"name": "Phase 1: Critical Modules", "modules": ["core.good"], "enforce": True},
    {"name": "Phase 2: The <rest>", "modules": ["core", "core.*"]},
]
IN_REST = "Title\n=====\n\n.. contract:rollout::\n   :modules: core*\n"
IN_MYST = "# Title\n\n```{contract:rollout}\n:modules: core*\n```\n"


@pytest.fixture
def phased(site: Site) -> Site:
    site.write("src/core/faulty.py", FAULTY)
    site.configure(contracts_rollout=PHASES, extensions=["myst_parser", "sphinx_contracts"])
    return site


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize(("name", "text"), [("plan.rst", IN_REST), ("plan.md", IN_MYST)])
def test_it_shows_phases_and_links_modules(phased: Site, name: str, text: str) -> None:
    phased.write(f"docs/{name}", f":orphan:\n\n{text}" if name.endswith(".rst") else f"---\norphan: true\n---\n{text}")
    built = phased.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    page = built.text("plan.html")
    assert "Phase 1: Critical Modules enforced 1 of 1 0 10.0" in plain(page), plain(page)
    assert "Phase 2: The &lt;rest&gt; not yet 1 of 2 1 " in plain(page)
    assert 'href="contracts/core.faulty.html#core.faulty"' in page


def test_a_build_says_what_waits(phased: Site) -> None:
    command = [sys.executable, "-m", "sphinx", "-W", "-b", "html", str(phased.docs), str(phased.root / "out/html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "contracts: 1 finding waits for its phase of the rollout\n" in done.stdout


@pytest.mark.parametrize("builder", ["text", "latex", "xml", "singlehtml"])
def test_every_builder_shows_it(phased: Site, builder: str) -> None:
    phased.write("docs/index.rst", f"{IN_REST}\n.. toctree::\n\n   contracts/index\n")
    built = phased.build(builder, strict=True)
    assert (built.code, built.warnings) == (0, [])
    texts = [path.read_text(encoding="utf-8") for path in built.outdir.rglob("*") if path.suffix in _SUFFIXES]
    assert any("Phase 1: Critical Modules" in text and "not yet" in text and "core.faulty" in text for text in texts)


_SUFFIXES = (".txt", ".tex", ".xml", ".html")


def test_without_phases_it_says_so(site: Site) -> None:
    site.write("docs/index.rst", f"{IN_REST}\n.. toctree::\n\n   contracts/index\n")
    built = site.build(strict=True)
    assert built.warnings == []
    assert "No rollout phases are set: every module is held to the whole standard." in built.text("index.html")
    assert "Rollout" not in built.text("contracts/index.html")


def test_pages_of_modules_show_their_phase(phased: Site) -> None:
    built = phased.build(strict=True)
    assert "Phase 1: Critical Modules" in built.text("contracts/core.good.html")
    assert "Phase 2: The &lt;rest&gt;" in built.text("contracts/core.faulty.html")


@pytest.mark.parametrize("suffix", [".rst", ".md"])
def test_the_generated_index_has_it_where_phases_are_set(phased: Site, suffix: str) -> None:
    if suffix == ".md":
        phased.configure(source_suffix={".md": "markdown"})
        (phased.docs / "index.rst").unlink()
        phased.write("docs/index.md", "# Site\n\n```{toctree}\ncontracts/index\n```\n")
    built = phased.build(strict=True)
    assert built.warnings == []
    assert "Phase 1: Critical Modules enforced" in plain(built.text("contracts/index.html"))


def test_enforcing_a_phase_is_picked_up(phased: Site) -> None:
    before = phased.build()
    assert "not yet" in before.text("contracts/index.html")
    phased.configure(contracts_rollout=[{**item, "enforce": True} for item in PHASES])
    after = phased.build(strict=True)
    assert after.code == 1
    assert "not yet" not in after.text("contracts/index.html")


def test_a_mended_module_is_picked_up(phased: Site) -> None:
    phased.build()
    fixed = FAULTY.replace("-> None:\n", '-> None:\n    """Work.\n\n    Example:\n        work()\n    """\n')
    phased.write("src/core/faulty.py", fixed)
    built = phased.build(strict=True)
    assert "Phase 2: The &lt;rest&gt; not yet 2 of 2 0 " in plain(built.text("contracts/index.html"))


@pytest.mark.parametrize("option", [":min-score: 11", ":columns: module"])
def test_a_wrong_option_is_one_warning(phased: Site, option: str) -> None:
    phased.write("docs/plan.rst", f":orphan:\n\nTitle\n=====\n\n.. contract:rollout::\n   {option}\n")
    built = phased.build()
    assert len(built.warnings) >= 1
    assert "contract:rollout" in built.warnings[0]
