"""What other tools take for the same code: checking it, and building a site of it.

The tools are installed into an environment of their own. Every command is a process of its own; in each round all take
turns, so that all meet the same machine, and each is compared with the floor of its round: by the processor time of all
its processes, or by the clock where it may use two. What a tool did is counted beside what it took: findings or
objects, pages or files. "Nothing changed" and "one file changed" are second runs, the latter after one file has got
a comment (a check) or a function (a site). The results are written to ``benchmarks/peers_check.toml`` and
``benchmarks/peers_build.toml``, which the documentation shows.

Key Components:
    - RESULTS: the files that are written
    - main: the command

Usage:
    python -m benchmarks.peers
    python -m benchmarks.peers --only check --rounds 5

Peers TOML Format
-----------------

```toml
machine = "Linux x86_64, 2 processors"   # str: Where it was measured
date = "2026-11-28"                      # str: When
rounds = 3                               # int: How often each was measured
[versions]
griffe = "1.5.1"                         # str: Version of a tool
["django 5.2.8"."griffe"]
ratio = 1.9                              # float: Median of time by the floor's
seconds = 1.1                            # float: Median time
memory = 92                              # int: Median of the most memory that a process held, MB
count = 3204                             # int: What was found: findings, objects or pages
```
"""

import argparse
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.environment import made, versions
from benchmarks.packages import Package, unpacked_wheel
from benchmarks.peer_commands import CHECKS, FLOOR, SITES, Site

__all__ = ["RESULTS", "main"]

_MEASURED = Path(__file__).with_name("_measured.py").resolve()
RESULTS = {part: Path(__file__).with_name(f"peers_{part}.toml") for part in ("check", "build")}
_CHECKED = (Package("django", "5.2.8", "django"), Package("dask", "2026.8.0", "dask"))
_BUILT = (Package("luigi", "3.8.1", "luigi"), Package("sqlalchemy", "2.0.44", "sqlalchemy"))
_LARGE = Package("networkx", "3.6.1", "networkx")  # what the others make of it takes too long
_OURS = (FLOOR, "sphinx-contracts")
_TOOLS = (
    "griffe",
    "interrogate",
    "pydoclint",
    "docvet",
    "pylint",
    "ruff",
    "sphinx",
    "sphinx-autoapi",
    "sphinx-autodoc2",
)
_ROUNDS = 3
_LIMIT = 900  # seconds after which a command is given up


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took."""

    processor: float  # seconds, of its own processes too
    clock: float  # seconds
    memory: float  # the most that one of its processes held, MB


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement."""

    spent: Spent | None  # None for one that did not end in time, or ended in an error
    count: int  # findings, objects, files or pages


