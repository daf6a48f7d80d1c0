"""The commands that are compared: how each tool checks a package, and how it builds a site of one.

A command is data here; ``benchmarks.peers`` runs it.

Key Components:
    - FLOOR: the name of what all others are compared with
    - Command, CHECKS: how a package is checked
    - Site, SITES: how a site of it is built

Usage:
    from benchmarks.peer_commands import CHECKS

    words = CHECKS["griffe"].words
"""

from dataclasses import dataclass

__all__ = ["CHECKS", "FLOOR", "SITES", "Command", "Site"]

FLOOR = "floor"

_PARSE = """
import ast, gc, pathlib, sys
gc.disable(); count = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    try: ast.parse(path.read_bytes())
    except (SyntaxError, ValueError): continue
    count += 1
print(count, "files")
"""
_DOCVET = """
import pathlib, sys
from docvet.cli import app
sys.argv = ["docvet", "check", *map(str, sorted(pathlib.Path(sys.argv[1]).rglob("*.py")))]
app()
"""
_GRIFFE = """
import pathlib, sys, griffe
root = pathlib.Path(sys.argv[1])
loader = griffe.GriffeLoader(search_paths=[root.parent], allow_inspection=False)
pending, count = [loader.load(root.name)], 0
while pending:
    item = pending.pop()
    if item.is_alias: continue
    count += 1
    if item.docstring: item.docstring.parse("google")
    pending += item.members.values()
print(count, "objects")
"""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that is measured."""

    words: tuple[str, ...]  # ``{}`` stands for the package's folder
    counted: str  # a pattern; matches are counted, or the number in its group is taken
    cached: bool = False  # it runs twice, and the second time counts
    changed: bool = False  # before the second time, one file changes
    parallel: bool = False  # the clock tells what it is worth, not the processor


_SELF = ("-m", "sphinx_contracts", "check", "--format", "json", "{}")
CHECKS: dict[str, Command] = {
    FLOOR: Command(("-c", _PARSE, "{}"), r"(\d+) files"),
    "sphinx-contracts, one process": Command((*_SELF, "--no-cache", "-j", "1"), r'"rule":'),
    "sphinx-contracts, two processes": Command((*_SELF, "--no-cache", "-j", "2"), r'"rule":', parallel=True),
    "sphinx-contracts, nothing changed": Command(_SELF, r'"rule":', cached=True),
    "sphinx-contracts, one file changed": Command(_SELF, r'"rule":', cached=True, changed=True),
    "ruff D, DOC": Command(
        (
            "-m",
            "ruff",
            "check",
            "-n",
            "--isolated",
            "--preview",
            "--select",
            "D,DOC",
            "--output-format",
            "concise",
            "{}",
        ),
        r"(?m)^\S+:\d+:\d+: ",
    ),
    "griffe": Command(("-c", _GRIFFE, "{}"), r"(\d+) objects"),
    "interrogate": Command(("-m", "interrogate", "-v", "{}"), r"(?m)^\| TOTAL\s*\|\s*\d+ \|\s*(\d+)"),
    "pydoclint": Command(("-m", "pydoclint.main", "--style=google", "{}"), r"(?m)^ +\d+: DOC"),
    "docvet": Command(("-c", _DOCVET, "{}"), r"(?m)^\S+:\d+"),
    "pylint docparams": Command(
        (
            "-m",
            "pylint",
            "--load-plugins=pylint.extensions.docparams",
            "--disable=all",
            "--enable=missing-param-doc,missing-type-doc,missing-return-doc,missing-yield-doc,missing-raises-doc,differing-param-doc",
            "{}",
        ),
        r"(?m)^\S+:\d+:\d+",
    ),
}


@dataclass(frozen=True, slots=True)
class Site:
    """How a site of a package is built."""

    conf: str  # what ``conf.py`` holds; ``{}`` stands for the package's folder, ``{name}`` for its name
    index: str = "Site\n====\n\n.. toctree::\n   :glob:\n\n   pages/*\n"
    apidoc: bool = False  # pages are written by sphinx-apidoc
    trivial: bool = False  # as many pages as there are modules, with a sentence each


SITES: dict[str, Site] = {
    FLOOR: Site("", trivial=True),
    "sphinx-contracts": Site(
        "extensions = ['sphinx_contracts']\ncontracts_sources = ['{}']\n",
        "Site\n====\n\n.. toctree::\n\n   contracts/index\n",
    ),
    "sphinx-apidoc and autodoc": Site("extensions = ['sphinx.ext.autodoc']\n", apidoc=True),
    "sphinx-autoapi": Site(
        "extensions = ['autoapi.extension']\nautoapi_dirs = ['{}']\nautoapi_keep_files = True\n",
        "Site\n====\n\n.. toctree::\n\n   autoapi/index\n",
    ),
    "sphinx-autodoc2": Site(
        "extensions = ['autodoc2']\nautodoc2_packages = ['../src/{name}']\n",
        "Site\n====\n\n.. toctree::\n\n   apidocs/index\n",
    ),
}
