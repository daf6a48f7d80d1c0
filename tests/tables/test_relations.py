"""What a module does at a glance, who uses what, what a package leads to, and what the index is filtered by."""

import pytest

from sphinx_contracts.effects.wording import is_denial
from sphinx_contracts.model.blocks import Block, Cell, Paragraph, Ref, Table
from sphinx_contracts.tables.connections import callable_lines, format_lines
from sphinx_contracts.tables.glance import effects_of, exceptions_of, glance_tables
from sphinx_contracts.tables.index import index_table
from sphinx_contracts.tables.modules import module_entry
from sphinx_contracts.tables.overview import Selection
from sphinx_contracts.tables.packages import package_tables
from sphinx_contracts.tables.view import View
from tests.code import project_of
from tests.tables.test_callables import plain, rows_of, table_of

WRITING = '''\
"""Writing.

Report JSON Format
------------------

The file report.json:

{
    "seconds": 12.5,   // float: how long it took, in seconds
    "size": 3          // int: its size (MB)
}
"""

import json
import os
import requests
from pathlib import Path
from example._private import check


def save(path: Path) -> None:
    """Save.

    Raises:
        ValueError: If empty

    Side Effects:
        - Writes the file
        - No network access
    """
    check(path)
    path.write_text("x")
    if not path.name:
        raise ValueError(path)


def send(path: Path) -> None:
    requests.post("http://x", data=path.read_text())
    raise KeyError(path)


def report() -> None:
    """Report."""
    with open("report.json", "w") as file:
        json.dump({"seconds": 1.0, "size": 3}, file)


class Writer:
    """A writer."""

    def run(self) -> None:
        """Run."""
        save(Path("x"))
        self.count = 1
'''
FILES = {
    "example/__init__.py": '"""Example."""\n\nfrom example.writing import Writer, save as store\n\n__all__ = ["Writer", "store"]\n',
    "example/_private.py": '"""P."""\n\nfrom example.reading import load\n\n\ndef check(path: object) -> None:\n    load()\n    check(path)\n',
    "example/reading.py": '"""Reading."""\n\n\ndef load() -> int:\n    """Load."""\n    return 1\n',
    "example/writing.py": WRITING,
    "example/star.py": '"""Star."""\n\nfrom example.writing import *\n\n__all__ = ["send"]\n',
}


def _view() -> View:
    return View(project_of(FILES), ())


def _names(blocks: object) -> dict[str, list[str]]:
    """First word of each line -> the objects it leads to."""
    assert isinstance(blocks, list)
    return {
        block.spans[0].text: [span.target for span in block.spans if isinstance(span, Ref)]
        for block in blocks
        if isinstance(block, Paragraph)
    }


def test_effects_and_exceptions_by_callable() -> None:
    module = _view().modules["example.writing"]
    effects = {
        name: [(actor.name, actor.is_documented) for actor in found] for name, found in effects_of(module).items()
    }
    assert effects["file-write"] == [
        ("example.writing.save", True),
        ("example.writing.report", False),
        ("example.writing.Writer.run", False),
    ]
    # a promise that there is none is no effect
    assert effects["network"] == [("example.writing.send", False)]
    raised = {name: [actor.name for actor in found] for name, found in exceptions_of(module).items()}
    assert raised["KeyError"] == ["example.writing.send"]
    assert "example.writing.save" in raised["ValueError"]
    tables = list(glance_tables(module))
    assert [table.kind for table in tables] == ["effects-glance", "raises-glance"]
    cells = {rows[1][0]: row.cells[1] for rows, row in zip(rows_of(tables[0]), tables[0].rows, strict=True)}
    lines = {name: [plain(Cell((block,))) for block in cell.blocks] for name, cell in cells.items()}
    # what is documented comes first, all that is not stands behind one label
    assert lines["file-write"] == ["save()", "undocumented report(), Writer.run()"]
    assert lines["network"] == ["undocumented send()"]


def test_promises_read_as_such() -> None:
    view = _view()
    (entry,) = [item for item in module_entry(view.modules["example.writing"], view).children if item.label == "save()"]
    rows = [row[1] for row in rows_of(table_of(entry.blocks, "side-effects"))]
    assert rows[1] == ("no networkdocumented", "No network access")


