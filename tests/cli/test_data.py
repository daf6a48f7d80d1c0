"""The commands ``schema`` and ``validate``, and data files that the settings name."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from sphinx_contracts.cli import main

STATUS = '''"""A status file.

It says how far a job is.

Key Components:
    - NAME: name of the file

Usage:
    import status

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

NAME = "status.json"
'''
EVENTS = '''"""Events and status of a service.

It describes two files.

Key Components:
    - NAME: name of a file

Usage:
    import service

status.json format:

{
    "up": true  // bool: Whether the service runs
}

events.jsonl format:

{"id": 1}
{"id": 2, "text": "x"}
"""

NAME = "events.jsonl"
'''
BROKEN = '''"""A broken format.

It cannot be read.

Key Components:
    - NAME: name of the file

Usage:
    import broken

broken.json format:

{
    "name" = "x",
    "rows": [1 2 3
    ]]
}
"""

NAME = "broken.json"
'''
WORDS = '''"""Names of people.

They are read by hand.

Key Components:
    - NAME: name of the file

Usage:
    import people

File Format:
    The file people.json holds a list of names, in any order.
"""

NAME = "people.json"
'''
WRONG = '{\n  "step": "one",\n  "more": 1\n}\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "src").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "src/status.py").write_text(STATUS)
    (tmp_path / "src/service.py").write_text(EVENTS)
    (tmp_path / "data/good.json").write_text('{"step": 1, "loss": 2}')
    (tmp_path / "data/wrong.json").write_text(WRONG)
    configure(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder: Path, *lines: str) -> None:
    text = "\n".join(["[tool.sphinx-contracts]", 'sources = ["src"]', *lines, ""])
    (folder / "pyproject.toml").write_text(text)


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def command(*arguments: str, **more: Any) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "sphinx_contracts", *arguments], capture_output=True, text=True, check=False, **more
    )


# ---- schema


def test_schemas_of_all_formats(project: Path) -> None:
    result = run("schema")
    assert result.exit_code == 0
    schemas = json.loads(result.output)
    assert list(schemas) == ["service:status.json", "service:events.jsonl", "status:status.json"]
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_schema_of_one_format(project: Path) -> None:
    one = json.loads(run("schema", "events.jsonl").output)
    assert one == json.loads(run("schema", "service:events.jsonl").output)
    assert (one["title"], list(one["properties"]), one["required"]) == ("events.jsonl", ["id", "text"], ["id"])


def test_schemas_of_paths(project: Path) -> None:
    assert list(json.loads(run("schema", "src/status.py").output)) == ["status:status.json"]
    assert len(json.loads(run("schema", "src").output)) == 3
    assert json.loads(run("schema", "status.json", "src/status.py").output)["title"] == "status.json"


def test_a_name_beats_a_path_and_a_path_beats_nothing(project: Path) -> None:
    (project / "events.jsonl").mkdir()
    assert json.loads(run("schema", "events.jsonl").output)["title"] == "events.jsonl"
    (project / "other").mkdir()
    (project / "src/status.py").rename(project / "other/status.py")
    assert list(json.loads(run("schema", "other").output)) == ["status:status.json"]
    assert list(json.loads(run("schema", "./other").output)) == ["status:status.json"]
    (project / "pyproject.toml").unlink()
    assert list(json.loads(run("schema", "other").output)) == ["status:status.json"]
    assert "there is no documented format 'statu.json'" in run("schema", "statu.json", "other").output


def test_schemas_are_written_to_files(project: Path) -> None:
    assert run("schema", "-o", "new/folder").exit_code == 0
    names = sorted(path.name for path in (project / "new/folder").iterdir())
    assert names == [
        "service.events.jsonl.schema.json",
        "service.status.json.schema.json",
        "status.status.json.schema.json",
    ]
    assert run("schema", "events.jsonl", "-o", "events.schema.json").exit_code == 0
    written = (project / "events.schema.json").read_text()
    assert written == (project / "new/folder/service.events.jsonl.schema.json").read_text()
    assert run("schema", "events.jsonl", "-o", "data").exit_code == 0
    assert (project / "data/service.events.jsonl.schema.json").read_text() == written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["schema", "status.json"],
            "several formats are named 'status.json': name one of service:status.json, status:status.json",
        ),
        (["schema", "statu.json"], "there is no documented format 'statu.json'; did you mean 'status.json'?"),
        (["schema", "service:event.jsonl"], "did you mean 'service:events.jsonl'"),
        (["schema", "zzzz"], "documented are service:status.json, service:events.jsonl, status:status.json"),
        (["schema", "status.json", "missing.py"], "source 'missing.py' does not exist"),
        (["schema", "-o", "pyproject.toml"], "pyproject.toml: is no folder that can be written to"),
        (["schema", "events.jsonl", "-o", "no/such/file"], "no/such/file: cannot be written"),
        (["validate"], "Missing argument 'NAME'"),
        (["validate", "events.jsonl"], "Missing argument 'FILE...'"),
        (["validate", "status.json", "data/good.json"], "several formats are named 'status.json'"),
        (["validate", "nothing", "data/good.json"], "there is no documented format 'nothing'"),
        (["validate", "events.jsonl", "data.csv"], "'data.csv' is CSV; only JSON, JSON Lines and YAML"),
        (["validate", "events.jsonl", "missing.json"], "missing.json: cannot be read: No such file or directory"),
        (["validate", "events.jsonl", "data"], "data: cannot be read: Is a directory"),
    ],
)
def test_wrong_usage_is_two(project: Path, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_format_that_cannot_be_read_has_no_schema(project: Path) -> None:
    (project / "src/broken.py").write_text(BROKEN)
    for arguments in (["schema", "broken.json"], ["validate", "broken.json", "data/good.json"]):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "the format 'broken:broken.json' cannot be read" in result.output
    assert "broken:broken.json" not in json.loads(run("schema").output)


def test_a_format_in_words_has_no_schema_and_says_so(project: Path) -> None:
    (project / "src/people.py").write_text(WORDS)
    told = (
        "there is no structure to check: the format 'people.json' is documented in words only (src/people.py:11); "
        'show it there, as in { "step": 100  // int: Steps done }'
    )
    for arguments in (["schema", "people.json"], ["validate", "PEOPLE:people.json", "data/good.json"]):
        result = run(*arguments)
        assert (result.exit_code, result.output) == (2, f"Error: {told}\n")
    done = command("schema", cwd=project)
    assert (done.returncode, done.stderr) == (0, f"{told}\n")
    assert len(json.loads(done.stdout)) == 3
    assert told in run("schema", "nothing", "src/people.py").output
    assert "did you mean 'people.json'?" in run("schema", "peopl.json").output
    configure(project, 'formats = {"people.json" = ["data/good.json"]}')
    result = run("check")
    assert (result.exit_code, result.output) == (2, f"Error: pyproject.toml: setting 'formats': {told}\n")
    assert run("check", "src/status.py").exit_code == 0


def test_a_structure_beside_the_words_is_what_counts(project: Path) -> None:
    (project / "src/people.py").write_text(
        WORDS
        + '''

