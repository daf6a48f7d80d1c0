"""Data files across source files: who writes them, what is written, where their format is documented or declared."""

from sphinx_contracts.model.formats import Format
from tests.rules.checking import checked, rules

DOCS = '''"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

'''
RECORD = '''
from dataclasses import dataclass


@dataclass
class Status:
    """What it is."""

    step: int  # Current step
    epoch: int  # Rounds
'''
WRITER = '''
import json
import os
from pathlib import Path


def write_json(data: dict, path: Path) -> None:
    """Write."""
    text = json.dumps(data)
    with open(f"{path}.tmp", "w") as stream:
        stream.write(text)
    os.replace(f"{path}.tmp", path)
'''


def _drifts(files: dict[str, str]) -> list[str]:
    found = checked(dict(files)).findings
    return [f"{item.module}: {item.message}" for item in found if item.rule == "format-drift"]


def test_a_record_of_another_module_is_held_against_the_documentation() -> None:
    code = """
import json
from dataclasses import asdict
from core.record import Status as Kept


def save(status: Kept, path):
    with open(path, "w") as file:
        json.dump(asdict(status), file)
"""
    assert _drifts({"core/record.py": RECORD, "core/status.py": DOCS + code}) == [
        "core.status: status.json and the code disagree: the code writes 'epoch' (line 21), which is not documented; "
        "'loss' is documented, but the code never writes it"
    ]


def test_what_a_function_of_another_module_writes_counts_where_it_is_called() -> None:
    code = """
from core.files import write_json


def save(path):
    write_json({"step": 1, "epoch": 2}, path)
"""
    files = {"core/files.py": WRITER, "core/status.py": DOCS + code}
    assert _drifts(files) == [
        "core.status: status.json and the code disagree: the code writes 'epoch' (line 18), which is not documented; "
        "'loss' is documented, but the code never writes it"
    ]
    assert _drifts({**files, "core/status.py": DOCS + code.replace("epoch", "loss")}) == []


def test_the_name_of_a_file_links_it_to_its_format() -> None:
    code = """
from core.files import write_json


def save(folder):
    write_json({"step": 1, "loss": 2}, folder / "status.json")


def report(folder):
    write_json({"step": 1, "loss": 2, "lines": 3}, folder / "report.json")
"""
    assert _drifts({"core/files.py": WRITER, "core/status.py": DOCS + code}) == []


def test_inherited_fields_count_and_unknown_bases_make_unsure() -> None:
    code = """
import json
from dataclasses import asdict, dataclass
from core.record import Status


@dataclass
class Full(Status):
    loss: float

    def save(self, path):
        with open(path, "w") as file:
            json.dump(asdict(self), file)
"""
    record = RECORD.replace("epoch", "rounds")
    assert _drifts({"core/record.py": record, "core/status.py": DOCS + code}) == [
        "core.status: status.json and the code disagree: the code writes 'rounds' (line 25), which is not documented"
    ]
    assert _drifts({"core/status.py": DOCS + code}) == []


def _undocumented(files: dict[str, str]) -> list[str]:
    return [item.module for item in checked(dict(files)).findings if item.rule == "format-undocumented"]


READER = '''"""Reader module.

It reads the status of a job. {more}
"""

import json


def load(path):
    with open(path) as file:
        return json.load(file)
'''


def test_a_format_documented_elsewhere_is_referred_to_by_name() -> None:
    for words in (
        "See core.status for the format.",
        "The format is documented in `core.status`.",
        "See `status.json`.",
    ):
        assert _undocumented({"core/status.py": DOCS, "core/reader.py": READER.format(more=words)}) == []


def test_a_name_that_holds_no_format_is_no_reference() -> None:
    for words in ("See core.other for the format.", "", "See core.nothing.", "It is like core.status."):
        files = {"core/status.py": DOCS, "core/other.py": '"""Other."""\n', "core/reader.py": READER.format(more=words)}
        assert _undocumented(files) == ["core.reader"]


