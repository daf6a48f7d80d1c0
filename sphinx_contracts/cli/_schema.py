"""The command ``schema``: documented formats as JSON Schema.

Key Components:
    - command: ``sphinx-contracts schema``

Usage:
    sphinx-contracts schema training_status.json -o training_status.schema.json
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from sphinx_contracts.cli._output import say, write
from sphinx_contracts.cli._run import Failure, loaded
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.formats.lookup import format_named, formats_of, schema_file_name, words_only
from sphinx_contracts.model.contract import Project
from sphinx_contracts.visible import visible_line

__all__ = ["command"]


@click.command("schema")
@click.argument("arguments", nargs=-1, metavar="[NAME] [PATH]...")
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    help="Write to FILE, or one file for each format into DIR. Without NAME, it is a folder, made where it is missing.",
)
def command(arguments: tuple[str, ...], output: str | None) -> None:
    """Print documented formats as JSON Schema 2020-12.

    With NAME, print the schema of that format: its own name, or module:name where several modules have one of that
    name. Without, print all schemas as one object, by module:name, and on stderr which formats are documented in words
    only, so that they have none.

    Formats are looked for at PATH, else in the sources that pyproject.toml names. A first argument that names no format
    and is a folder or a file of Python is a PATH.
    """
    project, name = _asked_for(arguments)
    if name is None:
        schemas = {key: dict(item.schema) for key, item in formats_of(project).items() if item.schema is not None}
        _write_all(schemas, output)
        for line in words_only(project):
            click.echo(visible_line(line), err=True)
        return
    qualified, documented = format_named(name, project)
    if documented.schema is None:
        raise Failure(f"the format '{qualified}' cannot be read, so it has no schema; 'check' says what is wrong")
    if output is not None and (Path(output).is_dir() or output.endswith(("/", os.sep))):
        _write_all({qualified: dict(documented.schema)}, output)
    else:
        write(_text(documented.schema), output)


def _asked_for(arguments: tuple[str, ...]) -> tuple[Project, str | None]:
    """The code that is meant, and the name of one format in it."""
    if not arguments or _is_surely_path(arguments[0]):
        return loaded(arguments, formats={}).project, None
    name, paths = arguments[0], arguments[1:]
    try:
        project = loaded(paths, formats={}).project
        format_named(name, project)
    except (ConfigurationError, Failure) as error:
        if Path(name).is_dir():
            return loaded(arguments, formats={}).project, None
        raise error if isinstance(error, Failure) else Failure(str(error)) from error
    return project, name


def _is_surely_path(argument: str) -> bool:
    """No format has such a name."""
    return "/" in argument or os.sep in argument or (argument.endswith(".py") and Path(argument).exists())


def _write_all(schemas: Mapping[str, Any], output: str | None) -> None:
    if output is None:
        say(_text(schemas))
        return
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"{output}: is no folder that can be written to: {error.strerror or error}") from error
    for name, schema in schemas.items():
        write(_text(schema), os.fspath(folder / schema_file_name(name)))


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(dict(data), indent=2, ensure_ascii=False)