def save(names: list[str]) -> None:
    """Write the names.

    People JSON Format:
        The file people.json has this structure:

        {
            "names": ["Ada"]  // list of str: Their names
        }
    """
'''
    )
    assert list(json.loads(run("schema", "people.json").output)["properties"]) == ["names"]


def test_the_case_of_a_name_does_not_matter(project: Path) -> None:
    assert run("schema", "Events.JSONL").output == run("schema", "events.jsonl").output
    assert run("schema", "SERVICE:status.json").output == run("schema", "service:status.json").output
    assert (
        "several formats are named 'Status.json': name one of service:status.json"
        in run("schema", "Status.json").output
    )


def test_the_case_of_a_name_matters_where_nothing_else_tells(project: Path) -> None:
    source = EVENTS.replace("status.json format", "Events.jsonl format")
    (project / "src/service.py").write_text(source)
    assert list(json.loads(run("schema", "Events.jsonl").output)["properties"]) == ["up"]
    assert list(json.loads(run("schema", "events.jsonl").output)["properties"]) == ["id", "text"]
    assert "several formats are named 'EVENTS.jsonl'" in run("schema", "EVENTS.jsonl").output


# ---- validate


def test_a_file_that_matches(project: Path) -> None:
    result = run("validate", "status:status.json", "data/good.json")
    assert (result.exit_code, result.output) == (0, "1 file against status.json: 0 errors\n")


def test_errors_stand_at_their_lines(project: Path) -> None:
    result = run("validate", "status.json", "data/wrong.json", "data/good.json", "--source", "src/status.py")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        'data/wrong.json:1:1: the key "loss" is missing ($)',
        'data/wrong.json:2:11: expected integer, found string "one" ($.step)',
        'data/wrong.json:3:3: the key "more" is not documented ($.more)',
        "2 files against status.json: 3 errors",
    ]


def test_errors_for_machines(project: Path) -> None:
    result = run("validate", "status:status.json", "data/wrong.json", "data/good.json", "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.output)
    assert (document["schema_version"], document["format"]) == (1, "status:status.json")
    wrong, good = document["files"]
    assert (wrong["path"], good) == ("data/wrong.json", {"path": "data/good.json", "errors": []})
    assert wrong["errors"][1] == {
        "line": 2,
        "column": 11,
        "message": 'expected integer, found string "one"',
        "path": "$.step",
    }


def test_a_file_that_cannot_be_read_does_not_stop_the_others(project: Path) -> None:
    result = run("validate", "status:status.json", "data/missing.json", "data/wrong.json")
    assert result.exit_code == 2
    assert 'data/wrong.json:1:1: the key "loss" is missing' in result.output
    assert "1 file against status.json: 3 errors" in result.output


def test_standard_input_and_a_limit(project: Path) -> None:
    lines = '{"id": 1}\n{"id": "x"}\n{"id": "y"}\n'
    done = command("validate", "events.jsonl", "-", "--max-errors", "1", input=lines, cwd=project)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        '<stdin>:2:8: expected integer, found string "x" ($.id)',
        "<stdin>:3:8: more is wrong from here on; only 1 error is reported ($)",
        "1 file against events.jsonl: 2 errors",
    ]


def test_the_language_can_be_said(project: Path) -> None:
    (project / "data/status.log").write_text('{"step": 1, "loss": 1}\n{"step": "x", "loss": 1}\n')
    done = run("validate", "status:status.json", "data/status.log", "--language", "jsonl")
    assert (done.exit_code, done.output.splitlines()[0]) == (
        1,
        'data/status.log:2:10: expected integer, found string "x" ($.step)',
    )
    assert "something stands behind the end" in run("validate", "status:status.json", "data/status.log").output


def test_control_characters_never_reach_the_terminal(project: Path) -> None:
    (project / "data/odd.json").write_text('{"id": "\\u001b[31m", "\u202e": 1}', encoding="utf-8")
    output = run("validate", "events.jsonl", "data/odd.json").output
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert "U+202E" in output


def without_jsonschema(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    code = f"import sys; sys.modules['jsonschema'] = None; from sphinx_contracts.cli import main; main({list(arguments)!r})"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=project)


def test_jsonschema_is_an_extra(project: Path) -> None:
    done = without_jsonschema(project, "validate", "events.jsonl", "data/good.json")
    assert done.returncode == 2
    assert done.stderr == (
        'Error: validating data files needs jsonschema; install it with: pip install "sphinx-contracts[validation]"\n'
    )
    configure(project, 'formats = {"events.jsonl" = ["data/good.json"]}')
    done = without_jsonschema(project, "check")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: pyproject.toml: setting 'formats': validating data files needs jsonschema")
    assert done.stderr.count("\n") == 1
    assert without_jsonschema(project, "schema", "events.jsonl").returncode == 0


# ---- the setting


def mismatches() -> list[tuple[str, int, str]]:
    findings = json.loads(run("check", "--format", "json").output)["findings"]
    return [
        (item["path"], item["line"], item["object"]) for item in findings if item["rule"] == "format-sample-mismatch"
    ]


def test_check_reads_the_files_of_the_setting(project: Path) -> None:
    assert mismatches() == []
    configure(project, 'formats = {"status:status.json" = ["data/*.json"]}')
    assert mismatches() == [("data/wrong.json", line, "status") for line in (1, 2, 3)]
    result = run("check")
    assert result.exit_code == 1
    assert 'expected integer, found string "one" ($.step)' in result.output
    (project / "data/wrong.json").write_text('{"step": 1, "loss": 1}')
    assert mismatches() == []


def test_globs_are_relative_to_the_configuration(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(project, 'formats = {"status:status.json" = ["data/**/wrong.json"]}')
    monkeypatch.chdir(project / "data")
    findings = json.loads(run("check", "../src/status.py", "--format", "json").output)["findings"]
    assert {item["path"] for item in findings if item["rule"] == "format-sample-mismatch"} == {"data/wrong.json"}


def test_a_part_of_the_sources_may_lack_the_format(project: Path) -> None:
    configure(project, 'formats = {"events.jsonl" = ["data/good.json"]}')
    assert "format-sample-mismatch" in run("check").output
    assert run("check", "src/status.py").exit_code == 0


def test_a_module_that_cannot_be_parsed_may_hold_the_format(project: Path) -> None:
    configure(project, 'formats = {"status:status.json" = ["data/wrong.json"]}')
    (project / "src/status.py").write_text("def f(:\n")
    result = run("check")
    assert result.exit_code == 1
    assert "source-unparsable" in result.output


def test_a_file_that_cannot_be_read_is_a_finding(project: Path) -> None:
    (project / "data/link.json").symlink_to("missing.json")
    configure(project, 'formats = {"status:status.json" = ["data/link.json"]}')
    result = run("check")
    assert result.exit_code == 1
    assert "the file cannot be read: No such file or directory" in result.output


def test_a_pipe_is_a_finding_and_hangs_nothing(project: Path) -> None:
    os.mkfifo(project / "data/pipe.json")
    configure(project, 'formats = {"status:status.json" = ["data/pipe.json"]}')
    assert "the file cannot be read: it is no regular file" in run("check").output


def test_many_errors_are_cut(project: Path) -> None:
    (project / "data/many.jsonl").write_text('{"id": "x"}\n' * 1000)
    configure(project, 'formats = {"events.jsonl" = ["data/many.jsonl"]}')
    assert len(mismatches()) == 101
    assert "more is wrong from here on; only 100 errors are reported" in run("check").output


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"x"', "setting 'formats' is str, expected dict"),
        ('{"status:status.json" = "data/*.json"}', "setting 'formats' maps names to lists of globs"),
        ('{"status:status.json" = [1]}', "setting 'formats' has 1 for 'status:status.json', expected a glob"),
        ('{"status:status.json" = [""]}', "setting 'formats' has '' for 'status:status.json', expected a glob"),
        ('{"statu.json" = ["data/*.json"]}', "setting 'formats': there is no documented format 'statu.json'; did you"),
        ('{"status.json" = ["data/*.json"]}', "setting 'formats': several formats are named 'status.json'"),
        ('{"events.jsonl" = ["nothing/*.json"]}', "setting 'formats': 'nothing/*.json' of the format 'events.jsonl'"),
        ('{"events.jsonl" = ["pyproject.toml"]}', "setting 'formats': 'pyproject.toml' is TOML"),
    ],
)
def test_mistakes_in_the_setting_are_one_line(project: Path, value: str, said: str) -> None:
    configure(project, f"formats = {value}")
    result = run("check")
    assert result.exit_code == 2
    assert said in result.output
    assert result.output.startswith("Error: pyproject.toml: ")
    assert result.output.count("\n") == 1