def test_a_file_that_the_project_documents_is_no_other_tools() -> None:
    reader = READER.format(more="").replace("open(path)", 'open(path / "vocab.json")')
    told = READER.format(more="It is in vocab.json.")
    docs = DOCS.replace("status.json", "vocab.json")
    for text in (reader, told):
        assert _undocumented({"core/reader.py": text}) == []
        assert _undocumented({"core/words.py": docs, "core/reader.py": text}) == ["core.reader"]
        named = text.replace("Reader module.", "Reader module.\n\nSee core.words for the format.")
        assert _undocumented({"core/words.py": docs, "core/reader.py": named}) == []


def test_what_declares_the_format_counts_in_other_modules_too() -> None:
    docs = """\"\"\"Words module.

It keeps words.

Vocabulary Format:
    The file vocab.json is one `Status`.
\"\"\"
"""
    reader = READER.format(more="").replace("open(path)", 'open(path / "vocab.json")')
    for files in ({"core/a.py": docs + RECORD, "core/b.py": reader}, {"core/b.py": docs + RECORD, "core/a.py": reader}):
        assert len(_undocumented(files)) == 1


def test_functions_that_are_private_count_and_test_modules_do_not() -> None:
    text = READER.format(more="").replace("def load", "def _load")
    assert _undocumented({"core/reader.py": text}) == ["core.reader"]
    assert _undocumented({"tests/test_reader.py": text, "core/_reader.py": text}) == []


def _formats(files: dict[str, str], module: str) -> tuple[Format, ...]:
    found = {item.name: item for item in checked(dict(files)).project.modules}
    return found[module].formats


SCHEMA = """
STATUS_SCHEMA = {
    "type": "object",
    "properties": {
        "step": {"type": "integer", "description": "Current step", "examples": [100]},
        "kind": {"enum": ["go", "stop"]},
        "recent": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"prompt": {"type": ["string", "null"]}},
            },
        },
    },
    "required": ["step", "kind"],
}
"""


def test_a_schema_that_a_docstring_names_is_a_format() -> None:
    text = f'"""Status module.\n\nIt keeps the status.\n\nStatus Format\n-------------\nSee `STATUS_SCHEMA`.\n"""\n{SCHEMA}'
    (found,) = _formats({"core/status.py": text}, "core.status")
    assert (found.name, found.object, found.line, found.declared_by) == (
        "status",
        "core.status",
        7,
        "core.status.STATUS_SCHEMA",
    )
    rows = [(item.path, item.types, item.optional, item.nullable, item.enum, item.line) for item in found.fields]
    assert rows == [
        ("step", ("int",), False, False, (), 13),
        ("kind", ("str",), False, False, ("go", "stop"), 14),
        ("recent", ("list",), True, False, (), 15),
        ("recent[].prompt", ("str",), False, True, (), 19),
    ]
    assert found.fields[0].description == "Current step"
    assert found.fields[0].example == 100
    assert found.schema is not None
    assert found.schema["required"] == ["step", "kind"]


TYPED = '''"""Records."""

from typing import NotRequired, TypedDict


class Recent(TypedDict):
    """One question."""

    prompt: str  # What was asked


class StatusDict(TypedDict):
    """What the file holds."""

    step: int  # Current step
    loss: float | None  # Current loss
    note: NotRequired[str]  # A remark
    recent: list[Recent]  # The last questions
'''


def test_a_typed_dict_of_another_module_is_a_format_with_its_comments() -> None:
    text = '"""Status module.\n\nIt keeps the status.\n\nFormat: see `StatusDict`\n"""\nfrom core.records import StatusDict\n'
    (found,) = _formats({"core/records.py": TYPED, "core/status.py": text}, "core.status")
    assert (found.name, found.declared_by) == ("StatusDict", "core.records.StatusDict")
    rows = [(item.path, item.types, item.optional, item.nullable, item.description) for item in found.fields]
    assert rows == [
        ("step", ("int",), False, False, "Current step"),
        ("loss", ("float",), False, True, "Current loss"),
        ("note", ("str",), True, False, "A remark"),
        ("recent", ("list",), False, False, "The last questions"),
        ("recent[].prompt", ("str",), False, False, "What was asked"),
    ]
    assert {item.line for item in found.fields} == {5}


