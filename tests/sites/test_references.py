"""Links between contracts, the ``py`` domain, autodoc and other projects."""

import re

import pytest
from sphinx.util.inventory import InventoryFile

from tests.sites.site import GOOD, INDEX, Build, Site

KINDS = '''\
"""Kinds of things."""

import enum
from typing import Any, Optional


class Kind(enum.Enum):
    """A kind."""

    ONE = 1  # the first


class Problem(Exception):
    """A problem."""


class Thing:
    """A thing.

    Attributes:
        kind: Its kind
    """

    kind: Kind = Kind.ONE

    def change(self, other: "Optional[Thing]", unknown: Unheard, many: dict[str, list[Kind]]) -> Any:
        """Change it. See :class:`Kind` and :meth:`change`.

        Args:
            other: Another one

        Raises:
            Problem: If it cannot be changed
            Unheard: Never
        """

    @classmethod
    def make(cls) -> "Thing":
        """Make one."""

    @staticmethod
    def help() -> None:
        """Help."""

    @property
    def size(self) -> int:
        """Its size."""
'''


@pytest.fixture
def kinds(site: Site) -> Site:
    """A site with a module that names many types."""
    site.write("src/core/kinds.py", KINDS)
    return site


def _inventory(build: Build) -> dict[str, dict[str, str]]:
    data = InventoryFile.loads((build.outdir / "objects.inv").read_bytes(), uri="").data
    return {kind: {name: item.uri for name, item in items.items()} for kind, items in data.items()}


def test_types_and_exceptions_are_links(kinds: Site) -> None:
    page = kinds.build(strict=True, nitpicky=True).text("contracts/core.kinds.html")
    for target in ("Kind", "Thing", "Problem"):
        assert re.search(rf'<a class="reference internal" href="#core.kinds.{target}"[^>]*>{target}</a>', page), target
    assert "Unheard" in page and ">Unheard</a>" not in page
    assert re.search(r'href="#core.kinds.Thing.change"[^>]*>change\(\)</a>', page)


def test_a_strict_and_nitpicky_build_is_clean(kinds: Site) -> None:
    built = kinds.build(strict=True, nitpicky=True, suppress_warnings=["contracts.*"])
    assert (built.code, built.warnings) == (0, [])


def test_objects_enter_both_domains(kinds: Site) -> None:
    inventory = _inventory(kinds.build())
    page = "contracts/core.kinds.html"
    assert inventory["contract:module"]["core.kinds"] == f"{page}#core.kinds"
    assert inventory["contract:class"]["core.kinds.Thing"] == f"{page}#core.kinds.Thing"
    assert inventory["contract:function"]["core.kinds.Thing.change"] == f"{page}#core.kinds.Thing.change"
    expected = {
        "py:module": "core.kinds",
        "py:class": "core.kinds.Thing",
        "py:exception": "core.kinds.Problem",
        "py:method": "core.kinds.Thing.change",
        "py:classmethod": "core.kinds.Thing.make",
        "py:staticmethod": "core.kinds.Thing.help",
        "py:property": "core.kinds.Thing.size",
        "py:attribute": "core.kinds.Thing.kind",
    }
    for kind, name in expected.items():
        assert inventory[kind][name] == f"{page}#{name}", kind
    assert inventory["py:function"]["core.good.run"] == "contracts/core.good.html#core.good.run"


def test_anchors_in_the_inventory_exist(kinds: Site) -> None:
    built = kinds.build()
    for items in _inventory(built).values():
        for uri in items.values():
            page, _, anchor = uri.partition("#")
            assert not anchor or f'id="{anchor}"' in built.text(page), uri


def test_python_roles_reach_the_pages(kinds: Site) -> None:
    kinds.write(
        "docs/index.rst",
        INDEX + "\nSee :py:func:`core.good.run`, :py:attr:`core.kinds.Thing.kind` and :py:mod:`core.kinds`.\n",
    )
    for _ in range(2):
        built = kinds.build(strict=True, nitpicky=True, suppress_warnings=["contracts.*"])
        assert (built.code, built.warnings) == (0, [])
        for target in ("core.good.html#core.good.run", "core.kinds.html#core.kinds.Thing.kind"):
            assert f'href="contracts/{target}"' in built.text("index.html")


def test_search_finds_each_object_once(kinds: Site) -> None:
    index = kinds.build().text("searchindex.js")
    assert "contract:function" in index
    assert "py:method" not in index
    assert "py:module" in index and "contract:module" not in index


