"""The guide to themes names the variables and classes that there are."""

import re
import shutil
from pathlib import Path

from tests.examples.conftest import EXAMPLES
from tests.sites.site import FAULTY, GOOD, Site

PAGE = (EXAMPLES.parent / "howto" / "theme.md").read_text(encoding="utf-8")
THEMING = EXAMPLES / "theming"
STATIC = Path(__file__).parents[2] / "sphinx_contracts" / "ext" / "static"
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.css")))


def first_cells(heading: str) -> set[str]:
    """The literals of the first column of a table."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return {name for cell in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE) for name in re.findall(r"`(.+?)`", cell)}


def test_the_variables_are_those_that_can_be_set() -> None:
    set_by_us = set(re.findall(r"(--contract-[\w-]+):", STYLES))
    used = set(re.findall(r"var\(\s*(--contract-[\w-]+)", STYLES))
    assert first_cells("Variables") == used - set_by_us


def test_the_example_sets_variables_and_classes_of_the_page() -> None:
    example = (THEMING / "contracts.css").read_text(encoding="utf-8")
    assert set(re.findall(r"(--contract-[\w-]+)", example)) <= first_cells("Variables")
    assert {f"contract-{name}" for name in re.findall(r"\.contract-([\w-]+)", example)} <= set(
        re.findall(r"`(contract-[\w-]+)`", PAGE)
    )


def test_the_classes_stand_on_pages_and_the_style_sheet_comes_last(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.write("src/core/good.py", GOOD)
    site.write("src/core/bad.py", FAULTY)
    index = "Site\n====\n\n.. contract:index::\n\n.. contract:checklist::\n\n.. toctree::\n\n   contracts/index\n"
    site.write("docs/index.rst", index)
    shutil.copy(THEMING / "conf.py", site.docs)
    (site.docs / "_static").mkdir()
    shutil.copy(THEMING / "contracts.css", site.docs / "_static")
    built = site.run()
    assert built.code == 0, built.error
    pages = [built.text(name) for name in ("index.html", "contracts/core.good.html", "contracts/core.bad.html")]
    shown = {name for page in pages for group in re.findall(r'class="([^"]+)"', page) for name in group.split()}
    named = set(re.findall(r"`(contract-[\w-]+)`", PAGE))
    assert named <= shown
    sheets = re.findall(r'href="[^"]*?([\w-]+\.css)', pages[1])
    assert sheets.index("contracts.css") > sheets.index("sphinx-contracts.css")
    assert (built.outdir / "_static/contracts.css").read_bytes() == (THEMING / "contracts.css").read_bytes()
