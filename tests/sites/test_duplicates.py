"""An object is described once: whoever does so again is told, on every build."""

import pytest

from tests.sites.site import Site
from tests.sites.test_directives import STATUS

FIRST = ":orphan:\n\nFirst\n=====\n\n"
SECOND = ":orphan:\n\nSecond\n======\n\n"


@pytest.fixture
def bare(site: Site) -> Site:
    """A site without generated pages."""
    site.write("src/core/status.py", STATUS)
    site.write("docs/index.rst", "Site\n====\n")
    site.configure(contracts_pages=None, suppress_warnings=["contracts.docstring-missing"])
    return site


def _message(document: str, line: int, name: str, other: str) -> str:
    return (
        f"docs/{document}.rst:{line}: WARNING: '{name}' is described in {other} already; "
        "use :no-index: for one of the two [contracts.reference]"
    )


def _told(site: Site, warnings: list[str]) -> list[str]:
    return [line.replace(f"{site.root}/", "") for line in warnings if "already" in line]


@pytest.mark.parametrize("names", [("aaa", "zzz"), ("zzz", "aaa")])
def test_the_second_document_is_told_of_the_first_on_every_build(bare: Site, names: tuple[str, str]) -> None:
    one, two = names
    bare.write(f"docs/{one}.rst", FIRST + ".. contract:module:: core.good\n")
    bare.build()
    bare.write(f"docs/{two}.rst", SECOND + ".. contract:module:: core.good\n")
    expected = [_message("zzz", 6, "core.good", "aaa")]
    for _ in range(2):
        built = bare.run("-W", "--keep-going")
        assert built.code == 1
        assert _told(bare, built.warnings) == expected
    # neither the order of reading nor the number of workers matters
    assert _told(bare, bare.run("-E", "-j", "2").warnings) == expected


def test_a_part_is_told_of_the_whole(bare: Site) -> None:
    bare.write("docs/aaa.rst", FIRST + ".. contract:class:: core.status.Engine\n")
    bare.write("docs/zzz.rst", SECOND + ".. contract:module:: core.status\n")
    assert _told(bare, bare.build().warnings) == [_message("aaa", 6, "core.status.Engine", "zzz")]


def test_twice_in_one_document(bare: Site) -> None:
    once = ".. contract:function:: core.good.run\n\n"
    bare.write("docs/aaa.rst", FIRST + once + once)
    assert _told(bare, bare.build().warnings) == [_message("aaa", 8, "core.good.run", "this document")]


def test_no_index_settles_it(bare: Site) -> None:
    bare.write("docs/aaa.rst", FIRST + ".. contract:module:: core.good\n")
    bare.write("docs/zzz.rst", SECOND + ".. contract:module:: core.good\n   :no-index:\n")
    assert bare.build(strict=True).warnings == []


def test_what_has_a_page_may_be_shown_elsewhere(site: Site) -> None:
    for name, text in (("aaa", FIRST), ("zzz", SECOND)):
        site.write(f"docs/{name}.rst", text + ".. contract:function:: core.good.run\n")
    assert site.build(strict=True).warnings == []


def test_rules_twice(bare: Site) -> None:
    bare.write("docs/aaa.rst", FIRST + ".. contract:rules::\n")
    bare.write("docs/zzz.rst", SECOND + ".. contract:rules::\n")
    (message,) = _told(bare, bare.build().warnings)
    assert message.startswith("docs/zzz.rst:6: WARNING: 'module-docstring-missing' is described in aaa already")
