"""Every hostile input in a site: its page, its warning, and nothing else changes."""

import json
import re
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sphinx_contracts.ext._names import docname_slugs
from tests.hostile.inputs import INPUTS, Input, Outcome
from tests.hostile.package import GOOD_FILES, run_as_user, shown_path, unlock
from tests.sites.site import INDEX, Build, Site

# to root, who may run this, some files are as any other; the heavy ones are built alone
_HERE = [item for item in INPUTS if item.is_here and not item.is_heavy and not item.is_for_users]
_TEXTS = [item for item in _HERE if item.outcome is Outcome.LIT and item.row != "JSON"]
_WARNING = re.compile(r"(?s)(?P<path>.+?\.py):(?P<line>\d+): WARNING: (?P<rest>.*) \[contracts\.(?P<rule>[a-z-]+)\]")


def _site(root: Path, *inputs: Input) -> Site:
    site = Site(root)
    site.write("docs/index.rst", INDEX + "\nUnchanged.\n")
    site.write("pyproject.toml", "")
    for name, text in GOOD_FILES.items():
        site.write(f"src/core/{name}", text)
    for item in inputs:
        item.write(site.root / "src/core")
    return site


def _built(site: Site, **options: Any) -> Build:
    built = site.build(nitpicky=True, **options)
    assert built.error == ""
    return built


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The good modules alone."""
    return _built(_site(tmp_path_factory.mktemp("good") / "site"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with all hostile files beside the good modules."""
    return _site(tmp_path_factory.mktemp("hostile") / "site", *_HERE)


@pytest.fixture(scope="module")
def pages(hostile: Site) -> Build:
    """The site as HTML."""
    return _built(hostile)


def _model(build: Build) -> dict[str, Any]:
    model: dict[str, Any] = json.loads(build.text("contracts.json"))
    return model


def _pages(build: Build) -> dict[str, str]:
    """Path of each documented module, and the name of its page."""
    modules = _model(build)["modules"]
    # a name without a form in UTF-8 has one in JSON
    names = {item["name"]: re.sub(r"\\u(dc..)", lambda match: chr(int(match[1], 16)), item["name"]) for item in modules}
    slugs = docname_slugs(names.values())
    return {item["path"]: f"contracts/{slugs[names[item['name']]]}.html" for item in modules}


def _page(build: Build, item: Input) -> str:
    return build.text(_pages(build)[shown_path(item)])


def _body(page: str) -> str:
    return page[page.index('<div class="body"') : page.index('<div class="sphinxsidebar"')]


def test_good_modules_are_documented_as_if_they_were_alone(good: Build, pages: Build) -> None:
    alone, among = _model(good), _model(pages)
    for part in ("modules", "findings"):
        assert [item for item in among[part] if item in alone[part]] == alone[part]
    for name in ("index", "contracts/core.good", "contracts/core.faulty", "contracts/core.user"):
        assert _body(pages.text(f"{name}.html")) == _body(good.text(f"{name}.html"))


def test_all_warnings_are_findings_of_the_files_at_fault(good: Build, pages: Build) -> None:
    before = [line.replace(str(good.outdir.parents[1]), str(pages.outdir.parents[1])) for line in good.warnings]
    ours = [line for line in pages.warnings if line not in before]
    assert len(pages.warnings) == len(ours) + len(before)
    assert len(before) > 5
    found = [match for match in map(_WARNING.fullmatch, ours) if match is not None]
    assert len(found) == len(ours), [line for line in ours if not _WARNING.fullmatch(line)]
    counts = Counter(match["path"].partition("src/core/")[2] for match in found)
    bad = [item for item in _HERE if item.outcome is Outcome.BAD and item.rule]
    assert len(bad) > 20
    for item in bad:
        if item.others:
            continue
        assert counts[item.path] == 1, item.title
        (match,) = (match for match in found if match["path"].endswith(f"/{item.path}"))
        assert (match["rule"], int(match["line"])) == (item.rule, item.line)


def test_every_module_has_a_page_of_its_own(pages: Build) -> None:
    names = list(_pages(pages).values())
    # on a file system that ignores case too
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(Path(name).name.encode()) < 200 for name in names)
    written = {f"contracts/{path.name}" for path in (pages.outdir / "contracts").glob("*.html")}
    assert written == {*names, "contracts/index.html"}
    for name in ("genindex", "search"):
        assert "core." not in Path(f"{pages.outdir}/{name}.html").name
        assert f"<title>{'Index' if name == 'genindex' else 'Search'}" in pages.text(f"{name}.html")


