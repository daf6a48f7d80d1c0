"""Generated pages: what they hold, which files stand for them."""

import os
import re

import pytest

from tests.sites.site import GOOD, INDEX, Site


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_module_page_holds_the_whole_contract(site: Site) -> None:
    page = site.build(strict=True).text("contracts/core.good.html")
    text = _plain(page)
    for piece in (
        "A good module.",
        "It holds one function and shows how a contract looks.",
        "Key components",
        "does the work",
        "Where to work",
        "How often",
        "True when done",
        "If times is below one",
        "Writes the file at path",
        "file-write",
    ):
        assert piece in text, piece
    assert 'id="core.good.run"' in page
    for kind in ("components", "inputs", "outputs", "side-effects", "raises"):
        assert f"contract-table contract-{kind}" in page, kind


def test_the_anchor_is_in_the_table_of_contents(site: Site) -> None:
    env_toc = site.build().text("contracts/core.good.html")
    assert re.search(r'<a class="reference internal" href="#core.good.run"><code[^>]*><span[^>]*>run\(\)', env_toc)


def test_documents_are_small_and_hidden_from_git(site: Site) -> None:
    site.build()
    stub = (site.docs / "contracts/core.good.rst").read_text()
    assert len(stub.splitlines()) < 9
    assert ".. contract:module:: core.good\n" in stub
    assert (site.docs / "contracts/.gitignore").read_text().splitlines()[-1] == "*"
    assert {path.name for path in (site.docs / "contracts").iterdir()} == {
        ".gitignore",
        "core.rst",
        "core.good.rst",
        "index.rst",
    }


def test_a_second_build_writes_nothing(site: Site) -> None:
    site.build()
    sources, output = site.tree(), site.tree("out")
    second = site.build()
    assert second.read == []
    assert site.tree() == sources
    changed = {name for name, content in site.tree("out").items() if output[name][1] != content[1]}
    assert changed == set()
    touched = {name for name, content in site.tree("out").items() if output[name][0] != content[0]}
    assert not {name for name in touched if "/contracts" in name or name.endswith("contracts.json")}


def test_documents_of_modules_that_are_gone_are_removed(site: Site) -> None:
    site.write("src/core/extra.py", GOOD)
    first = site.build()
    assert (first.outdir / "contracts/core.extra.html").exists()
    (site.root / "src/core/extra.py").unlink()
    second = site.build()
    assert not (site.docs / "contracts/core.extra.rst").exists()
    assert not (second.outdir / "contracts/core.extra.html").exists()
    assert not (second.outdir / "contracts/source/core.extra.html").exists()
    assert (second.outdir / "contracts/core.good.html").exists()


def test_pages_move_with_the_setting(site: Site) -> None:
    site.write("docs/index.rst", "Site\n====\n\n.. toctree::\n   :glob:\n\n   */index\n")
    site.configure(contracts_pages="api")
    first = site.build()
    assert (first.outdir / "api/source/core.good.html").exists()
    site.configure(contracts_pages="contracts")
    second = site.build()
    assert (second.outdir / "contracts/core.good.html").exists()
    assert not [path for path in (second.outdir / "api").rglob("*") if path.is_file()]


def test_files_without_our_marker_are_never_touched(site: Site) -> None:
    own = site.write("docs/contracts/core.good.rst", "Mine\n====\n\nBy hand.\n")
    notes = site.write("docs/contracts/notes.rst", ":orphan:\n\nNotes\n=====\n")
    ignore = site.write("docs/contracts/.gitignore", "notes.rst\n")
    built = site.build(strict=True)
    assert built.code == 0
    assert own.read_text() == "Mine\n====\n\nBy hand.\n"
    assert notes.exists()
    assert ignore.read_text() == "notes.rst\n"
    assert "By hand." in built.text("contracts/core.good.html")


def test_a_document_in_another_markup_takes_the_place_of_a_page(site: Site) -> None:
    site.configure(extensions=["myst_parser", "sphinx_contracts"])
    site.write("docs/contracts/core.good.md", "# Mine\n\nBy hand.\n")
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert not (site.docs / "contracts/core.good.rst").exists()