def test_models_and_dataclasses_are_formats_where_they_are_named() -> None:
    text = '''"""Status module.

It keeps the status.
"""

from pydantic import BaseModel, Field


class Status(BaseModel):
    """What the file holds."""

    step: int = Field(description="Current step")
    loss: float = 0.5


def save(status: Status) -> None:
    """Save.

    File Format:
        The file status.json is one `Status`.
    """
'''
    (found,) = _formats({"core/status.py": text}, "core.status")
    assert (found.name, found.object) == ("status.json", "core.status.save")
    assert [(item.path, item.optional, item.line) for item in found.fields] == [("step", False, 12), ("loss", True, 13)]


def test_prose_about_formats_that_names_nothing_declared_is_no_format() -> None:
    for words in ("Format: JSON", "Format: see below", "Output format: `str` or `Path`", "Date format: `YYYY_MM`"):
        assert _formats({"core/status.py": f'"""Status module.\n\n{words}\n"""\n{SCHEMA}'}, "core.status") == ()
    two = "Format: `STATUS_SCHEMA` or `OTHER_SCHEMA`"
    text = f'"""Status module.\n\n{two}\n"""\n{SCHEMA}{SCHEMA.replace("STATUS", "OTHER")}'
    assert _formats({"core/status.py": text}, "core.status") == ()


def test_a_block_under_a_heading_that_names_a_record_stays_one_format() -> None:
    text = f"{DOCS.replace('format:', 'format of StatusDict:')}{TYPED.partition(chr(10) + chr(10))[2]}"
    assert [item.declared_by for item in _formats({"core/status.py": text}, "core.status")] == [""]


def test_what_is_only_an_example_or_a_value_in_memory_is_noted() -> None:
    text = '''"""Status module.

It keeps the status of a job.

Example:
    ```json
    {"step": 1, "loss": <the loss>}
    ```
"""


def summary():
    """Sum up.

    Returns:
        {
            "step": step,
            "loss": loss
        }
    """
'''
    found = [item for item in checked({"example.py": text}).findings if item.item == "file-formats"]
    assert found
    assert {item.severity for item in found} == {"note"}
    assert "format-field-untyped" in rules(found)


def test_a_block_in_prose_is_noted_where_the_module_opens_no_file() -> None:
    text = '''"""Status module.

A mapping of the form:

{
    "step": 1,
    "loss": whatever it is
}
"""
'''
    io = "import json\n\n\ndef load(path):\n    return json.load(open(path))\n"

    def severities(source: str) -> dict[str, str]:
        found = checked({"example.py": source}).findings
        return {item.rule: item.severity for item in found if item.rule in ("format-unnamed", "format-field-untyped")}

    assert severities(text) == {"format-unnamed": "note", "format-field-untyped": "note"}
    assert severities(text + io) == {"format-unnamed": "error", "format-field-untyped": "error"}


def test_what_a_sentence_says_is_returned_is_a_value_in_memory() -> None:
    text = '''"""Status module."""

import json


def load(path):
    """Load all.

    Returns a dict of the form::

        {
            "step": {"the step itself": ...},
        }
    """
    return {"step": json.load(open(path))}
'''
    found = [item for item in checked({"example.py": text}).findings if item.rule.startswith("format-field")]
    assert {item.rule for item in found} == {"format-field-undescribed", "format-field-untyped"}
    assert {item.severity for item in found} == {"note"}


