"""What this and other tools make of the faults that the standard speaks of, and of some situations.

Every tool is run with the widest of its own checks on two copies of one package: in the first all is well, in the
second each module has one fault. Whatever a tool says of a module of the second copy and not of the first counts
as caught, whichever rule says it. What was seen is written to ``benchmarks/capabilities.toml``, which the
documentation shows.

Key Components:
    - TOOLS: the tools, and how each is run
    - main: the command

Usage:
    python -m benchmarks.capabilities
    python -m benchmarks.capabilities --python venv/bin/python

Capabilities TOML Format
------------------------

```toml
[versions]
ruff = "0.17.6"               # str: Version of a tool
[faults."a parameter has no type"]
ruff = "caught"               # str: caught, note (said and nothing fails), or silent
[situations."built again, nothing changed"]
pdoc = "never fails"          # str: What the tool does
```
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks._capability_probes import PROBES, package
from benchmarks.environment import made, versions
from benchmarks.recorded import toml_tables

__all__ = ["TOOLS", "Tool", "main"]

_RESULTS = Path(__file__).with_name("capabilities.toml")
_LIMIT = 600  # seconds
_MARKUP = '"""Markup.\n\nA ``literal that is not closed.\n"""\n'
_UNIMPORTABLE = '''\
"""Nothing can import it."""

import no_such_package_at_all


def visible(first: int, second) -> int:
    """Do what can be seen.

    Args:
        first: A number

    Returns:
        int: The number
    """
    return first
'''
_RUNS = '"""It tells when it is run."""\n\nfrom pathlib import Path\n\nPath(__file__).with_suffix(".ran").touch()\n'
_TOCTREE = "Site\n====\n\n.. toctree::\n   :glob:\n\n   {}\n"


def _sphinx(extensions: str, more: str, toctree: str, *, apidoc: bool = False) -> Callable[[Path], None]:
    """What writes the documents of a Sphinx project beside the package."""

    def prepare(folder: Path) -> None:
        docs = folder / "docs"
        docs.mkdir()
        path = "import sys\nsys.path.insert(0, '..')\nhtml_theme = 'basic'\n"
        (docs / "conf.py").write_text(f"{path}extensions = [{extensions}]\n{more}\n", encoding="utf-8")
        (docs / "index.rst").write_text(_TOCTREE.format(toctree), encoding="utf-8")
        if apidoc:
            (docs / "pages").mkdir()
            for module in sorted((folder / "core").glob("*.py")):
                name = "core" if module.stem == "__init__" else f"core.{module.stem}"
                text = f"{name}\n{'=' * len(name)}\n\n.. automodule:: {name}\n   :members:\n"
                (docs / "pages" / f"{name}.rst").write_text(text, encoding="utf-8")

    return prepare


def _docvet(folder: Path) -> None:
    checks = '["presence", "freshness", "enrichment", "griffe", "coverage"]'
    text = f"[tool.docvet]\nfail-on = {checks}\n[tool.docvet.enrichment]\ncheck-extra-raises = true\n"
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    # one of its checks compares with the history
    for words in (["init", "-q", "."], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *words], cwd=folder, check=True)


def _mkdocs(folder: Path) -> None:
    text = "site_name: Site\nplugins:\n  - mkdocstrings:\n      handlers:\n        python:\n          paths: [.]\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    (folder / "docs").mkdir()
    modules = [module.stem for module in sorted((folder / "core").glob("*.py")) if module.stem != "__init__"]
    text = "# Site\n\n" + "".join(f"::: core.{name}\n\n" for name in modules)
    (folder / "docs" / "index.md").write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, and how it is run."""

    distribution: str  # what is installed of it
    command: tuple[str, ...]  # behind the interpreter, in the folder of the package; ``core/*.py`` are its files
    prepare: Callable[[Path], None] = lambda folder: None  # writes its configuration
    said: str = ""  # a file that holds what it found, where that is not printed
    only: str = ""  # a pattern of the lines that are faults
    site: str = ""  # the folder of the site that it builds


