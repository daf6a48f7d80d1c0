"""Compares the docstring reader with griffe's parsers on real code.

Every docstring of the given folders or packages is read by griffe (Google, NumPy and Sphinx style) and by this
project. Names of parameters, attributes and exceptions, and whether anything is returned, are compared; each
difference is listed with its place, and with a reason where one is certain.

Key Components:
    - Facts: what one reader finds in one docstring
    - differences: what two readers do not agree on
    - main: the command

Usage:
    python benchmarks/griffe_agreement.py networkx requests --download
    python benchmarks/griffe_agreement.py path/to/package --style numpy --limit 50
"""

import argparse
import ast
import logging
import re
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path

import griffe

from sphinx_contracts.docstrings.reader import parse_docstring
from sphinx_contracts.model.docstring import DocSection, Docstring, SectionKind

STYLES = ("google", "numpy", "sphinx")
KINDS = ("inputs", "attributes", "raises", "returns")
_KIND_OF = {
    SectionKind.INPUTS: "inputs",
    SectionKind.ATTRIBUTES: "attributes",
    SectionKind.RAISES: "raises",
    SectionKind.RETURNS: "returns",
    SectionKind.YIELDS: "returns",
}
_TITLES = (
    *("args", "arguments", "params", "parameters", "keyword args", "keyword arguments", "other args"),
    *("other arguments", "other params", "other parameters", "raises", "exceptions", "returns", "yields", "attributes"),
)
_UNDERLINED = ("parameters", "other parameters", "raises", "returns", "yields", "attributes")
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")


@dataclass(slots=True)
class Facts:
    """What one reader finds in one docstring."""

    inputs: list[str] = field(default_factory=list)  # names of parameters, without stars
    attributes: list[str] = field(default_factory=list)  # names of attributes
    raises: list[str] = field(default_factory=list)  # names of exceptions
    returns: list[str] = field(default_factory=list)  # "return" and "yield", where documented


@dataclass(frozen=True, slots=True)
class Place:
    """One docstring of the corpus."""

    path: Path  # its file
    owner: str  # name of the object
    line: int  # line of its opening quotes
    end_line: int  # line of its closing quotes
    value: str  # its value
    source: str  # its source lines


def docstrings(root: Path) -> Iterator[Place]:
    """Yield every docstring below a folder or in a file.

    Args:
        root: The folder or file

    Yields:
        The docstrings, file by file

    Side Effects:
        - Reads the files

    Example:
        places = list(docstrings(Path("sphinx_contracts")))
    """
    for path in sorted(root.rglob("*.py")) if root.is_dir() else [root]:
        try:
            text = path.read_text("utf-8")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(text)
        except (OSError, ValueError, SyntaxError, RecursionError):
            continue
        lines = text.split("\n")
        for node in ast.walk(tree):
            if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            first = node.body[0] if node.body else None
            if not isinstance(first, ast.Expr) or not isinstance(first.value, ast.Constant):
                continue
            value, end = first.value.value, first.value.end_lineno
            if isinstance(value, str) and end is not None:
                start = first.value.lineno
                name = "module" if isinstance(node, ast.Module) else node.name
                yield Place(path, name, start, end, value, "\n".join(lines[start - 1 : end]))


def _plain(name: str) -> str:
    return name.strip("`*\\~ ").replace("\\", "")


def by_griffe(value: str, styles: Sequence[str]) -> Facts:
    """Read a docstring with griffe.

    Args:
        value: The docstring's value
        styles: The parsers to use; their findings are joined

    Returns:
        The facts, each name once

    Example:
        facts = by_griffe("Sum.", STYLES)
    """
    facts = Facts()
    for style in styles:
        text = griffe.Docstring(cleandoc(value), lineno=1)
        for section in griffe.parse(text, style, warnings=False):  # type: ignore[arg-type]
            _collect(facts, section)
    return facts


def _collect(facts: Facts, section: griffe.DocstringSection) -> None:
    kind, value = section.kind.value, section.value
    if kind in ("parameters", "other parameters"):
        _add(facts.inputs, [_plain(name) for item in value for name in item.name.split(",")])
    elif kind == "attributes":
        _add(facts.attributes, [_plain(name) for item in value for name in item.name.split(",")])
    elif kind == "raises":
        _add(facts.raises, [_plain(str(item.annotation)) for item in value])
    elif kind in ("returns", "yields"):
        _add(facts.returns, [kind[:-1]])


