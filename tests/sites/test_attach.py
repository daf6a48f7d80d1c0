"""Contract tables in the descriptions that others make: autodoc, autoapi, autodoc2, or by hand."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sphinx.util.inventory import InventoryFile

from tests.sites.site import INDEX, Build, Site

STORE = '''\
"""A store.

It keeps things.
"""

from pathlib import Path

from shop import cash


class Refused(Exception):
    """It is refused."""


class Store:
    """A store of things."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Args:
            path: Where it is
        """
        path.mkdir()

    def save(self, path: Path) -> None:
        """Save everything.

        Args:
            path: Where to save

        Raises:
            ValueError: If the path is empty

        Side Effects:
            - Writes the file at path
        """
        if not path:
            raise ValueError("no path")
        if path == Path("x"):
            raise Refused(path)
        path.write_text("x")


def pay(price: int) -> None:
    """Pay a price.

    Args:
        price: How much

    Raises:
        cash.Empty: If there is no money
    """
    cash.take(price)
'''

CASH = '''\
"""Cash."""

import subprocess
from pathlib import Path


class Empty(Exception):
    """There is none."""


def take(price: int) -> None:
    """Take some.

    Args:
        price: How much
    """
    Path("till").unlink()
'''

WAYS = ("autodoc", "autoapi", "autodoc2")


@pytest.fixture(autouse=True)
def _importable() -> Iterator[None]:
    """Autodoc imports in this process: leave nothing of it behind."""
    known, path = set(sys.modules), list(sys.path)
    yield
    sys.path[:] = path
    for name in set(sys.modules) - known:
        if name.partition(".")[0] == "shop":
            del sys.modules[name]


@pytest.fixture
def shop(tmp_path: Path) -> Site:
    """A site with a package whose modules call each other."""
    site = Site(tmp_path / "site")
    (site.root / "src/core/__init__.py").unlink()
    (site.root / "src/core").rmdir()
    site.write("src/shop/__init__.py", '"""The shop."""\n\nfrom shop._till import Till as Till\n')
    site.write(
        "src/shop/_till.py",
        '"""Till."""\n\n\nclass Till:\n    """A till."""\n\n    def ring(self) -> None:\n        """Ring."""\n        print("!")\n',
    )
    site.write("src/shop/store.py", STORE)
    site.write("src/shop/cash.py", CASH)
    return site


def _beside(site: Site, way: str, **settings: Any) -> str:
    """Configure one of the other tools; the page on which it describes the store."""
    source = str(site.root / "src")
    site.preamble = f"import sys; sys.path.insert(0, {source!r})"
    common: dict[str, Any] = {"suppress_warnings": ["contracts.*"], "contracts_sources": ["../src"]}
    if way == "autodoc":
        extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_autodoc_typehints"]
        site.write("docs/api.rst", "Api\n===\n\n.. automodule:: shop.store\n   :members:\n")
        site.write("docs/index.rst", f"{INDEX}   api\n")
        page = "api"
    elif way == "autoapi":
        extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon", "autoapi.extension"]
        common |= {"autoapi_dirs": [source], "autoapi_keep_files": True}
        page = "autoapi/shop/store/index"
    else:
        extensions = ["sphinx.ext.napoleon", "autodoc2"]
        common |= {"autodoc2_packages": ["../src/shop"], "autodoc2_render_plugin": "rst"}
        site.write("docs/index.rst", f"{INDEX}   apidocs/index\n")
        page = "apidocs/shop/shop.store"
    site.configure(extensions=[*extensions, "sphinx_contracts"], **(common | settings))
    return page


def _strict(site: Site) -> Build:
    """Build with -W; what sphinx-autodoc-typehints does to Sphinx's own interface is not the matter here."""
    built = site.run("-W")
    assert built.code == 0, built.error
    assert [line for line in built.warnings if "RemovedIn" not in line and "set_application" not in line] == []
    return built


def _inventory(built: Build) -> dict[str, dict[str, str]]:
    data = InventoryFile.loads((built.outdir / "objects.inv").read_bytes(), uri="").data
    return {kind: {name: item.uri for name, item in items.items()} for kind, items in data.items()}


def _part(page: str, name: str) -> str:
    """The description of an object, without what follows it."""
    start = page.index(f'id="{name}"')
    return page[start : page.find('<dt class="sig', start) if page.find('<dt class="sig', start) > 0 else len(page)]