@pytest.mark.parametrize("item", _HERE, ids=lambda item: item.title)
def test_the_page_says_what_became_of_the_file(pages: Build, item: Input) -> None:
    shown = _pages(pages)
    if item.outcome is Outcome.SKIP:
        assert shown_path(item) not in shown
        return
    if item.path == "m.py":  # the package has the page
        assert "src/core/m/__init__.py" in shown
        return
    page = _page(pages, item)
    rules = {entry["rule"] for entry in _model(pages)["findings"] if entry["path"] == shown_path(item)}
    unusable = rules & {"source-unreadable", "source-unparsable"}
    assert not unusable or unusable == rules
    words = pages.words(_pages(pages)[shown_path(item)])
    for rule in rules:
        assert rule in words
    if "too-complex" in rules:
        assert "…" in page
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(set(anchors)) == len(anchors)
    assert len(page) < 3_000_000


def test_the_index_keeps_its_shape(pages: Build) -> None:
    page = pages.text("contracts/index.html")
    table = page[page.index("contract-modules") : page.index("</table>")]
    assert table.count('<th scope="row"') == len(_model(pages)["modules"])


def _tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(page)
    return found


def _scripts(page: str) -> list[dict[str, str | None]]:
    """The scripts of a page, without that for examples, which not every page has."""
    found = [attributes for name, attributes in _tags(page) if name == "script"]
    return [attributes for attributes in found if "sphinx-contracts-copy.js" not in (attributes.get("src") or "")]


@pytest.mark.parametrize("item", _TEXTS, ids=lambda item: item.title)
def test_a_docstring_is_only_text(pages: Build, item: Input) -> None:
    page = _page(pages, item)
    body = page[page.index("contract-blocks") :]
    assert f'id="{item.module}.Holder.call"' in page
    assert "root:x:" not in page
    tags = _tags(page)
    assert not [name for name, attributes in tags if any(key.startswith("on") for key in attributes)]
    assert _scripts(page) == _scripts(pages.text("contracts/core.good.html"))
    addresses = [attributes.get(key) or "" for _, attributes in tags for key in ("href", "src")]
    schemes = {match[1].lower() for item in addresses if (match := re.match(r"\s*([^/#?]*):", item))}
    assert schemes <= {"http", "https", "mailto"}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert body.count("<table") == body.count("</table>") > 1
    rows = [re.findall(r"<t[hd]", row) for row in re.findall(r"<tr[ >].*?</tr>", body, re.DOTALL)]
    assert all(1 <= len(row) <= 5 for row in rows)


def test_code_is_only_text(pages: Build) -> None:
    (item,) = (item for item in _TEXTS if item.name == "annotations and defaults")
    body = _page(pages, item).partition("contract-blocks")[2]
    assert "<script>alert" not in body
    assert "<img" not in body
    assert "&lt;script&gt;alert(2)" in body


@pytest.mark.parametrize("builder", ["text", "xml", "latex"])
def test_other_builders_survive(hostile: Site, pages: Build, builder: str) -> None:
    rows = ("control characters", "tables", "links")
    shown = [item for item in _HERE if item.row in rows or item.name.startswith("( ×")]
    built = _built(hostile, builder=builder, contracts_exclude=[item.module for item in _HERE if item not in shown])
    suffix = {"text": "txt", "xml": "xml", "latex": "tex"}[builder]
    text = "".join(path.read_text("utf-8") for path in built.outdir.rglob(f"*.{suffix}"))
    assert text.count("Holder") > len(shown)
    assert "root:x:" not in text
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_what_only_users_may_not_read(tmp_path: Path) -> None:
    items = [item for item in INPUTS if item.is_here and item.is_for_users]
    site = _site(tmp_path / "site", *items)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(site.docs), str(tmp_path / "out")]
    try:
        done = run_as_user(command, site.root)
    finally:
        unlock(site.root)
    assert done.returncode == 0, done.stderr
    for item in items:
        assert done.stderr.count(f"{shown_path(item)}:1: WARNING: {item.module}: ") == 1


def test_heavy_files_take_linear_time(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", *(item for item in INPUTS if item.is_heavy and item.row == "JSON"))
    site.write("src/core/heavy.py", "\n\n".join(f'def f{number}():\n    """F {number}."""' for number in range(200)))
    built = site.build(suppress_warnings=["contracts.*"])
    assert built.error == ""
    assert 'id="core.heavy.f199"' in built.text("contracts/core.heavy.html")
