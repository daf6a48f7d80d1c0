"""The labelled corpus: small modules whose comments say what must be found in them.

The cases stand in ``tests/cases/effects`` and ``tests/cases/raises``. Each is a file, or a package where several
modules matter. A comment ``# expect: …`` says what is to be found on its line; whatever no comment names must not
be found. Several marks on a line are separated by ``;``:

    effect=file-write       a side effect that is sure, with evidence on this line
    likely=file-write       one that is only likely: shown, never an error
    via=file-write          one that comes through the call on this line; ``via=file-write(f > g)`` gives the path
    raises=ValueError       an exception that is raised on this line; ``raises=?`` one that cannot be told, so not sure
    raises-via=ValueError   on a ``def`` line: an exception that comes through a call, its path as above
    finding=RULE            a finding of this rule on this line
    may=NAME                a category, exception or rule that may be found here or not: the documents leave it open
    finding=RULE at TEXT    after a docstring's closing quotes: on its line that starts with TEXT; ``may`` likewise

A row belongs to the function around its line, and to the module where there is none: nothing stands for a nested
function, which does not run where it stands. A line ``# settings: {...}`` gives a case settings of its own.

Only the rules of the items side-effects and error-conditions count here.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from sphinx_contracts.model.rows import EffectCategory

FOLDER = Path(__file__).parent.parent / "cases"
TOPICS = ("effects", "raises")

CATEGORIES = frozenset(EffectCategory)
SEVERITIES = {
    "side-effect-undocumented": "error",
    "side-effect-contradicted": "error",
    "side-effect-unmentioned": "note",
    "side-effect-propagated": "note",
    "side-effects-section-missing": "off",
    "exception-undocumented": "error",
    "exception-condition-missing": "error",
    "exception-unknown": "note",
    "raises-contradicted": "error",
    "exception-propagated": "note",
    "exception-unraised": "note",
    "warning-undocumented": "note",
    "raises-section-missing": "off",
}
# interface.md does not say which of two lines is at fault here, so any line of the function will do
ANYWHERE = frozenset(
    {
        "exception-propagated",
        "raises-contradicted",
        "side-effect-contradicted",
        "side-effect-unmentioned",
        "warning-undocumented",
    }
)
KINDS = ("effect", "likely", "via", "raises", "raises-via", "finding", "may")

_COMMENT = re.compile(r"#\s*expect:(.*)")
_SETTINGS = re.compile(r"#\s*settings:\s*(\{.*\})\s*$", re.MULTILINE)
_MARK = re.compile(r"(?P<kind>[a-z-]+)=(?P<name>[\w?-]+)(?:\((?P<path>[\w >]+)\))?(?: at (?P<at>.+))?")
_SHOWN = frozenset({"__init__", "__call__", "__new__"})


class Fact(NamedTuple):
    """One thing that is found, or is to be found."""

    path: str  # posix path of the file, as findings show it
    line: int  # its line
    within: int  # line of the def around it, 0 for the module
    kind: str  # one of KINDS
    name: str  # category, exception or rule

    def __str__(self) -> str:
        """The fact as a line of a report."""
        return f"{self.path}:{self.line}: {self.kind}={self.name}"


@dataclass(frozen=True)
class Mark:
    """One mark of a comment."""

    text: str  # as written
    fact: Fact  # what it says
    through: str = ""  # "f > g": the path of calls


@dataclass(frozen=True)
class Region:
    """The lines of a function."""

    line: int  # line of the def
    body: int  # first line of the body
    end: int  # last line
    shown: bool  # its rows are shown: public, and no accessor
    nested: bool  # stands in a function, so it does not run there


@dataclass(frozen=True)
class CaseFile:
    """One source file of a case."""

    path: str  # posix path as findings show it
    text: str  # its source
    tree: ast.Module = field(repr=False)  # the same, parsed

    @property
    def regions(self) -> list[Region]:
        """The functions in the file, each before those inside it."""
        return list(_regions(self.tree))

    def within(self, line: int) -> int:
        """Line of the outermost def that a line is part of, its head included; 0 for the module."""
        return next((item.line for item in self.regions if item.line <= line <= item.end), 0)

    def runs_in(self, line: int) -> Region | None:
        """The innermost function whose body a line is in; heads belong to what is around them."""
        around = [item for item in self.regions if item.body <= line <= item.end]
        return max(around, key=lambda item: item.line, default=None)

    def marks(self) -> list[Mark]:
        """The marks of the file in order; ValueError for one that is not well-formed."""
        return [mark for line, text in self.comments() for mark in self._read(line, text)]

    def comments(self) -> Iterator[tuple[int, str]]:
        """Lines and texts of the comments that hold marks."""
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            found = _COMMENT.search(token.string) if token.type == tokenize.COMMENT else None
            if found:
                yield token.start[0], found[1].strip()

    def _read(self, line: int, comment: str) -> Iterator[Mark]:
        for text in comment.split(";"):
            found = _MARK.fullmatch(text.strip())
            if found is None:
                raise ValueError(f"{self.path}:{line}: not a mark: {text.strip()!r}")
            kind, name, at = found["kind"], found["name"], found["at"]
            place = line if at is None else self._docstring_line(line, at)
            yield Mark(text.strip(), Fact(self.path, place, self._owner(kind, line), kind, name), found["path"] or "")

    def _owner(self, kind: str, line: int) -> int:
        """Rows stand where the line runs; findings and what is left open belong to the def whose head it may be."""
        if kind in ("finding", "may", "raises-via"):
            return self.within(line)
        region = self.runs_in(line)
        return region.line if region is not None else 0

    def _docstring_line(self, end: int, start: str) -> int:
        """The one line of the docstring ending at ``end`` whose text starts with ``start``."""
        first = next((item.lineno for item in _docstrings(self.tree) if item.end_lineno == end), None)
        if first is None:
            raise ValueError(f"{self.path}:{end}: no docstring ends here")
        lines = self.text.split("\n")
        found = [number for number in range(first, end + 1) if lines[number - 1].strip(' -*`"').startswith(start)]
        if len(found) != 1:
            raise ValueError(f"{self.path}:{end}: {len(found)} lines of the docstring start with {start!r}")
        return found[0]


@dataclass(frozen=True)
class Case:
    """One case: a file, or the files of a package."""

    name: str  # "effects/file_write"
    base: Path  # the folder that paths are relative to
    source: str  # what to document, relative to ``base``

    def files(self) -> list[CaseFile]:
        """The source files, sorted by path."""
        place = self.base / self.source
        paths = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        return [_read_file(path, self.base) for path in paths]

    def settings(self) -> dict[str, Any]:
        """The settings of the case."""
        found = [match[1] for file in self.files() for match in _SETTINGS.finditer(file.text)]
        return {"sources": [self.source], **(ast.literal_eval(found[0]) if found else {})}


def cases() -> list[Case]:
    """All cases, sorted by name."""
    return [
        Case(f"{topic}/{path.stem}", FOLDER / topic, path.name)
        for topic in TOPICS
        for path in sorted((FOLDER / topic).iterdir())
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    ]


def _read_file(path: Path, base: Path) -> CaseFile:
    text = path.read_text(encoding="utf-8")
    return CaseFile(path.relative_to(base).as_posix(), text, ast.parse(text))


def _regions(node: ast.AST, *, public: bool = True, nested: bool = False) -> Iterator[Region]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            shown = public and not nested and _is_shown(child)
            yield Region(child.lineno, child.body[0].lineno, child.end_lineno or 0, shown, nested)
            yield from _regions(child, public=False, nested=True)
        elif isinstance(child, ast.ClassDef):
            yield from _regions(child, public=public and not child.name.startswith("_"), nested=nested)
        else:
            yield from _regions(child, public=public, nested=nested)


def _is_shown(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    accessor = any(
        isinstance(item, ast.Attribute) and item.attr in ("setter", "deleter") for item in node.decorator_list
    )
    return not accessor and (not node.name.startswith("_") or node.name in _SHOWN)


def _docstrings(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from node.body[:1] if ast.get_docstring(node) is not None else ()
