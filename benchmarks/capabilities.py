"""What this and other tools make of the faults that the standard speaks of, and of some situations.

Every tool is run with the widest of its own checks on two copies of one package: in the first all is well, in the
second each module has one fault. Whatever a tool says of a module of the second copy and not of the first counts
as caught, whichever rule says it. What was seen is written to ``benchmarks/capabilities.toml``, which the
documentation shows.

Key Components:
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
from collections.abc import Iterator
from pathlib import Path

from benchmarks._capability_probes import PROBES, package
from benchmarks._capability_tools import OWN_SITE, TOOLS, Tool
from benchmarks.environment import made, versions
from benchmarks.recorded import toml_tables

__all__ = ["main"]

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
                used = OWN_SITE if name == "sphinx-contracts" else tool
                situations[title][name] = look(python, used, folder / str(number))
                print(f"    {title}: {situations[title][name]}", flush=True)
            shutil.rmtree(folder)
    if given.tool:
        print(json.dumps(faults, indent=2))
        return
    _RESULTS.write_text(_toml(known, faults, situations), encoding="utf-8")


if __name__ == "__main__":
    main()
