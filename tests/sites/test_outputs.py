"""Files beside the pages, source pages, and other builders."""

import json
import re
from typing import Any

import pytest

from tests.sites.site import GOOD, Site
from tests.sites.test_directives import STATUS


def test_the_model_stands_beside_the_pages(site: Site) -> None:
    model = json.loads(site.build().text("contracts.json"))
    assert model["schema_version"] == 1
    (module,) = [item for item in model["modules"] if item["name"] == "core.good"]
    assert module["functions"][0]["inputs"][0]["description"] == "Where to work"
    assert model["summary"]["modules"] == 2


def test_schemas_come_and_go_with_their_formats(site: Site) -> None:
    site.write("src/core/status.py", STATUS)
    built = site.build(suppress_warnings=["contracts.*"])
    files = list((built.outdir / "contracts/formats").iterdir())
    assert [path.name for path in files] == ["core.status.status.json.schema.json"]
    schema = json.loads(files[0].read_text())
    assert schema["properties"]["step"]["type"] == "integer"
    page = built.text("contracts/core.status.html")
    assert '<a class="reference internal" href="formats/core.status.status.json.schema.json">' in page
    (site.root / "src/core/status.py").unlink()
    assert not list((site.build().outdir / "contracts/formats").iterdir())


def test_the_badge(site: Site) -> None:
    badge = json.loads(site.build().text("contracts/badge.json"))
    assert badge["schemaVersion"] == 1
    assert badge["label"] == "contracts"
    assert re.fullmatch(r"\d+\.\d/10", badge["message"])


def test_the_style_sheet_is_linked_with_its_checksum(site: Site) -> None:
    built = site.build()
    assert (built.outdir / "_static/sphinx-contracts.css").exists()
    assert re.search(r'href="\.\./_static/sphinx-contracts.css\?v=[0-9a-f]+"', built.text("contracts/core.good.html"))


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_source_pages(site: Site, builder: str) -> None:
    built = site.build(builder, strict=True)
    suffix = "/index.html" if builder == "dirhtml" else ".html"
    page = built.text(f"contracts/core.good{suffix}")
    number = GOOD.splitlines().index("def run(path: Path, times: int = 1) -> bool:") + 1
    (address,) = set(re.findall(rf'href="([^"]*source/core.good[^"]*#L{number})"', page))
    assert address == (
        f"../source/core.good/#L{number}" if builder == "dirhtml" else f"source/core.good.html#L{number}"
    )
    source = built.text(f"contracts/source/core.good{suffix}")
    line = re.search(rf'<span class="contract-line" id="L{number}">(.*?)\n', source)
    assert line is not None
    text = re.sub(r"<[^>]+>", "", line[1])
    assert text == "def run(path: Path, times: int = 1) -&gt; bool:"
    assert re.sub(r"<[^>]+>", "", source).count("times: How often") == 1


def test_only_changed_source_pages_are_written_again(site: Site) -> None:
    first = site.build()
    pages = {path: path.stat().st_mtime_ns for path in (first.outdir / "contracts/source").iterdir()}
    site.write("src/core/good.py", GOOD + "\n# a remark\n")
    second = site.build()
    changed = {path.name for path, time in pages.items() if path.stat().st_mtime_ns != time}
    assert changed == {"core.good.html"}
    assert "# a remark" in second.text("contracts/source/core.good.html")


def test_a_source_page_names_the_file_where_it_is(site: Site) -> None:
    site.build()
    (site.root / "src/core/good").mkdir()
    (site.root / "src/core/good.py").rename(site.root / "src/core/good/__init__.py")
    assert "src/core/good/__init__.py" in site.build().text("contracts/source/core.good.html")


def test_links_to_source_elsewhere(site: Site) -> None:
    site.write("pyproject.toml", "")
    site.configure(contracts_source_url="https://example.org/{path}?l={line}")
    built = site.build(strict=True)
    number = GOOD.splitlines().index("def run(path: Path, times: int = 1) -> bool:") + 1
    assert f'href="https://example.org/src/core/good.py?l={number}"' in built.text("contracts/core.good.html")
    assert not (built.outdir / "contracts/source").exists()


def test_text(site: Site) -> None:
    built = site.build("text", strict=True)
    text = built.text("contracts/core.good.txt")
    for piece in (
        "run(path: Path, times: int = 1) -> bool",
        "Where to work",
        '"ValueError"',
        "[file-write]",
        "How often",
    ):
        assert piece in text, piece
    assert "+====" in text or "|====" in text


@pytest.mark.parametrize(
    "builder", ["singlehtml", "latex", "man", "epub", "gettext", "xml", "texinfo", "pseudoxml", "linkcheck", "dummy"]
)
def test_other_builders(site: Site, builder: str) -> None:
    site.write("src/core/status.py", STATUS)
    options: dict[str, Any] = {
        "version": "1",
        "epub_copyright": "x",
        "man_pages": [("index", "site", "Site", ["x"], 1)],
    }
    built = site.build(builder, suppress_warnings=["contracts.*"], **options)
    assert (built.error, built.warnings) == ("", [])
    if builder in ("latex", "man", "xml", "texinfo", "singlehtml", "pseudoxml"):
        text = "".join(path.read_text(errors="replace") for path in built.outdir.rglob("*") if path.is_file())
        assert "Where to work" in text
        assert "Current loss" in text


def test_pages_as_json(site: Site) -> None:
    built = site.run(builder="json")
    assert built.code == 0, built.error
    assert "Where to work" in built.text("contracts/core.good.fjson")