_BUILD = ("-m", "sphinx", "-q", "-W", "-b", "html", "docs", "out")
_NAPOLEON = "'sphinx.ext.autodoc', 'sphinx.ext.napoleon'"
TOOLS = {
    "sphinx-contracts": Tool("sphinx-contracts", ("-m", "sphinx_contracts", "check", "core", "--notes")),
    "pydoclint": Tool(
        "pydoclint",
        (
            *("-m", "pydoclint.main", "--style=google", "--skip-checking-short-docstrings=False"),
            *("--arg-type-hints-in-docstring=False", "--check-arg-defaults=False", "core"),
        ),
    ),
    "ruff": Tool(
        "ruff",
        (
            "-m",
            "ruff",
            "check",
            "--isolated",
            "-n",
            "-q",
            "--preview",
            "--select=ALL",
            "--output-format=concise",
            "core",
        ),
    ),
    "docvet": Tool("docvet", ("-c", "from docvet.cli import app; app()", "check", "core/*.py"), _docvet),
    "interrogate": Tool("interrogate", ("-m", "interrogate", "-vv", "--fail-under=100", "core"), only=r"MISSED"),
    "mypy": Tool("mypy", ("-m", "mypy", "--strict", "--no-incremental", "core")),
    "sphinx.ext.coverage": Tool(
        "sphinx",
        ("-m", "sphinx", "-q", "-b", "coverage", "docs", "out"),
        _sphinx(f"{_NAPOLEON}, 'sphinx.ext.coverage'", "coverage_modules = ['core']", "pages/*", apidoc=True),
        said="out/python.txt",
    ),
    "autodoc": Tool("sphinx", _BUILD, _sphinx(_NAPOLEON, "", "pages/*", apidoc=True), site="out"),
    "sphinx-autoapi": Tool(
        "sphinx-autoapi",
        _BUILD,
        _sphinx(f"{_NAPOLEON}, 'autoapi.extension'", "autoapi_dirs = ['../core']", "autoapi/index"),
        site="out",
    ),
    "sphinx-autodoc2": Tool(
        "sphinx-autodoc2",
        _BUILD,
        _sphinx("'autodoc2'", "autodoc2_packages = ['../core']\nautodoc2_render_plugin = 'rst'", "apidocs/index"),
        site="out",
    ),
    "mkdocstrings": Tool("mkdocstrings", ("-m", "mkdocs", "build", "--strict", "-d", "out"), _mkdocs, site="out"),
    "pdoc": Tool("pdoc", ("-m", "pdoc", "-d", "google", "-o", "out", "./core"), site="out"),
}
# what the site of this project itself is built with
_OWN_SITE = Tool(
    "sphinx-contracts",
    _BUILD,
    _sphinx("'sphinx_contracts'", "contracts_sources = ['../core']", "contracts/index"),
    site="out",
)


