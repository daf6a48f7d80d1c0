"""The side navigation: a tree of the modules by package."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.sites.site import GOOD, INDEX, Site

BREAK = "\N{ZERO WIDTH SPACE}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def tree(site: Site) -> Site:
    """A package inside a package, a namespace without a module of its own, and a module alone."""
    package = '"""A package.\n\nIt holds modules.\n"""\n'
    site.write("src/core/deep/__init__.py", package)
    site.write("src/core/deep/lower.py", GOOD)
    site.write("src/core/deep/space/inner_module_of_it.py", GOOD)
    site.write("src/alone.py", GOOD)
    site.configure(html_theme="alabaster", nitpicky=True, contracts_attach=[], suppress_warnings=["contracts.*"])
    return site


def _contents(page: str) -> list[tuple[int, str, str]]:
    """The documents in the side navigation, without the objects: depth below the index, text, address."""
    found = re.findall(r'<li class="toctree-l(\d)[^"]*"><a class="[^"]*" href="([^"]*)">(.*?)</a>', page)
    return [
        (int(depth) - 1, text, address) for depth, address, text in found if text != "Contracts" and "<" not in text
    ]


def test_a_package_holds_its_modules(tree: Site) -> None:
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert _contents(built.text("contracts/core.deep.lower.html")) == [
        (1, "alone", "alone.html"),
        (1, "core", "core.html"),
        (2, "deep", "core.deep.html"),
        (3, "lower", "#"),
        (3, BREAK.join(("space.", "inner_", "module_", "of_", "it")), "core.deep.space.inner_module_of_it.html"),
        (2, "good", "core.good.html"),
        (1, "Checklist", "index.html#checklist"),
    ]
    assert [text for _, text, _ in _contents(built.text("contracts/alone.html"))] == ["alone", "core", "Checklist"]


def test_headings_break_between_the_parts_of_a_name(tree: Site) -> None:
    built = tree.build(strict=True)
    page = built.text("contracts/core.deep.lower.html")
    assert "<h1>core.<wbr />deep.<wbr />lower<" in page
    assert "<title>core.deep.lower " in page
    assert "core.deep.lower" in built.text("searchindex.js")
    assert "wbr" not in built.text("searchindex.js")
    assert "<h1>alone<" in built.text("contracts/alone.html")
    assert "<h1>Contracts<" in built.text("contracts/index.html")


def test_it_follows_what_comes_and_goes(tree: Site) -> None:
    tree.build()
    tree.write("src/core/deep/more.py", GOOD)
    (tree.root / "src/core/deep/lower.py").unlink()
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    names = [text for _, text, _ in _contents(built.text("contracts/core.deep.more.html"))]
    assert "more" in names
    assert "lower" not in names
    assert built.contents() == tree.build(fresh=True, out="clean").contents()
    (tree.root / "src/core/deep/__init__.py").unlink()
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    names = [text for _, text, _ in _contents(built.text("contracts/core.deep.more.html"))]
    assert "deep.more" in names


def test_with_several_workers(tree: Site) -> None:
    for number in range(12):
        tree.write(f"src/core/deep/part{number}.py", GOOD)
    one = tree.build(strict=True, out="one")
    built = tree.run("-W", "-n", "-j", "2", out="two")
    assert (built.code, built.warnings) == (0, [])
    assert built.text("contracts/core.deep.part7.html") == one.text("contracts/core.deep.part7.html")


def test_the_modules_below_a_page_by_hand_move_up(tree: Site) -> None:
    tree.build()
    tree.write("docs/contracts/core.deep.rst", "By hand\n=======\n\n.. contract:module:: core.deep\n")
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    found = [(depth, text) for depth, text, _ in _contents(built.text("contracts/core.html"))]
    assert found[:5] == [
        (1, "alone"),
        (1, "core"),
        (2, "By hand"),
        (2, "deep.lower"),
        (2, BREAK.join(("deep.", "space.", "inner_", "module_", "of_", "it"))),
    ]
    (tree.docs / "contracts/core.deep.rst").unlink()
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert (3, "lower", "core.deep.lower.html") in _contents(built.text("contracts/core.deep.html"))


def test_an_index_by_hand_may_hold_it(tree: Site) -> None:
    tree.write("docs/index.rst", "Site\n====\n\n.. contract:index::\n   :toctree:\n")
    tree.configure(exclude_patterns=["contracts/index.rst"])
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    found = re.findall(r'<li class="toctree-l(\d)[^"]*"><a class="[^"]*" href="([^"]*)">', built.text("index.html"))
    assert found == [("1", "contracts/alone.html"), ("1", "contracts/core.html")]


def test_what_lies_beside_the_pages_is_in_it(tree: Site) -> None:
    tree.build()
    tree.write("docs/contracts/notes.rst", "Notes\n=====\n")
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert (1, "Notes", "notes.html") in _contents(built.text("contracts/index.html"))


def test_what_the_project_leaves_out_is_left_out(tree: Site) -> None:
    tree.configure(exclude_patterns=["contracts/core.deep.lower.rst"])
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert [text for _, text, _ in _contents(built.text("contracts/core.deep.html"))][2:4] == [
        "deep",
        BREAK.join(("space.", "inner_", "module_", "of_", "it")),
    ]


def test_names_are_not_for_translators(tree: Site) -> None:
    tree.configure(gettext_compact=False)
    built = tree.build("gettext", strict=True)
    assert BREAK not in "".join(path.read_text() for path in built.outdir.rglob("*.pot"))


def test_only_pages_of_ours_hold_it(tree: Site) -> None:
    tree.write("docs/index.rst", INDEX + "   prose\n")
    tree.write("docs/prose.rst", "Prose\n=====\n\n.. contract:index::\n\n.. contract:module:: core\n   :no-index:\n")
    built = tree.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert 'Documentation overview</a><ul>\n  <li><a href="contracts/index.html"' not in built.text("prose.html")
    assert "core.good" not in "".join(re.findall(r'class="toctree-[^>]*>(.*)', built.text("prose.html")))


def _headings(html: str) -> list[str]:
    return [re.sub(r"<[^>]*>", "", text).removesuffix("¶") for text in re.findall(r"<h\d>(.*?)</h\d>", html)]


def test_a_single_page_has_everything_in_order(tree: Site) -> None:
    page = tree.build("singlehtml", strict=True).text("index.html")
    headings = [text for text in _headings(page) if text in _NAMES]
    assert headings == list(_NAMES)
    # the table of all modules stands before the modules
    assert page.index("contract-modules") < page.index(">core.good<a")


_NAMES = (
    "Contracts",
    "alone",
    "core",
    "core.deep",
    "core.deep.lower",
    "core.deep.space.inner_module_of_it",
    "core.good",
    "Checklist",
)


def test_latex_has_everything_in_order(tree: Site) -> None:
    built = tree.build("latex", strict=True)
    text = next(built.outdir.glob("*.tex")).read_text()
    titles = re.findall(r"\\(\w*(?:chapter|section|paragraph))\{(?:\\sphinxstylestrong\{)?([^{}]*)", text)
    assert [name.replace("\\_", "_") for _, name in titles if name.replace("\\_", "_") in _NAMES] == list(_NAMES)
    levels = {name: level for level, name in titles}
    assert (levels["core"], levels["core.deep"], levels["core.deep.lower"]) == (
        "section",
        "subsection",
        "subsubsection",
    )
    assert text.index("\\sphinxAtStartPar\nModule\n") < text.index("{core.good}")


def _attribute(name: str, item: str) -> str:
    return re.findall(rf'{name}="([^"]*)"', item)[0]


def test_a_book_has_everything_in_order(tree: Site) -> None:
    tree.configure(version="1", epub_copyright="x", epub_tocscope="includehidden", epub_tocdepth=5)
    built = tree.build("epub", strict=True)
    assert (built.code, built.warnings) == (0, [])
    spine = re.findall(r'<itemref idref="([^"]*)"', built.text("content.opf"))
    items = re.findall(r"<item ([^>]*)/>", built.text("content.opf"))
    files = {_attribute("id", item): Path(_attribute("href", item)) for item in items}
    pages = [files[item].stem for item in spine if files[item].parent.name == "contracts"]
    assert pages == ["index", *(name for name in _NAMES if name not in ("Contracts", "Checklist"))]
    navigation = ElementTree.parse(built.outdir / "nav.xhtml")
    assert "lower" in [link.text for link in navigation.iter(f"{XHTML}a")]
