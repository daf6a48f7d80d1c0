"""Compares the docstring reader with griffe's parsers on real code.

Every docstring of the given folders or packages is read by griffe (Google, NumPy and Sphinx style) and by this
project. Names of parameters, attributes and exceptions, and whether anything is returned, are compared; each
difference is listed with its place, and with a reason where one is certain.

Key Components:
    - docstrings: the docstrings that are compared
    - main: the command

Usage:
    python -m benchmarks.griffe_agreement networkx requests --download
    python -m benchmarks.griffe_agreement path/to/package --style numpy --limit 50
"""

import argparse
import ast
import logging
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks._griffe_facts import KINDS, STYLES, by_griffe, by_reader, differences
from benchmarks._griffe_reasons import reason
from sphinx_contracts.docstrings.reader import parse_docstring


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