def _ran(python: Path, tool: Tool, folder: Path) -> tuple[int, str]:
    """The exit code, and what the tool says."""
    words: list[str] = []
    for word in tool.command:
        words += sorted(path.relative_to(folder).as_posix() for path in folder.glob(word)) if "*" in word else [word]
    home = {"SPHINX_CONTRACTS_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": "", "NO_COLOR": "1", "COLUMNS": "200"}
    done = subprocess.run(
        [str(python), *words],
        cwd=folder,
        env={**os.environ, **home, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_LIMIT,
        check=False,
    )
    text = done.stdout.decode("utf-8", "replace")
    return done.returncode, (folder / tool.said).read_text(encoding="utf-8") if tool.said else text


def _lines(text: str, pattern: str) -> Iterator[tuple[str, str]]:
    """The module that each line is about, and the line without what differs from run to run."""
    slug = ""
    for line in text.splitlines():
        found = re.search(r"probe_\d\d", line)
        if found is not None:
            slug = found[0]
        bare = re.sub(r"\d+", "", line).strip()
        # what is said of a module stands in its line, or below it and set off
        below = line.startswith((" ", "* ", "| " if pattern else " "))
        if bare and (found is not None or (slug and below)) and re.search(pattern, line):
            yield slug, bare


def _faults(python: Path, tool: Tool, folder: Path) -> dict[str, str]:
    """What the tool says of each fault."""
    said = []
    for faulty in (False, True):
        package(folder, faulty=faulty)
        tool.prepare(folder)
        code, text = _ran(python, tool, folder)
        if code < 0:
            raise SystemExit(f"{tool.distribution} crashes: {text}")
        said.append(Counter(_lines(text, tool.only)))
        shutil.rmtree(folder)  # both stand in the same place, since tools name it
    more = said[1] - said[0]
    found = {}
    for probe in PROBES:
        lines = [line for slug, line in more if slug == probe.slug and not re.fullmatch(r"\S*probe_\S*", line)]
        notes = bool(lines) and all("[note]" in line for line in lines)
        found[probe.title] = "note" if notes else "caught" if lines else "silent"
    return found


def _again(python: Path, tool: Tool, folder: Path) -> str:
    core = package(folder, faulty=True)
    (core / "markup.py").write_text(_MARKUP, encoding="utf-8")
    tool.prepare(folder)
    first, second = (_ran(python, tool, folder)[0] for _ in range(2))
    return "never fails" if first == 0 else "passes" if second == 0 else "fails again"


def _of_unimportable(python: Path, tool: Tool, folder: Path) -> str:
    core = package(folder, faulty=False)
    (core / "other.py").write_text(_UNIMPORTABLE, encoding="utf-8")
    tool.prepare(folder)
    _code, said = _ran(python, tool, folder)
    if tool.site:
        said = "".join(path.read_text(encoding="utf-8") for path in (folder / tool.site).rglob("*.html"))
        return "documented" if re.search(r"\bvisible\b", re.sub(r"<[^>]+>", "", said)) else "lost"
    return "checked" if re.search(r"visible|second|other\.py:[6-9]", said) else "lost"


def _of_running(python: Path, tool: Tool, folder: Path) -> str:
    core = package(folder, faulty=False)
    (core / "runs.py").write_text(_RUNS, encoding="utf-8")
    tool.prepare(folder)
    _ran(python, tool, folder)
    return "runs it" if (core / "runs.ran").exists() else "reads it"


_SITUATIONS = {
    "faults stand, nothing has changed, second run": _again,
    "a module imports what is not installed": _of_unimportable,
    "code at the top of a module": _of_running,
}


def _toml(known: dict[str, str], faults: dict[str, dict[str, str]], situations: dict[str, dict[str, str]]) -> str:
    lines = ["# written by python -m benchmarks.capabilities", "", "[versions]"]
    lines += [f"{name} = {json.dumps(version)}" for name, version in known.items()]
    for table, rows in (("faults", faults), ("situations", situations)):
        lines += toml_tables(table, rows)
    return "\n".join([*lines, ""])


def main() -> None:
    """Run every tool over the faults and the situations, and write what was seen.

    Side Effects:
        - Installs the tools from the package index into a temporary folder
        - Writes ``benchmarks/capabilities.toml``
        - Prints how many faults each tool catches
    """
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--python", type=Path, help="an interpreter that has the tools; otherwise they are installed")
    parser.add_argument("--tool", action="append", choices=TOOLS, help="only this tool; nothing is written")
    given = parser.parse_args()
    names = [tool.distribution for tool in TOOLS.values()]
    wanted = [*dict.fromkeys([*names, "mkdocstrings-python"])]
    faults: dict[str, dict[str, str]] = {probe.title: {} for probe in PROBES}
    situations: dict[str, dict[str, str]] = {title: {} for title in _SITUATIONS}
    with tempfile.TemporaryDirectory() as temporary:
        python = (given.python or made(Path(temporary) / "venv", wanted[1:])).absolute()
        known = versions(python, wanted)
        for name, tool in TOOLS.items():
            if tool.distribution not in known or name not in (given.tool or TOOLS):
                continue
            folder = Path(temporary) / "work"
            folder.mkdir()
            found = _faults(python, tool, folder / "faults")
            for title, outcome in found.items():
                faults[title][name] = outcome
            print(name, dict(Counter(found.values())), flush=True)
            for number, (title, look) in enumerate(_SITUATIONS.items()):
                used = _OWN_SITE if name == "sphinx-contracts" else tool
                situations[title][name] = look(python, used, folder / str(number))
                print(f"    {title}: {situations[title][name]}", flush=True)
            shutil.rmtree(folder)
    if given.tool:
        print(json.dumps(faults, indent=2))
        return
    _RESULTS.write_text(_toml(known, faults, situations), encoding="utf-8")


if __name__ == "__main__":
    main()
