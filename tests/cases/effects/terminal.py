"""stdout and stdin: shown; no error by itself."""

import getpass
import io
import sys

import click


def show(text: str) -> None:
    """Print."""
    print(text)  # expect: effect=stdout


def write(text: str) -> None:
    """Write to the terminal."""
    sys.stdout.write(text)  # expect: effect=stdout


def echo(text: str) -> None:
    """Write to the terminal."""
    click.echo(text)  # expect: effect=stdout


def show_on_stdout(text: str) -> None:
    """Print to where print goes anyway."""
    print(text, file=sys.stdout)  # expect: effect=stdout


def complain(text: str) -> None:
    """Print to the other stream, which has no category of its own."""
    print(text, file=sys.stderr)  # expect: may=stdout


def show_in_memory(text: str) -> str:
    """Print into a buffer."""
    buffer = io.StringIO()
    print(text, file=buffer)
    return buffer.getvalue()


def show_in_file(path: str, text: str) -> None:
    """Print into a file: one effect, that of opening."""
    with open(path, "w") as handle:  # expect: effect=file-write; finding=side-effect-undocumented
        print(text, file=handle)


def ask() -> str:
    """Ask."""
    return input("name? ")  # expect: effect=stdin


def ask_secretly() -> str:
    """Ask."""
    return getpass.getpass()  # expect: effect=stdin