def _run(command: Sequence[str], folder: Path, home: Path, *, builds: bool = False) -> tuple[Spent | None, str]:
    """What a command took, None for one that was given up or crashed, and what it printed."""
    environment = {**os.environ, "SPHINX_CONTRACTS_CACHE_DIR": str(home), "PYTHONPATH": ""}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    taken = folder / "taken.json"
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, str(_MEASURED), str(taken), *command],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            process.wait(_LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return None, ""
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    spent = json.loads(taken.read_text(encoding="utf-8"))
    code = spent.pop("code")
    # who finds something ends with another code than 0, too
    if code < 0 or (code and (builds or "Traceback" in text)):
        return None, text
    return Spent(**spent), text


def _counted(pattern: str, text: str) -> int:
    found = re.findall(pattern, text)
    return int(found[0]) if found and re.compile(pattern).groups else len(found)


def _checked(python: Path, folder: Path, work: Path, known: Mapping[str, str]) -> dict[str, Result]:
    """Every command once on a package."""
    found: dict[str, Result] = {}
    for name, item in CHECKS.items():
        if name in _TOOLS and name not in known:
            continue
        command = [str(python), *(str(folder) if word == "{}" else word for word in item.words)]
        if item.cached:
            _run(command, work, work / "cache")
        with _changed(folder) if item.changed else nullcontext():
            spent, text = _run(command, work, work / "cache")
        found[name] = Result(spent, _counted(item.counted, text))
    return found


def _by_name(path: Path) -> tuple[str, str]:
    return path.name, path.as_posix()


@contextmanager
def _changed(folder: Path) -> Iterator[None]:
    """One file has a line more, and nothing of what is found changes with it."""
    path = max(folder.rglob("*.py"), key=_by_name)
    before = path.read_bytes()
    path.write_bytes(before + f"# {time.time_ns()}\n".encode())
    try:
        yield
    finally:
        path.write_bytes(before)


def _prepared(python: Path, site: Site, package: Path, folder: Path) -> None:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    modules = sorted(package.rglob("*.py"))
    sys_path = f"import sys\nsys.path.insert(0, {str(package.parent)!r})\n"
    (docs / "conf.py").write_text(
        sys_path + site.conf.replace("{}", str(package)).replace("{name}", package.name), encoding="utf-8"
    )
    (docs / "index.rst").write_text(site.index, encoding="utf-8")
    (docs / "pages").mkdir()
    if site.trivial:
        for path in modules:
            name = ".".join(path.relative_to(package.parent).with_suffix("").parts)
            (docs / "pages" / f"{name}.rst").write_text(f"{name}\n{'=' * len(name)}\n\nA page.\n", encoding="utf-8")
    if site.apidoc:
        command = [str(python), "-m", "sphinx.ext.apidoc", "-q", "-e", "-o", str(docs / "pages"), str(package)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _built(python: Path, package: Path, work: Path, names: Iterable[str]) -> dict[str, dict[str, Result]]:
    """Sites of a package: built in full, built again, and built after one file has changed."""
    found: dict[str, dict[str, Result]] = {}
    for name in names:
        site = SITES[name]
        folder = work / re.sub(r"\W+", "-", name)
        own = folder / "src" / package.name
        shutil.copytree(package, own)
        _prepared(python, site, own, folder)
        command = [str(python), "-m", "sphinx", "-q", "-b", "html", "-j", "1", "docs", "out"]
        found[name] = {}
        for step in ("full", "nothing changed", "one file changed"):
            if step == "one file changed":
                changed = folder / "docs/pages" if site.trivial else own
                victim = max(changed.rglob("*.rst" if site.trivial else "*.py"), key=_by_name)
                with victim.open("a", encoding="utf-8") as file:
                    file.write("\n\nMore.\n" if site.trivial else '\n\ndef zebra():\n    """Cross the street."""\n')
            # who could not build it once is not asked again
            is_left = all(result.spent for result in found[name].values())
            spent = _run(command, folder, work / "cache", builds=True)[0] if is_left else None
            pages = sum(1 for _ in (folder / "out").rglob("*.html")) if (folder / "out").is_dir() else 0
            found[name][step] = Result(spent, pages)
        shutil.rmtree(folder)
    return found


def _table(title: str, rounds: Sequence[dict[str, Result]], parallel: Container[str] = ()) -> list[str]:
    """The entries of one table, and what is printed of it on the way."""
    lines: list[str] = []
    print(title)
    for name in rounds[0]:
        pairs = [(item[name].spent, item[FLOOR].spent) for item in rounds]
        count = rounds[-1][name].count
        lines += ["", f"[{title}.{json.dumps(name)}]", f"count = {count}"]
        known = [(spent, floor) for spent, floor in pairs if spent and floor]
        if not known or len(known) < len(rounds):
            print(f"    {name:40} did not end, or crashed")
            continue
        which = "clock" if name in parallel else "processor"
        ratio = median(getattr(spent, which) / getattr(floor, which) for spent, floor in known)
        seconds = median(getattr(spent, which) for spent, _ in known)
        memory = median(spent.memory for spent, _ in known)
        lines += [f"ratio = {ratio:.2f}", f"seconds = {seconds:.2f}", f"memory = {memory:.0f}"]
        print(f"    {name:40} {ratio:7.2f} × {seconds:8.2f} s {memory:6.0f} MB   {count}", flush=True)
    return lines


def _checks(rounds: int, python: Path, folder: Path, known: Mapping[str, str]) -> Iterator[list[str]]:
    parallel = {name for name, item in CHECKS.items() if item.parallel}
    for package in _CHECKED:
        root = unpacked_wheel(package, folder / package.name) / package.source
        results = [_checked(python, root, folder, known) for _ in range(rounds)]
        yield _table(json.dumps(str(package)), results, parallel)


def _builds(rounds: int, python: Path, folder: Path, known: Mapping[str, str]) -> Iterator[list[str]]:
    for package in (*_BUILT, _LARGE):
        names = tuple(SITES) if package in _BUILT else _OURS
        root = unpacked_wheel(package, folder / package.name) / package.source
        built = [_built(python, root, folder / "sites", names) for _ in range(rounds)]
        for step in built[0][FLOOR]:
            results = [{name: steps[step] for name, steps in one.items()} for one in built]
            yield _table(json.dumps(f"{package}, {step}"), results)


_PARTS = {"check": _checks, "build": _builds}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and write the results.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Installs the tools and fetches packages from the package index into a temporary folder
        - Runs a process for each measurement
        - Writes ``benchmarks/peers_check.toml`` and ``benchmarks/peers_build.toml``
        - Prints the tables
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", choices=tuple(_PARTS), help="what to measure; by default everything")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="how often each is measured")
    parser.add_argument("--python", type=Path, help="an interpreter that has the tools; otherwise they are installed")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        python = chosen.python or made(Path(temporary) / "venv", _TOOLS)
        known = versions(python, (*_TOOLS, "sphinx-contracts"))
        for part in (chosen.only,) if chosen.only else _PARTS:
            lines = _head(chosen.rounds, known)
            for table in _PARTS[part](chosen.rounds, python, Path(temporary), known):
                lines += table
                RESULTS[part].write_text("\n".join([*lines, ""]), encoding="utf-8")


def _head(rounds: int, known: Mapping[str, str]) -> list[str]:
    """Where, when and what was measured."""
    return [
        "# written by python -m benchmarks.peers",
        f'machine = "{platform.system()} {platform.machine()}, {os.cpu_count()} processors"',
        f'date = "{datetime.now(UTC):%Y-%m-%d}"',
        f"rounds = {rounds}",
        "",
        "[versions]",
        *(f"{name} = {json.dumps(version)}" for name, version in known.items()),
    ]


if __name__ == "__main__":
    main()
