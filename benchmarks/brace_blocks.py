"""Braces in docstrings that are taken for data formats, on real packages, each printed so that all can be read.

Most braces in docstrings are no documented data: output of doctests, Python calls, f-strings, sets, LaTeX, Markdown.
The command counts the docstrings with braces, and the lines that begin with a brace, and prints every block that is
taken for a format; ``--passed-over`` prints what begins with a brace and is not.

Key Components:
    - Count: the braces of one package
    - counted: reads a package
    - main: the command

Usage:
    python -m benchmarks.brace_blocks
"""

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.packages import Package, unpacked_wheel
from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Class, Module
from sphinx_contracts.model.docstring import Docstring
from sphinx_contracts.model.formats import Format
from sphinx_contracts.project import run

__all__ = ["PACKAGES", "Count", "counted", "main"]

# LaTeX, sets and output of doctests; prompts, messages and f-strings; Markdown with links
PACKAGES = (
    Package("sympy", "1.14.0", "sympy"),
    Package("langchain-core", "1.1.0", "langchain_core"),
    Package("huggingface_hub", "2.4.0", "huggingface_hub"),
)
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Count:
    """The braces of one package."""

    docstrings: int  # all docstrings
    with_braces: int  # docstrings that hold an opening brace
    braces: int  # opening braces in them
    starts: int  # lines that begin with one
    taken: tuple[tuple[str, Format], ...]  # path of the file and each block with braces that is taken for a format
    passed_over: tuple[tuple[str, int, str], ...]  # path, source line and text of each other line that begins with one


def counted(root: Path, source: str) -> Count:
    """Read a package.

    Args:
        root: The folder that holds the import package
        source: Its name

    Returns:
        What was counted, private objects included

    Side Effects:
        - Reads the source files

    Example:
        count = counted(Path("unpacked"), "sympy")
    """
    result = run(settings_from({"sources": [source], "private": True}, "benchmark"), root, root)
    docs = [(module, doc) for module in result.project.modules for doc in _docs(module)]
    taken = [(module.path, item) for module in result.project.modules for item in module.formats if "{" in item.text]
    inside = {
        (path, number) for path, item in taken for number in range(item.line, item.line + item.text.count("\n") + 1)
    }
    starts = [
        (module.path, number, line.strip())
        for module, doc in docs
        for line, number in zip(doc.lines, doc.numbers, strict=True)
        if line.lstrip().startswith("{")
    ]
    return Count(
        docstrings=len(docs),
        with_braces=sum(1 for _, doc in docs if any("{" in line for line in doc.lines)),
        braces=sum(line.count("{") for _, doc in docs for line in doc.lines),
        starts=len(starts),
        taken=tuple(taken),
        passed_over=tuple(item for item in starts if item[:2] not in inside),
    )


def _docs(module: Module) -> Iterator[Docstring]:
    pending: list[Module | Class] = [module]
    while pending:
        holder = pending.pop()
        callables = holder.functions if isinstance(holder, Module) else holder.methods
        yield from (item.doc for item in (holder, *callables) if item.doc.present)
        pending += holder.classes


def main() -> None:
    """Fetch the packages, count, and print every block that is taken for a format.

    Side Effects:
        - Downloads from the package index, into a temporary folder
        - Prints

    Example:
        main()
    """
    parser = argparse.ArgumentParser(description="Count braces in docstrings and print what is taken for a format.")
    parser.add_argument("--passed-over", action="store_true", help="print what begins with a brace and is no format")
    options = parser.parse_args()
    for package in PACKAGES:
        with tempfile.TemporaryDirectory() as folder:
            count = counted(unpacked_wheel(package, Path(folder)), package.source)
        print(f"{package}: {count.docstrings} docstrings, {count.with_braces} with braces ({count.braces}), ", end="")
        print(f"{count.starts} lines begin with one, {len(count.taken)} blocks taken for formats")
        for path, item in count.taken:
            print(f"\n  {path}:{item.line}: {item.name} ({item.language}, {item.standing}, {len(item.fields)} fields)")
            lines = item.text.split("\n")
            print("\n".join(f"    | {line}" for line in lines[:_LONGEST]))
            if len(lines) > _LONGEST:
                print(f"    | … {len(lines) - _LONGEST} more lines")
        if options.passed_over:
            for path, number, text in count.passed_over:
                print(f"  passed over {path}:{number}: {text[:100]}")
        print()


if __name__ == "__main__":
    main()