def test_words_of_the_tables_are_searchable(site: Site) -> None:
    site.write("src/core/good.py", GOOD.replace("Where to work", "The xylophone where to work, a<b or c>d"))
    assert "xylophon" in site.build().text("searchindex.js")


def test_the_general_index_and_the_module_index(kinds: Site) -> None:
    for _ in range(2):
        built = kinds.build()
        assert built.text("genindex.html").count('href="contracts/core.good.html#core.good.run"') == 1
        assert 'href="contracts/core.kinds.html#core.kinds"' in built.text("py-modindex.html")


AUTODOC = ":orphan:\n\nBy autodoc\n==========\n\n.. automodule:: core.good\n   :members:\n"


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_no_duplicates_beside_autodoc(site: Site, name: str) -> None:
    site.preamble = f"import sys; sys.path.insert(0, {str(site.root / 'src')!r})"
    site.configure(extensions=["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_contracts"])
    site.write(f"docs/{name}.rst", AUTODOC)
    site.write("docs/inline.rst", ":orphan:\n\nInline\n======\n\n.. py:function:: core.good.other\n")
    for _ in range(2):
        built = site.run("-W")
        assert (built.code, built.warnings) == (0, [])
        inventory = _inventory(built)
        assert inventory["py:function"]["core.good.run"] == f"{name}.html#core.good.run"
        assert inventory["contract:function"]["core.good.run"] == "contracts/core.good.html#core.good.run"
    # whoever describes the object by itself goes again: our page takes its place
    (site.docs / f"{name}.rst").unlink()
    assert _inventory(site.run("-W"))["py:function"]["core.good.run"].startswith("contracts/")


def test_autodoc_added_later_meets_no_other_description(site: Site) -> None:
    site.preamble = f"import sys; sys.path.insert(0, {str(site.root / 'src')!r})"
    site.configure(extensions=["sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_contracts"])
    site.run("-W")
    site.write("docs/late.rst", AUTODOC)
    built = site.run("-W")
    assert (built.code, built.warnings) == (0, [])
    assert _inventory(built)["py:function"]["core.good.run"] == "late.html#core.good.run"


def test_a_directive_in_prose_gives_way_to_the_page(site: Site) -> None:
    site.write("docs/aaa.rst", ":orphan:\n\nProse\n=====\n\n.. contract:function:: core.good.run\n")
    inventory = _inventory(site.build(strict=True))
    assert inventory["contract:function"]["core.good.run"] == "contracts/core.good.html#core.good.run"


def test_a_private_home_is_followed_to_the_public_name(site: Site) -> None:
    site.write("src/core/_impl.py", '"""Impl."""\n\n\nclass Hidden:\n    """Hidden."""\n')
    site.write("src/core/__init__.py", '"""Core."""\n\nfrom core._impl import Hidden as Hidden\n')
    site.write(
        "src/core/user.py",
        '"""User."""\n\nfrom core import Hidden\nfrom core._impl import Hidden as Same\n\n\n'
        'def use(one: Hidden, two: Same) -> None:\n    """Use."""\n',
    )
    page = site.build(strict=True, suppress_warnings=["contracts.*"]).text("contracts/core.user.html")
    assert re.search(r'<td[^>]*><code[^>]*><a [^>]*href="core.html#core.Hidden"[^>]*>Hidden</a>', page)
    assert re.search(r'<td[^>]*><code[^>]*><a [^>]*href="core.html#core.Hidden"[^>]*>Same</a>', page)


def test_links_to_another_project(kinds: Site) -> None:
    target = kinds.build().outdir
    other = Site(kinds.root.parent / "other")
    other.write(
        "src/mine.py", '"""Mine."""\n\nfrom core.kinds import Kind\n\n\ndef use(kind: Kind) -> None:\n    """Use."""\n'
    )
    other.write("docs/index.rst", INDEX + "\nSee :py:class:`core.kinds.Kind` and :contract:func:`core.good.run`.\n")
    other.configure(
        extensions=["sphinx.ext.intersphinx", "sphinx_contracts"],
        intersphinx_mapping={"core": ("https://example.org/", str(target / "objects.inv"))},
        suppress_warnings=["contracts.docstring-missing"],
    )
    built = other.build(nitpicky=True)
    assert not [line for line in built.warnings if "reference" in line]
    assert 'href="https://example.org/contracts/core.kinds.html#core.kinds.Kind"' in built.text("contracts/mine.html")
    for anchor in ("core.kinds.html#core.kinds.Kind", "core.good.html#core.good.run"):
        assert f'href="https://example.org/contracts/{anchor}"' in built.text("index.html")