def test_no_pages(site: Site) -> None:
    site.configure(contracts_pages=None)
    site.write("docs/index.rst", "Site\n====\n\n.. contract:module:: core.good\n")
    built = site.build(strict=True)
    assert built.code == 0
    assert not (site.docs / "contracts").exists()
    assert 'id="core.good.run"' in built.text("index.html")


def test_pages_no_more(site: Site) -> None:
    site.build()
    notes = site.write("docs/contracts/notes.rst", ":orphan:\n\nNotes\n=====\n")
    site.configure(contracts_pages=None)
    site.write("docs/index.rst", "Site\n====\n")
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert [path.name for path in (site.docs / "contracts").iterdir()] == [notes.name]
    assert not (built.outdir / "contracts/core.good.html").exists()


def test_objects_stay_out_of_the_contents_where_the_project_says_so(site: Site) -> None:
    site.configure(toc_object_entries=False)
    page = site.build(strict=True).text("contracts/core.good.html")
    assert 'id="core.good.run"' in page
    assert '<a class="reference internal" href="#core.good.run"><code' not in page


def test_pages_in_another_folder(site: Site) -> None:
    site.build()
    site.configure(contracts_pages="reference/modules")
    site.write("docs/index.rst", INDEX.replace("contracts/index", "reference/modules/index"))
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert (built.outdir / "reference/modules/core.good.html").exists()
    assert not (site.docs / "contracts").exists()


@pytest.mark.parametrize("value", ["../elsewhere", "/tmp/pages", "a/../b", "_hidden", ".hidden"])
def test_pages_must_lie_inside_the_documentation(site: Site, value: str) -> None:
    site.configure(contracts_pages=value)
    built = site.build()
    assert built.code == 2
    assert "setting 'pages'" in built.error
    assert not (site.root / "elsewhere").exists()


def test_a_folder_that_cannot_be_written_is_one_clear_error(site: Site) -> None:
    site.write("docs/contracts", "a file where the folder should be\n")
    built = site.build()
    assert built.code == 2
    assert built.error.startswith("ExtensionError: cannot write the pages of the modules to ")
    assert "'pages'" in built.error
    assert "contracts_pages = None" in built.error
    assert "\n" not in built.error


def test_myst_only(site: Site) -> None:
    site.configure(extensions=["myst_parser", "sphinx_contracts"], source_suffix={".md": "markdown"})
    (site.docs / "index.rst").unlink()
    site.write("docs/index.md", "# Site\n\n```{toctree}\ncontracts/index\n```\n")
    site.write("src/core/_odd_.py", "")
    site.write("src/core/under_score.py", GOOD)
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert 'id="core.good.run"' in built.text("contracts/core.good.html")
    assert "<h1>core.under_score" in built.words("contracts/core.under_score.html")
    assert not list((site.docs / "contracts").glob("*.rst"))


def test_markup_of_documents_follows_the_project(site: Site) -> None:
    site.build()
    (site.docs / "index.rst").unlink()
    site.write("docs/index.md", "# Site\n\n```{toctree}\ncontracts/index\n```\n")
    site.configure(extensions=["myst_parser", "sphinx_contracts"], source_suffix={".md": "markdown"})
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    assert not list((site.docs / "contracts").glob("*.rst"))


@pytest.mark.parametrize(
    "name",
    [
        "index",
        "genindex",
        "search",
        "source",
        "my-mod",
        "a<b>",
        "x_",
        "*y*",
        "a b",
        "a\nb",
        "`c`",
        "Ünïcode",
        "a" * 200,
    ],
)
def test_odd_names_get_a_page_each(site: Site, name: str) -> None:
    site.write(f"src/{name}.py", GOOD)
    built = site.build(strict=True)
    assert built.warnings == []
    stubs = [
        path
        for path in (site.docs / "contracts").glob("*.rst")
        if path.name not in ("index.rst", "core.rst", "core.good.rst")
    ]
    assert len(stubs) == 1
    assert re.fullmatch(r"[A-Za-z0-9_.-]{1,130}\.rst", stubs[0].name)
    page = built.text(f"contracts/{stubs[0].stem}.html")
    assert "A good module." in page
    assert "A good module." not in built.text("search.html")
    assert "contract-modules" in built.text("contracts/index.html")