@pytest.mark.parametrize("way", WAYS)
def test_tables_join_each_description(shop: Site, way: str) -> None:
    page = _beside(shop, way)
    for _ in range(2):
        built = _strict(shop)
    text = built.text(f"{page}.html")
    save = _part(text, "shop.store.Store.save")
    assert save.count("<table") == 2
    assert "contract-effect-file-write" in save or "effect-file-write" in save
    assert "write_text" in save
    assert re.search(r'<a [^>]*href="[^"]*source/shop\.store\.html#L\d+"', save)
    assert "Refused" in save
    # parameters, and what the docstring says, stand there once
    assert save.count("Where to save") == 1
    assert save.count("If the path is empty") == 1
    assert save.count("Writes the file at path") == 1
    pay = _part(text, "shop.store.pay")
    assert "effect-file-write" in pay
    assert re.search(r'via <code[^>]*><a [^>]*href="[^"]*shop\.cash\.take"[^>]*>take\(\)</a>', pay)


@pytest.mark.parametrize("way", WAYS)
def test_each_object_is_described_once(shop: Site, way: str) -> None:
    page = _beside(shop, way)
    for _ in range(2):
        built = _strict(shop)
        inventory = _inventory(built)
        objects = {
            name: uri for kind, items in inventory.items() if kind.startswith("py:") for name, uri in items.items()
        }
        assert objects["shop.store.Store.save"].startswith(f"{page}.html")
        assert objects["shop.store.pay"].startswith(f"{page}.html")
        assert inventory["contract:function"]["shop.store.pay"] == "contracts/shop.store.html#shop.store.pay"
        kinds = [name for kind, items in inventory.items() if kind.startswith("py:") for name in items]
        assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("way", WAYS)
def test_an_empty_list_attaches_nothing(shop: Site, way: str) -> None:
    page = _beside(shop, way, contracts_attach=[])
    built = _strict(shop)
    assert "contract-table" not in built.text(f"{page}.html")


@pytest.mark.parametrize("way", WAYS)
def test_a_change_elsewhere_is_picked_up(shop: Site, way: str) -> None:
    page = _beside(shop, way)
    assert shop.run().code == 0
    # the file of the description is the same: only what it calls has changed
    shop.write("src/shop/cash.py", CASH.replace('Path("till").unlink()', 'subprocess.run(["till"])'))
    pay = _part(shop.run().text(f"{page}.html"), "shop.store.pay")
    assert "effect-process" in pay
    assert "effect-file-write" not in pay


def test_nothing_is_written_again_without_a_change(shop: Site) -> None:
    _beside(shop, "autodoc")
    _strict(shop)
    before = shop.tree("out/html")["api.html"]
    _strict(shop)
    assert shop.tree("out/html")["api.html"] == before


BY_HAND = """\
By hand
=======

.. py:module:: shop.store

   Says little.

.. py:class:: Store

   .. py:method:: save(path)

      Save everything to a path.

      :raises ValueError: If the path is empty

.. py:currentmodule:: None

.. py:function:: shop.cash.take(price)
                 shop.store.pay(price)

.. py:function:: take(price)
   :no-index:

.. py:function:: os.remove(path)

.. py:class:: shop.Till

   .. py:method:: ring

.. py:class:: shop._till.Till

   .. py:method:: ring

.. js:function:: shop.cash.take(price)
"""


@pytest.fixture
def by_hand(shop: Site) -> Site:
    """A site that describes objects by hand, in a document beside the pages."""
    shop.configure(suppress_warnings=["contracts.*"])
    shop.write("docs/hand.rst", BY_HAND)
    shop.write("docs/index.rst", f"{INDEX}   hand\n")
    return shop


def test_descriptions_by_hand(by_hand: Site) -> None:
    page = by_hand.build(strict=True).text("hand.html")
    save = _part(page, "shop.store.Store.save")
    # documented, and shown by the page or not
    assert save.count("If the path is empty") == 1
    assert save.count("Writes the file at path") == 1
    store = page[page.index('id="shop.store.Store"') : page.index('id="shop.store.Store.save"')]
    assert "path.mkdir()" in store
    assert page.count("path.mkdir()") == 1


def test_two_objects_in_one_description(by_hand: Site) -> None:
    both = _part(by_hand.build().text("hand.html"), "shop.store.pay")
    for name in ("shop.cash.take", "shop.store.pay"):
        assert re.search(rf'<p class="contract-rubric"><code[^>]*>{re.escape(name)}</code></p>', both), name


def test_a_public_name_and_the_name_where_it_is_defined(by_hand: Site) -> None:
    page = by_hand.build().text("hand.html")
    for name in ("shop.Till.ring", "shop._till.Till.ring"):
        assert "effect-stdout" in _part(page, name)


def test_what_is_not_ours_stays_as_it_is(by_hand: Site) -> None:
    page = by_hand.build().text("hand.html")
    assert "contract-table" not in _part(page, "os.remove")
    # a name without its module may mean anything; another language is not ours
    assert page.count("unlink") == 1


def test_constructors_described_by_themselves(by_hand: Site) -> None:
    text = BY_HAND.replace(
        "   .. py:method:: save(path)", "   .. py:method:: __init__(path)\n\n   .. py:method:: save(path)"
    )
    by_hand.write("docs/hand.rst", text)
    page = by_hand.build(strict=True).text("hand.html")
    assert page.count("path.mkdir()") == 1
    assert "path.mkdir()" in _part(page, "shop.store.Store.__init__")


