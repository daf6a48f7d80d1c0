"""What a reader types into the search, and what other projects link to."""

import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from sphinx.util.inventory import InventoryFile

from tests.sites.everything import write_everything
from tests.sites.site import INDEX, Build, Site

PAGE = "contracts/core.engine"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    site = Site(tmp_path_factory.mktemp("search") / "site")
    write_everything(site)
    return site.build(strict=True)


@pytest.fixture(scope="module")
def index(built: Build) -> dict[str, Any]:
    text = built.text("searchindex.js")
    found: dict[str, Any] = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    return found


def _documents(index: dict[str, Any], word: str) -> set[str]:
    found = index["terms"].get(word, [])
    return {index["docnames"][number] for number in (found if isinstance(found, list) else [found])}


@pytest.mark.parametrize(
    ("what", "word"),
    [
        ("a parameter", "set"),  # settings, as the stemmer of the search writes it
        ("a parameter of few letters", "arg"),
        ("a field of a record", "batch_siz"),
        ("a field of a format", "val_train_gap"),
        ("an inner field of a format", "prompt"),
        ("a member of an enum", "slow"),
        ("an exception", "brokenjoberror"),
        ("an exception that a callee raises", "lookuperror"),
        ("a warning", "userwarn"),
        ("an effect that is documented", "result"),
        ("the category of an effect", "write"),
        ("another category", "stdout"),
        ("a word of an example", "name"),
        ("a type", "dict"),
    ],
)
def test_the_search_finds(index: dict[str, Any], what: str, word: str) -> None:
    assert PAGE in _documents(index, word), (what, sorted(index["terms"]))


def test_the_search_finds_objects(index: dict[str, Any]) -> None:
    assert {"core.engine.Engine", "core.engine.bare"} <= {name.rstrip(".") for name in _object_names(index)}


def _object_names(index: dict[str, Any]) -> set[str]:
    found = set()
    for prefix, items in index["objects"].items():
        for item in items:
            name = item[4] if isinstance(item, list) and len(item) > 4 else item
            found.add(f"{prefix}.{name}" if prefix else str(name))
    return found


def test_no_markup_gets_into_the_index(index: dict[str, Any]) -> None:
    assert not {"contract-badge", "td", "colspan", "tbody", "href"} & set(index["terms"])


def test_every_object_is_in_the_inventory_of_both_domains(built: Build) -> None:
    data = InventoryFile.loads((built.outdir / "objects.inv").read_bytes(), uri="").data
    for kind, name in (
        ("py:class", "core.engine.Engine"),
        ("py:method", "core.engine.Engine.run"),
        ("py:exception", "core.engine.BrokenJobError"),
        ("py:attribute", "core.engine.Settings.batch_size"),
        ("py:function", "core.engine.bare"),
        ("py:module", "core.engine"),
        ("contract:format", "core.engine:engine_status.json"),
        ("contract:function", "core.engine.Engine.run"),
    ):
        assert name in data[kind], (kind, name)


USER = '''\
"""Uses what others make."""

from pathlib import Path

from core.engine import BrokenJobError, Engine, Settings


def use(engine: Engine, where: Path) -> Settings:
    """Use :class:`core.engine.Mode` and :meth:`~core.engine.Engine.run`.

    Args:
        engine: Runs it
        where: Where results go

    Returns:
        The settings

    Raises:
        BrokenJobError: If it is broken
    """
    raise BrokenJobError(str(where))
'''


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory, built: Build) -> Build:
    """Another project that names the types of the first; both inventories are files, nothing is fetched."""
    python = tmp_path_factory.mktemp("python") / "objects.inv"
    _write_inventory(python, "pathlib.Path py:class 1 library/pathlib.html#$ -\n")
    site = Site(tmp_path_factory.mktemp("user") / "site")
    site.write("src/mine.py", USER)
    roles = ":py:class:`core.engine.Engine` :py:mod:`core.engine` :contract:func:`core.engine.Engine.run`"
    formats = ":contract:format:`core.engine:engine_status.json` :external+engine:py:exc:`core.engine.BrokenJobError`"
    site.write("docs/index.rst", f"{INDEX}\n{roles} {formats}\n")
    site.configure(
        extensions=["sphinx.ext.intersphinx", "sphinx_contracts"],
        intersphinx_mapping={
            "engine": ("https://engine.example/", str(built.outdir / "objects.inv")),
            "python": ("https://python.example/", str(python)),
        },
        suppress_warnings=["contracts.*"],
    )
    made = site.build(nitpicky=True, strict=True)
    assert (made.code, made.warnings) == (0, [])
    return made


def _write_inventory(path: Path, line: str) -> None:
    head = "# Sphinx inventory version 2\n# Project: Python\n# Version: 3\n# The remainder of this file is compressed using zlib.\n"
    path.write_bytes(head.encode() + zlib.compress(line.encode()))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Engine", "https://engine.example/contracts/core.engine.html#core.engine.Engine"),
        ("Settings", "https://engine.example/contracts/core.engine.html#core.engine.Settings"),
        ("BrokenJobError", "https://engine.example/contracts/core.engine.html#core.engine.BrokenJobError"),
        (r"(?:core\.engine\.)?Mode", "https://engine.example/contracts/core.engine.html#core.engine.Mode"),
        (r"run\(\)", "https://engine.example/contracts/core.engine.html#core.engine.Engine.run"),
        ("Path", "https://python.example/library/pathlib.html#pathlib.Path"),
    ],
)
def test_our_pages_link_to_other_projects(user: Build, text: str, address: str) -> None:
    page = user.words("contracts/mine.html")
    assert re.search(rf'<a class="reference external" href="{re.escape(address)}"[^>]*>{text}</a>', page)


@pytest.mark.parametrize(
    "anchor",
    [
        "core.engine.Engine",
        "core.engine",
        "core.engine.Engine.run",
        "core.engine:engine_status.json",
        "core.engine.BrokenJobError",
    ],
)
def test_documents_link_to_the_contracts_of_other_projects(user: Build, anchor: str) -> None:
    assert f'href="https://engine.example/contracts/core.engine.html#{anchor}"' in user.text("index.html")
