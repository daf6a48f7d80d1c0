"""No dead link within the project: in the files at the top and of the benchmarks. Those of the site are Sphinx's own matter."""

import re
from pathlib import Path

import pytest

from tests.examples.pages import ROOT, pages

PAGES = [page for page in pages() if not page.startswith("docs/")]


def anchors(path: Path) -> set[str]:
    """The anchors that headings get on the usual hosts."""
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        assert target.exists(), f"{page}: {link}"
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), f"{page}: {link}"


def test_the_pages_that_are_looked_at() -> None:
    assert {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "benchmarks/README.md"} <= set(PAGES)


def test_every_path_that_contributors_are_told_of_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:sphinx_contracts|tests|docs|benchmarks|\.ci)/[\w./-]*)`", text)
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists() and "NAME" not in path] == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("sphinx_contracts/rules/registry.py", "_FILES"),
        ("sphinx_contracts/rules/registry.py", "_ORDER"),
        ("sphinx_contracts/effects/catalogue.py", "CATALOGUE"),
        ("sphinx_contracts/effects/catalogue.py", "CONDITIONS"),
        ("sphinx_contracts/calls/returns.py", "RETURNS"),
        ("sphinx_contracts/docstrings/headings.py", "heading_at"),
        ("sphinx_contracts/tables/entry.py", "PROSE_COLUMNS"),
        ("sphinx_contracts/reports/formats.py", "_NAMES"),
        ("sphinx_contracts/config/_settings.py", "Settings"),
    ],
)
def test_every_name_that_contributors_are_told_of_is_there(file: str, name: str) -> None:
    assert f"`{name}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^(def |class )?{name}\b", (ROOT / file).read_text(encoding="utf-8"))