def test_names_that_differ_in_case_only(site: Site) -> None:
    site.write("src/Foo.py", GOOD)
    site.write("src/foo.py", GOOD)
    built = site.build(strict=True)
    assert built.warnings == []
    names = [path.name for path in (site.docs / "contracts").glob("[Ff]oo*.rst")]
    assert len({name.casefold() for name in names}) == 2


def test_a_name_that_is_no_utf8(site: Site) -> None:
    name = os.fsdecode(b"caf\xe9.py")
    (site.root / "src" / name).write_text(GOOD)
    built = site.build(strict=True)
    assert built.warnings == []
    assert len(list((site.docs / "contracts").glob("caf*.rst"))) == 1
    assert "caf" in built.text("contracts/index.html")


def test_a_module_that_cannot_be_parsed_has_a_page(site: Site) -> None:
    site.write("src/core/broken.py", "def f(:\n")
    built = site.build()
    assert "not analysed" in built.text("contracts/core.broken.html")
    assert "src/core/broken.py:1" in built.text("contracts/core.broken.html")
    assert [line for line in built.warnings if "source-unparsable" in line]
    assert 'id="core.good.run"' in built.text("contracts/core.good.html")


_CALLER = '''\
"""A module that calls another one.

It has a function for that.

Key Components:
    - start: starts it

Usage:
    from core.calling import start
"""

from pathlib import Path

from core.good import run


def start() -> bool:
    """Start it.

    Returns:
        True when done

    Raises:
        ValueError: Never, with these values

    Side Effects:
        - Writes the file x

    Example:
        start()
    """
    return run(Path("x"))
'''


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "epub"])
def test_links_between_objects_lead_somewhere(site: Site, builder: str) -> None:
    site.write("src/core/calling.py", _CALLER)
    site.configure(version="1.0", copyright="Us")  # what a book must say
    built = site.build(builder, strict=True)
    assert (built.code, built.warnings) == (0, [])
    pages = {path: path.read_text(encoding="utf-8") for path in built.outdir.rglob("*.*html")}
    ids = {path: set(re.findall(r' id="([^"]*)"', text)) for path, text in pages.items()}
    checked = 0
    for path, text in pages.items():
        found = re.findall(
            r'class="contract-(?:connections|table contract-connections)"(.*?)</(?:p|table)>', text, re.DOTALL
        )
        for address in re.findall(r'href="([^"]*)"', "".join(found)):
            name, _, anchor = address.partition("#")
            target = path if not name else (path.parent / name).resolve()
            target = target / "index.html" if target.is_dir() else target
            assert anchor in ids[target], address
            checked += 1
    assert checked >= 4


def test_scripts_are_loaded_where_they_have_something_to_do(site: Site) -> None:
    built = site.build()
    index, page, start = (built.text(f"{name}.html") for name in ("contracts/index", "contracts/core.good", "index"))
    assert [
        ("sphinx-contracts-index.js" in text, "sphinx-contracts-copy.js" in text) for text in (index, page, start)
    ] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_missing_attribute_leads_to_its_row(site: Site) -> None:
    code = '"""A."""\n\n\nclass Thing:\n    """A thing."""\n\n    size: int = 1\n'
    site.write("src/core/thing.py", code)
    page = site.build().text("contracts/core.thing.html")
    checklist = page[page.index("contract-checklist") : page.index("contract-findings")]
    assert 'href="#core.thing.Thing.size"' in checklist
    assert 'id="core.thing.Thing.size"' in page


def test_rows_have_addresses(site: Site) -> None:
    page = site.build().text("contracts/core.good.html")
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    for name in ("inputs-path", "inputs-times", "outputs-returns", "raises-ValueError", "side-effects-file-write"):
        assert f"core.good.run-{name}" in ids, name
