"""The guide to other tools: each configuration that it shows builds without a warning and shows the tables."""

import re
from pathlib import Path

import pytest

from sphinx_contracts.config import ATTACHABLE, Settings
from tests.examples.conftest import EXAMPLES
from tests.sites.site import Site

PAGE = EXAMPLES.parent / "howto" / "beside-autodoc.md"
MODULE = '''\
"""The till."""

from pathlib import Path


def close(path: Path) -> None:
    """Close the till.

    Args:
        path: Where the sum is written
    """
    path.write_text("0")
'''
WAYS = {
    "autodoc, napoleon and sphinx-autodoc-typehints": "api",
    "sphinx-autoapi": "autoapi/shop/till/index",
    "sphinx-autodoc2": "apidocs/shop/shop.till",
}


def blocks(heading: str, language: str = "python") -> list[str]:
    """The blocks of code below a heading of the page."""
    part = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)


@pytest.fixture
def shop(tmp_path: Path) -> Site:
    """A package and an index, without a configuration."""
    site = Site(tmp_path / "site")
    (site.root / "src/core/__init__.py").unlink()
    site.write("src/shop/__init__.py", '"""The shop."""\n')
    site.write("src/shop/till.py", MODULE)
    return site


def configure(site: Site, *parts: str, pages: str = "contracts/index") -> None:
    site.write("docs/index.rst", f"Site\n====\n\n.. toctree::\n\n   {pages}\n")
    text = "\n".join(["import os; os.chdir(os.path.dirname(os.path.abspath(__file__)))", *parts])
    # the shop is not documented in full
    text = text.replace('"../src")', 'os.path.abspath("../src"))')
    site.write("docs/conf.py", f'{text}\nsuppress_warnings = ["contracts.*"]\n')


@pytest.mark.parametrize(("heading", "page"), WAYS.items())
def test_each_tool(shop: Site, heading: str, page: str) -> None:
    if page == "api":
        shop.write("docs/api.rst", "Api\n===\n\n.. automodule:: shop.till\n   :members:\n")
    (conf,) = blocks(heading)
    # autoapi adds its own index
    top = {"api": "contracts/index\n   api", "apidocs/shop/shop.till": "contracts/index\n   apidocs/index"}
    pages = top.get(page, "contracts/index")
    configure(shop, conf, pages=pages)
    built = shop.run("-W")
    assert built.code == 0, built.error
    text = built.text(f"{page}.html")
    assert text.count('class="contract-table contract-side-effects"') == 1
    configure(shop, conf, *blocks("Switch it off, or keep only the tables")[:1], pages=pages)
    assert "contract-table" not in shop.run("-W").text(f"{page}.html")


def test_only_the_tables(shop: Site) -> None:
    shop.write("docs/api.rst", "Api\n===\n\n.. automodule:: shop.till\n   :members:\n")
    (conf,) = blocks(next(iter(WAYS)))
    configure(shop, conf, blocks("Switch it off, or keep only the tables")[1], pages="api")
    built = shop.run("-W")
    assert built.code == 0, built.error
    assert not (built.outdir / "contracts/shop.till.html").exists()
    assert "contract-side-effects" in built.text("api.html")


def test_prose_in_rest(shop: Site) -> None:
    shop.write("src/shop/till.py", MODULE.replace("The till.", "The till.\n\n.. note:: Closed\n   on Sundays.\n"))
    configure(
        shop,
        'extensions = ["sphinx_contracts"]\ncontracts_sources = ["../src/shop"]',
        *blocks("Prose in reST or Markdown"),
    )
    built = shop.run("-W")
    assert built.code == 0, built.error
    assert 'class="admonition note"' in built.text("contracts/shop.till.html")


def test_the_parts_are_those_of_the_setting() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)
    assert table == Settings().attach
    assert all(f"`{part}`" in text for part in ATTACHABLE)
