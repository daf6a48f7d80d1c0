"""The case files: one docstring and what is read of it, again and again.

A case begins with ``%%% title``, the docstring follows, then ``%%% reads as`` and the lines that ``rendered``
writes. In files whose name ends in ``_source`` a case holds a module, and its first docstring counts.

Usage:
    cases = cases_in(FOLDER / "google.txt")
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import Docstring

FOLDER = Path(__file__).parent.parent / "cases" / "docstrings"
_MARK = "%%% "
_MIDDLE = "%%% reads as"


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    title: str  # what it shows
    line: int  # line of its title
    given: str  # the docstring, or a module's source
    expected: str  # what is read
    is_source: bool  # True where a module is given

    def read(self) -> Docstring:
        """Read the docstring; without a module, its first line counts as line 1."""
        if not self.is_source:
            return parse_docstring(self.given, None, 1, self.given.count("\n") + 1)
        tree = ast.parse(self.given)
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
                literal = node.body[0]
                assert isinstance(literal, ast.Expr) and isinstance(literal.value, ast.Constant)
                start, end = literal.value.lineno, literal.value.end_lineno or literal.value.lineno
                source = "\n".join(self.given.split("\n")[start - 1 : end])
                return parse_docstring(str(literal.value.value), source, start, end)
        raise AssertionError(f"line {self.line}: no docstring in the case")


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the cases of a file.

    Args:
        path: The file

    Yields:
        The cases in order

    Side Effects:
        - Reads the file
    """
    title, line = "", 0
    given: list[str] = []
    expected: list[str] | None = None
    for number, text in enumerate([*path.read_text("utf-8").split("\n"), f"{_MARK}end"], 1):
        if text == _MIDDLE:
            expected = []
        elif text.startswith(_MARK):
            if title:
                assert expected is not None, f"{path}:{line}: no '{_MIDDLE}'"
                wanted = "\n".join(expected).strip("\n")
                yield Case(title, line, "\n".join(given).strip("\n"), wanted, path.stem.endswith("_source"))
            title, line, given, expected = text.removeprefix(_MARK), number, [], None
        else:
            (given if expected is None else expected).append(text)


def titled(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the titles and docstrings of a file without expectations.

    Args:
        path: The file

    Yields:
        Title and docstring

    Side Effects:
        - Reads the file
    """
    for piece in f"\n{path.read_text('utf-8')}".split(f"\n{_MARK}")[1:]:
        title, _, text = piece.partition("\n")
        yield title, text.strip("\n")