def test_undocumented_effects_are_marked() -> None:
    view = _view()
    (entry,) = [item for item in module_entry(view.modules["example.writing"], view).children if item.label == "send()"]
    rows = [row[1] for row in rows_of(table_of(entry.blocks, "side-effects"))]
    assert any(row[0] == "networkdetectedundocumented" for row in rows)
    assert any(row[0] == "file-readdetected" for row in rows)  # nobody must document that


def test_private_functions_are_looked_through() -> None:
    view = _view()
    lines = _names(list(callable_lines("example.writing.save", "example.writing", view.connections)))
    assert lines == {"Uses": ["example.reading.load"], "Used by": ["example.writing.Writer.run"]}
    assert view.connections.modules_using["example.reading"] == ("example.writing",)
    assert "example._private.check" not in view.connections.used_by


def test_who_writes_a_format() -> None:
    view = _view()
    module = view.modules["example.writing"]
    (item,) = module.formats
    assert _names(list(format_lines(item, module, view.connections))) == {"Written by": ["example.writing.report"]}


def test_units_are_said_once() -> None:
    view = _view()
    (entry,) = [item for item in module_entry(view.modules["example.writing"], view).children if item.kind == "format"]
    rows = [row[1] for row in rows_of(table_of(entry.blocks, "format"))]
    assert str(rows).count("seconds") == 2  # the name and the description
    assert str(rows).count("MB") == 1


def test_a_package_lists_what_it_passes_on_and_holds() -> None:
    view = _view()
    blocks: tuple[Block, ...] = tuple(package_tables(view.modules["example"], view))
    exports = [row[1] for row in rows_of(table_of(blocks, "exports"))]
    assert exports == [("Writer", "example.writing", "A writer."), ("store", "example.writing", "Save.")]
    inside = [row[1] for row in rows_of(table_of(blocks, "submodules"))]
    assert inside == [("reading", "Reading."), ("star", "Star."), ("writing", "Writing.")]
    star: tuple[Block, ...] = tuple(package_tables(view.modules["example.star"], view))
    assert [row[1][0] for row in rows_of(table_of(star, "exports"))] == ["send"]
    assert not list(package_tables(view.modules["example.writing"], view))


def test_what_the_index_is_filtered_by() -> None:
    table = index_table(_view(), Selection())
    assert isinstance(table, Table)
    assert table.keys == ("module", "summary", "score", "errors", "notes")
    rows = {dict(row.data)["module"]: dict(row.data) for row in table.rows}
    assert set(rows["example.writing"]["effect"].split()) >= {"file-write", "network", "self-state"}
    assert set(rows["example.writing"]["raises"].split()) >= {"KeyError", "ValueError"}
    assert rows["example.reading"]["effect"] == ""
    columns = index_table(_view(), Selection(columns=("module", "effects")))
    assert isinstance(columns, Table)
    assert ("example.writing", "file-writenetwork") in [row[1] for row in rows_of(columns)]


def test_generators_show_what_they_yield() -> None:
    text = (
        "from collections.abc import AsyncIterator, Generator, Iterator\n\n\n"
        'def one() -> Iterator[dict[str, int]]:\n    """One.\n\n    Yields:\n        x\n    """\n    yield {}\n\n\n'
        'def two() -> Generator[tuple[int, str], None, int]:\n    """Two.\n\n    Yields:\n        x\n    """\n    yield 1, ""\n'
        "    return 1\n"
    )
    view = View(project_of({"m.py": text}), ())
    found = {
        item.label: [row[1] for row in rows_of(table_of(item.blocks, "outputs"))]
        for item in module_entry(view.modules["m"], view).children
    }
    assert found["one()"][0][:2] == ("yields", "dict[str, int]")
    assert any(row[:2] == ("yields", "tuple[int, str]") for row in found["two()"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No network access", True),
        ("Never touches the disk", True),
        ("Does not write files", True),
        ("No files are written unless force is set", False),
        ("Nothing but the log file is written", False),
        ("Notes are written to the log", False),
        ("Writes the file", False),
    ],
)
def test_denials(text: str, expected: bool) -> None:
    assert is_denial(text) is expected
