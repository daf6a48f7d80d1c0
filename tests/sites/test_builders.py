"""All builders say the same, without a warning."""

import html
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.sites.everything import KINDS, PAGES, PLAIN, cells_of, missing, plain, write_everything
from tests.sites.site import Build, Site

Sites = dict[str, tuple[Build, Build]]
WEB = ("dirhtml", "singlehtml", "epub", "json")
OTHERS = ("gettext", "linkcheck", "dummy")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One site for all builders: each has its output, they share what was read."""
    site = Site(tmp_path_factory.mktemp("everything") / "site")
    write_everything(site)
    return site


@pytest.fixture(scope="module")
def builds(site: Site) -> Sites:
    """What each builder made so far: the first build and one after it."""
    return {}


def _build(site: Site, builds: Sites, builder: str) -> Build:
    if builder not in builds:
        if builder == "json":  # Sphinx warns in it of its own old functions
            builds[builder] = (site.run("-W", builder=builder), site.run("-W", builder=builder))
        else:
            # catalogs need an environment of their own
            out = builder if builder == "gettext" else "out"
            builds[builder] = (site.build(builder, strict=True, out=out), site.build(builder, strict=True, out=out))
    return builds[builder][0]


@pytest.fixture(scope="module")
def cells(site: Site, builds: Sites) -> list[str]:
    """The texts of all cells in the HTML pages."""
    found: list[str] = []
    kinds: set[str] = set()
    for page in PAGES:
        texts, held = cells_of(_build(site, builds, "html").text(f"{page}.html"))
        found += texts
        kinds |= held
    assert set(KINDS) <= kinds, set(KINDS) - kinds
    return found


def _output(built: Build, *endings: str) -> str:
    files = [path for path in sorted(built.outdir.rglob("*")) if path.is_file() and path.suffix in endings]
    assert files, list(built.outdir.iterdir())
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("builder", ["html", *WEB, *PLAIN, *OTHERS])
def test_no_builder_warns(site: Site, builds: Sites, builder: str) -> None:
    _build(site, builds, builder)
    for built in builds[builder]:
        assert (built.code, built.error, built.warnings) == (0, "", [])


@pytest.mark.parametrize(
    ("builder", "ending"),
    [
        ("text", ".txt"),
        ("man", ".1"),
        ("latex", ".tex"),
        ("xml", ".xml"),
        ("pseudoxml", ".pseudoxml"),
        ("texinfo", ".texi"),
    ],
)
def test_every_cell_is_in_every_output(site: Site, builds: Sites, cells: list[str], builder: str, ending: str) -> None:
    output = PLAIN[builder](_output(_build(site, builds, builder), ending))
    if ending == ".xml":
        output = html.unescape(output)
    assert missing(cells, output) == []


@pytest.mark.parametrize(
    ("builder", "pages"),
    [
        ("dirhtml", [f"{page}/index.html".replace("index/index", "index") for page in PAGES]),
        ("singlehtml", ["index.html"]),
        ("epub", [f"{page}.xhtml" for page in PAGES]),
    ],
)
def test_the_web_builders_show_the_same_tables(
    site: Site, builds: Sites, cells: list[str], builder: str, pages: list[str]
) -> None:
    built = _build(site, builds, builder)
    shown = {plain(text) for page in pages for text in cells_of(built.text(page))[0]}
    assert {plain(text) for text in cells} - shown == set()


def test_the_pages_of_books_are_well_formed(site: Site, builds: Sites) -> None:
    folder = _build(site, builds, "epub").outdir
    pages = [path for path in sorted(folder.rglob("*.xhtml")) if path.name != "search.xhtml"]
    assert len(pages) > len(PAGES)
    for page in pages:
        # what stands for a character is no matter of ours
        ElementTree.fromstring(re.sub(r"&(?!amp|lt|gt|quot|#)\w+;", " ", page.read_text(encoding="utf-8")))


def test_tables_in_print_break_across_pages_and_names_across_lines(site: Site, builds: Sites) -> None:
    tex = _output(_build(site, builds, "latex"), ".tex")
    rules = tex[tex.rindex("What it reports") - 5000 : tex.rindex("What it reports")]
    assert r"\begin{longtable}" in rules
    assert r"module\sphinxhyphen{}\allowbreak{}docstring\sphinxhyphen{}\allowbreak{}missing" in tex
    assert r"\begin{tabulary}" not in tex


@pytest.mark.skipif(shutil.which("latexmk") is None, reason="needs TeX: Debian's latexmk and texlive-latex-extra")
def test_tex_makes_a_document_in_which_nothing_runs_off_the_page(site: Site, builds: Sites) -> None:
    folder = _build(site, builds, "latex").outdir
    command = ["latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "site.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    log = (folder / "site.log").read_text(errors="replace")
    too_wide = [float(width) for width in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log)]
    assert max(too_wide, default=0.0) < 15


def test_links_of_docstrings_are_checked(site: Site, builds: Sites) -> None:
    output = _build(site, builds, "linkcheck").text("output.json")
    assert "https://example.org/manual_of(jobs)" in output
    assert Path("engine.py").stem in output