STATUS = '''\
"""Status.

Status JSON Format
------------------

The file ``status.json``:

{
    "step": 1   // int: the step reached
}
"""

import os

os.environ["SHOP"] = "1"
'''


def test_modules(by_hand: Site) -> None:
    by_hand.write("src/shop/status.py", STATUS)
    by_hand.write("docs/status.rst", "Status\n======\n\n.. py:module:: shop.status\n\nProse.\n\n.. py:function:: f\n")
    by_hand.write("docs/index.rst", f"{INDEX}   hand\n   status\n")
    page = by_hand.build(strict=True).text("status.html")
    start, end = page.index("Prose."), page.index('id="shop.status.f"')
    assert "the step reached" in page[start:end]
    assert "Side effects at import" in page[start:end]
    assert 'href="contracts/shop.status.html#shop.status:status.json"' in page[start:end]
    built = by_hand.build(strict=True)
    assert built.read == []
    by_hand.write("src/shop/status.py", STATUS.replace("the step reached", "how far it is"))
    built = by_hand.build(strict=True)
    assert "status" in built.read and "hand" not in built.read
    assert "how far it is" in built.text("status.html")


def test_parts_in_their_order(by_hand: Site) -> None:
    by_hand.configure(contracts_attach=["raises", "inputs", "raises"])
    save = _part(by_hand.build(strict=True).text("hand.html"), "shop.store.Store.save")
    kinds = re.findall(r'<table class="contract-table contract-([\w-]+)"', save)
    assert kinds == ["raises", "inputs"]


@pytest.mark.parametrize(
    ("parts", "more", "is_loaded"),
    [
        (["examples"], [], True),
        (["raises"], [], False),
        (["examples"], ["sphinx_copybutton"], False),
    ],
)
def test_attached_examples_are_copied_as_others(
    by_hand: Site, parts: list[str], more: list[str], is_loaded: bool
) -> None:
    if more:
        pytest.importorskip(more[0])
    example = "    Raises:\n        cash.Empty: If there is no money\n"
    by_hand.write("src/shop/store.py", STORE.replace(example, f"{example}\n    Example:\n        pay(3)\n"))
    by_hand.configure(contracts_attach=parts, extensions=["sphinx_contracts", *more])
    page = by_hand.build(strict=True).text("hand.html")
    assert ("pay" in page and "highlight-python" in page) is ("examples" in parts)
    assert ("sphinx-contracts-copy.js" in page) is is_loaded


@pytest.mark.parametrize("value", ["raise", "checklist", 1])
def test_an_unknown_part_is_one_line(by_hand: Site, value: object) -> None:
    by_hand.configure(contracts_attach=[value])
    built = by_hand.build()
    assert built.code == 2
    assert built.error.startswith(f"ConfigError: conf.py: setting 'attach' holds {value!r}; ")
    assert "\n" not in built.error


def test_from_the_command_line(by_hand: Site) -> None:
    built = by_hand.run("-W", "-D", "contracts_attach=")
    assert built.code == 0, built.error
    assert "contract-table" not in built.text("hand.html")


@pytest.mark.parametrize("builder", ["text", "man", "latex", "xml", "gettext", "singlehtml", "dirhtml"])
def test_other_builders(by_hand: Site, builder: str) -> None:
    by_hand.configure(man_pages=[("index", "site", "Site", ["x"], 1)])
    built = by_hand.build(builder, strict=True)
    assert (built.error, built.warnings) == ("", [])
    if builder == "text":
        assert "path.mkdir()" in built.text("hand.txt")


def test_search_finds_what_was_attached(by_hand: Site) -> None:
    by_hand.configure(contracts_pages=None)
    by_hand.write("docs/index.rst", "Site\n====\n\n.. toctree::\n\n   hand\n")
    assert "mkdir" in by_hand.build(strict=True).text("searchindex.js")


def test_several_workers_give_the_same(by_hand: Site) -> None:
    names = [f"hand{number}" for number in range(12)]
    for name in names:
        by_hand.write(f"docs/{name}.rst", BY_HAND.replace(")\n\n", ")\n   :no-index:\n\n"))
    by_hand.write("docs/index.rst", f"{INDEX}   hand\n   " + "\n   ".join(names) + "\n")
    one = by_hand.run("-j1", out="one")
    two = by_hand.run("-j4", out="two")
    assert (one.code, two.code) == (0, 0)
    for name in names:
        assert one.text(f"{name}.html") == two.text(f"{name}.html")
    by_hand.write("src/shop/cash.py", CASH.replace('Path("till").unlink()', 'subprocess.run(["till"])'))
    again = by_hand.run("-j4", out="two")
    for name in names:
        assert "effect-process" in again.text(f"{name}.html")
