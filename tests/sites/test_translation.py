"""Pages in another language: fixed words from our catalog, prose from the project's."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from sphinx_contracts.ext._labels import CATALOG, LOCALES
from tests.sites.everything import cells_of, write_everything
from tests.sites.site import GOOD, Site
from tests.sites.test_directives import STATUS

PACKAGE = LOCALES.parent
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())


def _catalog(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_mo(file) if path.suffix == ".mo" else read_po(file)


def _messages(catalog: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalog if message.id}


def _folder(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES"


def test_the_template_holds_every_label() -> None:
    keywords = {**DEFAULT_KEYWORDS, "Label": None}
    found = {message for _, _, message, _, _ in extract_from_dir(PACKAGE, keywords=keywords)}
    assert set(_messages(_catalog(LOCALES / f"{CATALOG}.pot"))) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_complete_and_keeps_the_values(language: str) -> None:
    wanted = _messages(_catalog(LOCALES / f"{CATALOG}.pot"))
    messages = _messages(_catalog(_folder(language) / f"{CATALOG}.po"))
    assert set(messages) == set(wanted)
    for message, text in messages.items():
        assert text, message
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", message))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalog_is_that_of_the_text(language: str) -> None:
    folder = _folder(language)
    assert _messages(_catalog(folder / f"{CATALOG}.mo")) == _messages(_catalog(folder / f"{CATALOG}.po"))


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("german") / "site")
    write_everything(site)
    site.configure(language="de")
    return site


def test_headings_are_german_and_docstrings_are_not(german: Site) -> None:
    built = german.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    page = built.text("contracts/core.engine.html")
    cells, _ = cells_of(page)
    for word in (
        "Eingaben",
        "Ausgaben",
        "Seiteneffekte",
        "Ausnahmen",
        "Beschreibung",
        "Bedingung",
        "Hauptbestandteile",
    ):
        assert word in cells or f">{word}" in page, word
    for word in ("Inputs", "Outputs", "Raises", "Side effects", "Description", "Condition", "documented", "Example"):
        assert word not in cells, word
    assert "What it is called" in page
    assert re.search(r"ausgelöst in Zeile \d+", page)
    assert "Checkliste: " in page
    assert "<h1>Verträge" in built.text("contracts/index.html")


@pytest.mark.parametrize(
    "builder", ["dirhtml", "singlehtml", "epub", "text", "man", "latex", "xml", "pseudoxml", "texinfo"]
)
def test_every_builder_speaks_german(german: Site, builder: str) -> None:
    built = german.build(builder, strict=True)
    assert (built.code, built.error, built.warnings) == (0, "", [])
    text = "".join(path.read_text(errors="replace") for path in built.outdir.rglob("*") if path.is_file())
    for word in ("Eingaben", "Seiteneffekte", "Beschreibung", "erkannt"):
        assert word in text, word
    assert "Key components" not in text


def test_words_of_labels_are_found_in_the_language_of_the_project(german: Site) -> None:
    index = german.build().text("searchindex.js")
    assert '"seiteneffekt' in index
    assert '"befund' in index


def test_messages_have_the_line_of_the_source(site: Site) -> None:
    site.write("src/core/status.py", STATUS)
    built = site.build("gettext", strict=True, suppress_warnings=["contracts.*"])
    assert (built.code, built.warnings) == (0, [])
    catalog = _catalog(built.outdir / "contracts.pot")
    places = {
        str(message.id): {(Path(path).name, line) for path, line in message.locations}
        for message in catalog
        if message.id
    }
    for text, name, source in (
        ("A good module.", "good.py", GOOD),
        ("Where to work", "good.py", GOOD),
        ("If times is below one", "good.py", GOOD),
        ("Current loss", "status.py", STATUS),
    ):
        line = next(number for number, row in enumerate(source.splitlines(), 1) if text in row)
        assert (name, line) in places[text]
    assert not {"Inputs", "Description", "path", "Path", "file-write", "run"} & set(places)


TRANSLATED = {
    "A good module.": "Ein gutes Modul.",
    "Where to work": "Wo ``gearbeitet`` wird, siehe :py:func:`run() <core.good.run>`",
    "True when done": "",
}


def _translate(site: Site, texts: dict[str, str]) -> None:
    folder = site.docs / "locales/de/LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    entries = "\n".join(f'msgid "{key}"\nmsgstr "{text}"\n' for key, text in texts.items())
    (folder / "contracts.po").write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{entries}', encoding="utf-8"
    )


def test_a_project_translates_its_contracts(site: Site) -> None:
    site.configure(language="de", locale_dirs=["locales"], html_theme="basic")
    _translate(site, TRANSLATED)
    built = site.build(strict=True)
    assert (built.code, built.warnings) == (0, [])
    page = built.text("contracts/core.good.html")
    assert "Ein gutes Modul." in page and "A good module." not in page
    assert re.search(r'Wo <code[^>]*>gearbeitet</code> wird, siehe <code[^>]*><a [^>]*href="#core.good.run"', page)
    assert "True when done" in page
    assert "Ein gutes Modul." in built.text("contracts/index.html")
    assert site.build(strict=True).read == []


def test_a_changed_translation_is_shown(site: Site) -> None:
    site.configure(language="de", locale_dirs=["locales"])
    _translate(site, TRANSLATED)
    site.build(strict=True)
    _translate(site, {"A good module.": "Ein besseres Modul."})
    # Python keeps the catalogs that a process has read
    assert "Ein besseres Modul." in site.run("-W").text("contracts/core.good.html")