def test_long_bodies_and_deep_reads_are_no_trouble() -> None:
    deep = "import json\n\n\ndef load(path):\n    data = json.load(open(path))\n    return data" + '["a"]' * 900
    loops = "import json\n\n\ndef save(path):\n    a = {}\n    b = {}\n"
    loops += "".join(f'    a["k{n}"] = b\n    b["k{n}"] = a\n' for n in range(500))
    loops += '    json.dump(a, open(path, "w"))\n'
    assert _drifts({"core/status.py": f"{DOCS}{deep}\n"}) == []
    assert _drifts({"core/status.py": DOCS + loops}) == []


def test_notes_do_not_count_and_errors_do() -> None:
    def items(text: str) -> dict[str, int]:
        return dict(checked({"example.py": text}).project.modules[0].checklist["file-formats"])

    assert items(DOCS) == {"passed": 4, "applicable": 4}
    assert items(DOCS.replace("  // int: Current step", "")) == {"passed": 4, "applicable": 4}
    assert items(DOCS.replace("1,  // int: Current step", "whatever it is now")) == {"passed": 3, "applicable": 4}
    assert items('"""Nothing to do with files."""\n') == {"passed": 0, "applicable": 0}


def test_a_comment_behind_the_docstring_suppresses() -> None:
    text = DOCS.replace('"loss": 0.5  // float: Current loss', '"loss": whatever it is').rstrip()
    found = checked({"example.py": f"{text}  # contracts: ignore[format-field-untyped]\n"}).findings
    assert [item.suppressed for item in found if item.rule == "format-field-untyped"] == ["inline"]
    assert "suppression-unused" not in rules(found)


def test_a_value_that_a_sentence_shows_is_noted_where_the_module_opens_no_file() -> None:
    text = '''"""Replies."""


def flatten(reply):
    """Flatten replies.

    Convert a list of replies in this format::

        [{"a@example.com": reply}]

    into this format::

        {"a@example.com": reply}
    """
'''
    found = [item for item in checked({"example.py": text}).findings if item.item == "file-formats"]
    assert {item.severity for item in found} == {"note"}


def test_the_columns_of_a_file_under_a_heading_are_a_format() -> None:
    text = '''"""Scores.

It keeps the scores of all runs.

CSV format:
    id,name,score
    1,bob,0.5
"""

import csv


def load(path):
    with open(path) as file:
        return list(csv.reader(file))
'''
    assert _undocumented({"core/scores.py": text}) == []
    assert _undocumented({"core/scores.py": text.replace("CSV format", "Remarks")}) == ["core.scores"]


PARTIAL = '''"""Status module.

It keeps the status.

Format: status.json is one `Status`
"""

import json
from typing import Optional, Required, TypedDict


class Inner(TypedDict):
    """One part."""

    x: int  # Where


class Base(TypedDict):
    """What all have."""

    id: str  # Name of the job


class Status(Base, total=False):
    """What the file holds."""

    step: Required[int]  # Current step
    loss: float  # Current loss
    last: Optional[Inner]  # The last part
    many: list[Inner] | None  # All parts
    named: dict[str, Inner]  # Parts by name


def save(path):
    with open(path, "w") as file:
        json.dump({"id": "a", "step": 1}, file)
'''


def test_keys_that_a_typed_dict_need_not_have_are_optional_and_null_is_kept() -> None:
    (found,) = _formats({"core/status.py": PARTIAL}, "core.status")
    rows = [(item.path, item.types, item.optional, item.nullable) for item in found.fields]
    assert rows == [
        ("id", ("str",), False, False),
        ("step", ("int",), False, False),
        ("loss", ("float",), True, False),
        ("last", ("dict",), True, True),
        ("last.x", ("int",), False, False),
        ("many", ("list",), True, True),
        ("many[].x", ("int",), False, False),
        ("named", ("dict",), True, False),
        ("named.<name>", ("dict",), False, False),
        ("named.<name>.x", ("int",), False, False),
    ]
    assert found.schema is not None
    assert found.schema["required"] == ["id", "step"]
    assert found.schema["properties"]["last"]["type"] == ["object", "null"]
    assert "x" in found.schema["properties"]["named"]["additionalProperties"]["properties"]
    assert _drifts({"core/status.py": PARTIAL}) == []
