"""The command ``validate``: real data files against a documented format.

Key Components:
    - command: ``sphinx-contracts validate``

Usage:
    sphinx-contracts validate training_status.json status/*.json
"""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any, BinaryIO, get_args

import click

from sphinx_contracts.cli._output import say
from sphinx_contracts.cli._run import Failure, loaded
from sphinx_contracts.config import ConfigurationError
from sphinx_contracts.formats.lookup import format_named
from sphinx_contracts.formats.validation import DataLanguage, language_of_file, limited, validated, validator_for
from sphinx_contracts.garbage import collect_what_comes
from sphinx_contracts.model.data import DataError
from sphinx_contracts.model.formats import Format
from sphinx_contracts.visible import visible_line

__all__ = ["command"]


@click.command("validate")
@click.argument("name", metavar="NAME")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--source", "sources", multiple=True, metavar="PATH", help="Where NAME is documented; may be given several times."
)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print the errors.")
@click.option(
    "--language", type=click.Choice(get_args(DataLanguage)), help="How FILEs are written, whatever their suffix says."
)
@click.option(
    "--max-errors",
    "most",
    type=click.IntRange(min=0),
    default=100,
    show_default=True,
    metavar="N",
    help="Stop reading a file after N errors; 0: never.",
)
def command(
    name: str, files: tuple[str, ...], sources: tuple[str, ...], style: str, language: DataLanguage | None, most: int
) -> None:
    """Check data files against the documented format NAME.

    NAME is the format's own name, or module:name where several modules have one of that name. It is looked for in the
    sources that pyproject.toml names, or at the PATHs given. FILEs are JSON, JSON Lines or YAML, by their suffix; "-"
    is standard input, written as the format is.

    Exit codes: 0 all files match, 1 some do not, 2 wrong usage, an unknown format or a file that cannot be read.
    """
    project = loaded(sources, formats={}).project
    try:
        qualified, documented = format_named(name, project)
        if documented.schema is None:
            raise Failure(f"the format '{qualified}' cannot be read, so it has no schema; 'check' says what is wrong")
        languages = {file: language or language_of_file(file, documented) for file in files}
        validator = validator_for(documented.schema)
    except ConfigurationError as error:
        raise Failure(str(error)) from error
    collect_what_comes()  # from millions of lines
    printer = _Json(qualified) if style == "json" else _Text()
    unread = 0
    for file in files:
        shown = "<stdin>" if file == "-" else file
        try:
            with _opened(file) as stream:
                printer.start(shown)
                for found in limited(validated(stream, languages[file], validator), most):
                    printer.take(shown, found)
        except ConfigurationError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            unread += 1
            click.echo(f"Error: {visible_line(shown)}: cannot be read: {error.strerror or error}", err=True)
    printer.finish(documented, len(files) - unread)
    sys.exit(2 if unread else 1 if printer.count else 0)


def _opened(file: str) -> BinaryIO:
    # a copy: leaving the block must not close the standard input of the whole process
    return open(sys.stdin.fileno(), "rb", closefd=False) if file == "-" else Path(file).open("rb")


class _Text:
    """Prints each error as it comes."""

    def __init__(self) -> None:
        self.count = 0

    def start(self, file: str) -> None:
        pass

    def take(self, file: str, error: DataError) -> None:
        self.count += 1
        say(visible_line(f"{file}:{error.line}:{error.column}: {error.message} ({error.path})"))

    def finish(self, documented: Format, files: int) -> None:
        errors = f"{self.count} error{'' if self.count == 1 else 's'}"
        say(f"{files} file{'' if files == 1 else 's'} against {visible_line(documented.name)}: {errors}")


class _Json:
    """Prints one document when all files are read."""

    def __init__(self, name: str) -> None:
        self.count = 0
        self._name = name
        self._files: list[dict[str, Any]] = []

    def start(self, file: str) -> None:
        self._files.append({"path": file, "errors": []})

    def take(self, file: str, error: DataError) -> None:
        self.count += 1
        self._files[-1]["errors"].append(dataclasses.asdict(error))

    def finish(self, documented: Format, files: int) -> None:
        say(json.dumps({"schema_version": 1, "format": self._name, "files": self._files}, indent=2, ensure_ascii=False))