def _add(names: list[str], found: Sequence[str]) -> None:
    names.extend(name for name in found if name and name not in names)


def by_reader(doc: Docstring) -> Facts:
    """Turn what the project's reader found into facts.

    Args:
        doc: The docstring as read

    Returns:
        The facts, each name once

    Example:
        facts = by_reader(parse_docstring("Sum.", None, 1, 1))
    """
    facts = Facts()
    for section in doc.sections:
        names = [entry.name for entry in section.entries]
        if section.kind is SectionKind.INPUTS:
            _add(facts.inputs, names)
        elif section.kind is SectionKind.ATTRIBUTES:
            _add(facts.attributes, names)
        elif section.kind is SectionKind.RAISES:
            _add(facts.raises, names)
        elif section.kind in (SectionKind.RETURNS, SectionKind.YIELDS) and (section.entries or section.explicit_none):
            _add(facts.returns, [section.kind.value[:-1]])
    return facts


def differences(ours: Facts, theirs: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield what two readers do not agree on.

    Args:
        ours: Facts of the project's reader
        theirs: Facts of griffe

    Yields:
        Kind, who alone has it ("ours" or "griffe"), and the name

    Example:
        found = list(differences(Facts(["x"]), Facts()))
    """
    for kind in KINDS:
        mine, other = getattr(ours, kind), getattr(theirs, kind)
        yield from ((kind, "ours", name) for name in mine if name not in other)
        yield from ((kind, "griffe", name) for name in other if name not in mine)


def reason(kind: str, who: str, name: str, doc: Docstring, theirs: Facts) -> str:
    """Name the reason for a difference where one is certain.

    Args:
        kind: "inputs", "attributes", "raises" or "returns"
        who: Who alone has the name
        name: The name
        doc: The docstring as the project's reader read it
        theirs: Facts of griffe

    Returns:
        A short reason, "" where it takes a reader to tell

    Example:
        why = reason("raises", "griffe", "ValueError if x", doc, theirs)
    """
    if who == "griffe":
        return _reason_for_griffe(kind, name, doc)
    found = [section for section in doc.sections if _KIND_OF.get(section.kind) == kind and _holds(section, kind, name)]
    if not found:
        return ""
    if any(name != other and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", other) for other in getattr(theirs, kind)):
        return "griffe keeps more than the name"
    return _reason_for_ours(found[0], name, doc)


def _reason_for_griffe(kind: str, name: str, doc: Docstring) -> str:
    if kind != "returns" and not _NAME.fullmatch(name):
        return "griffe takes what is no name"
    lines = [line.strip() for line in doc.lines]
    if kind in ("inputs", "attributes") and name == "None" and "None" in lines:
        return "None is no name"
    said = [line for line in lines if re.match(rf"[*`]*{re.escape(name)}\b", line)]
    if said and not any(re.match(r"[*`\\\w.]+\s*($|[:,(])", line) for line in said):
        return "griffe takes a line of prose for a name"
    return ""


def _reason_for_ours(section: DocSection, name: str, doc: Docstring) -> str:
    index = doc.numbers.index(section.line) if section.line in doc.numbers else 0
    line = doc.lines[index]
    before = doc.lines[index - 1] if index else ""
    ruled = index + 1 < len(doc.lines) and doc.lines[index + 1].startswith("--")
    if line.startswith((":", "@")):
        alone = all(not entry.text for entry in section.entries)
        return "reST: a type alone" if alone else "reST: a spelling that griffe does not know"
    if index == 0:
        return "the heading is the first line"
    if re.search(r"\S:\s+\S", line) and section.body_line == section.line:
        return "text on the heading's line"
    if section.title.lower() not in (_UNDERLINED if ruled else _TITLES) or (ruled and line.endswith(":")):
        return "a heading that griffe does not know"
    if before.strip() and not ruled:
        return "no blank line above the heading"
    if line.startswith(" "):
        return "an indented heading"
    found = next((entry for entry in section.entries if entry.name == name), None)
    if found is None or found.line not in doc.numbers:
        return ""
    head = doc.lines[doc.numbers.index(found.line)]
    if any(later - earlier != 1 for earlier, later in pairwise(doc.numbers)):
        return "an escaped newline"
    if not ruled and not doc.lines[index + 1].strip():
        return "a blank line below the heading"
    if re.match(r"\s*[\w*\\`]+\s*,", head):
        return "several names in one entry"
    if ":" not in head:
        return "a head without a colon"
    if ruled and re.search(r"\w(\s*\(.*\))?:\s", head):
        return "a Google entry below an underlined heading"
    if not head.startswith(" ") and not ruled:
        return "a flat entry"
    return "a type with a colon" if re.search(r"[(`\[].*:.*[)`\]]", head) else ""


def _holds(section: DocSection, kind: str, name: str) -> bool:
    return kind == "returns" or any(entry.name == name for entry in section.entries)


def _roots(names: Sequence[str], download: bool, folder: Path) -> Iterator[tuple[str, Path]]:
    for name in names:
        if Path(name).exists():
            yield name, Path(name)
        elif download:
            target = folder / name
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "-d"]
            subprocess.run([*command, str(target), name], check=True)
            for wheel in target.glob("*.whl"):
                zipfile.ZipFile(wheel).extractall(target / "source")
            yield name, target / "source"
        else:
            spec = find_spec(name)
            if spec is None or spec.origin is None:
                raise SystemExit(f"{name} is neither a path nor an installed package (use --download)")
            yield name, Path(spec.origin).parent if spec.submodule_search_locations else Path(spec.origin)


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare and print.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Reads the sources, downloads wheels into a temporary folder when asked to
        - Prints the differences and a table to stdout

    Example:
        main(["networkx", "--download"])
    """
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("names", nargs="+", help="folders, files, installed packages, or index names with --download")
    parser.add_argument("--style", choices=(*STYLES, "auto"), default="auto", help="griffe's parser; auto: all three")
    parser.add_argument("--download", action="store_true", help="fetch wheels of names that are no path")
    parser.add_argument("--limit", type=int, default=0, help="list at most so many differences of each package")
    parser.add_argument("--explained", action="store_true", help="list differences with a known reason too")
    chosen = parser.parse_args(arguments)
    logging.disable()
    styles = STYLES if chosen.style == "auto" else (chosen.style,)
    with tempfile.TemporaryDirectory() as folder:
        for name, root in _roots(chosen.names, chosen.download, Path(folder)):
            _compare(name, root, styles, chosen.limit, chosen.explained)


def _compare(label: str, root: Path, styles: Sequence[str], limit: int, explained: bool) -> None:
    table: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    spent = {"ours": 0.0, "griffe": 0.0}
    listed = 0
    for place in docstrings(root):
        started = time.perf_counter()
        doc = parse_docstring(place.value, place.source, place.line, place.end_line)
        between = time.perf_counter()
        theirs = by_griffe(place.value, styles)
        spent["ours"] += between - started
        spent["griffe"] += time.perf_counter() - between
        ours = by_reader(doc)
        table["docstrings"] += 1
        for kind in KINDS:
            table[kind] += len(set(getattr(ours, kind)) & set(getattr(theirs, kind)))
        for kind, who, name in differences(ours, theirs):
            table["different"] += 1
            why = reason(kind, who, name, doc, theirs)
            reasons[why or "unexplained"] += 1
            if (explained or not why) and (not limit or listed < limit):
                listed += 1
                where = f"{place.path}:{place.line} {place.owner}"
                print(f"{where}: {kind} {name!r} only {who}{f' ({why})' if why else ''}")
    agreed = sum(table[kind] for kind in KINDS)
    print(f"{label}: {table['docstrings']} docstrings, {agreed} names agree, {table['different']} differ", end="; ")
    print(", ".join(f"{count} {why}" for why, count in reasons.most_common()) or "nothing to explain")
    each = {who: seconds / max(1, table["docstrings"]) * 1e6 for who, seconds in spent.items()}
    print(f"    ours {each['ours']:.0f} µs a docstring, griffe {each['griffe']:.0f} µs with {len(styles)} parsers")


if __name__ == "__main__":
    main()
