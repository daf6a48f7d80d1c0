"""Checks and builds that are killed, that share a cache, that have no room to write or lose a worker; prints what is wrong.

It runs in a process of its own, with one thread, so that it can fork: a fork needs no time for imports.

Usage:
    python -m tests.property.killed check 20 FOLDER
"""

import contextlib
import io
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from sphinx.cmd.build import build_main

from sphinx_contracts import workers
from sphinx_contracts.cache import Cache
from sphinx_contracts.config import Settings, settings_from
from sphinx_contracts.materials import Material
from sphinx_contracts.model.contract import Module
from sphinx_contracts.project import Run, overview
from sphinx_contracts.project import run as run_project
from tests.property.history import TEXTS

_SETTINGS = settings_from({"sources": ["src"]}, "test")
_MODULES = 40


def _project(root: Path) -> None:
    for number in range(_MODULES):
        path = root / f"src/core/m{number}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXTS[number % len(TEXTS)].encode("latin-1"))
    (root / "src/core/__init__.py").write_text("")
    (root / "docs").mkdir()
    (root / "docs/conf.py").write_text(
        'extensions = ["sphinx_contracts"]\ncontracts_sources = ["../src"]\nhtml_theme = "basic"\n'
    )
    (root / "docs/index.rst").write_text("Site\n====\n\n.. toctree::\n\n   contracts/index\n")


def _change(root: Path, number: int) -> None:
    (root / f"src/core/m{number % _MODULES}.py").write_bytes(TEXTS[number * 7 % len(TEXTS)].encode("latin-1"))


def _cache(root: Path) -> Cache:
    return Cache(root / "cache/x.cache")


def _checked(root: Path) -> Run:
    return overview(_SETTINGS, root, root, cache=_cache(root)).outline


def _built(root: Path, out: str = "out") -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return build_main(["-q", "-b", "html", str(root / "docs"), str(root / out)])


def _child(work: Callable[[], object]) -> int:
    """The process that does it."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def _duration(work: Callable[[], object]) -> float:
    start = time.monotonic()
    os.waitpid(_child(work), 0)
    return time.monotonic() - start


def _kills(root: Path, rounds: int, work: Callable[[], object], compare: Callable[[], Iterable[str]]) -> Iterable[str]:
    """Kill the work at any moment; what is done then must be as if nothing had been."""
    dice = random.Random(rounds)
    longest = _duration(work)
    ended = 0
    for number in range(rounds):
        _change(root, number)
        child = _child(work)
        moment = dice.random() * longest
        time.sleep(moment)
        os.kill(child, dice.choice((signal.SIGKILL, signal.SIGTERM)))
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            ended += 1
        else:
            longest = moment  # it takes no longer than that, however slow the machine was before
        yield from (f"round {number}: {wrong}" for wrong in compare())
    if ended < rounds // 4:
        yield f"only {ended} of {rounds} were killed in time"


def killed_checks(root: Path, rounds: int) -> Iterable[str]:
    """A check with a cache."""

    def compare() -> Iterable[str]:
        if _checked(root).findings != run_project(_SETTINGS, root, root).findings:
            yield "the next check differs from one without a cache"

    yield from _kills(root, rounds, lambda: _checked(root), compare)


def killed_builds(root: Path, rounds: int) -> Iterable[str]:
    """A build: no half page, and the next one is as good as a clean one."""

    def compare() -> Iterable[str]:
        for path in (root / "docs/contracts").glob("*.rst"):
            text = path.read_text()
            if not text.startswith(".. sphinx-contracts: generated") or not text.endswith("\n"):
                yield f"{path.name} is half a page"
        for name in ("out/contracts.json", "out/contracts/badge.json"):
            if (root / name).exists() and not (root / name).read_text().endswith("}\n"):
                yield f"{name} is half a file"
        code = _built(root)
        if code != 0:
            yield f"the next build exits with {code}"

    yield from _kills(root, rounds, lambda: _built(root), compare)
    _built(root)
    again = _files(root / "out")
    clean = (_built(root, "clean"), _files(root / "clean"))[1]
    different = sorted(name for name in again | clean if again.get(name) != clean.get(name))
    if different:
        yield f"a clean build differs in {different}"


def _files(folder: Path) -> dict[str, bytes]:
    """The pages and what belongs to them; the index of words is Sphinx's, which keeps some that are gone."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and not {".doctrees"} & set(path.parts)
        and path.name not in ("searchindex.js", ".buildinfo", ".buildinfo.bak")
    }


def shared_caches(root: Path, rounds: int) -> Iterable[str]:
    """Several runs at once, all with the same cache, while files change."""
    for number in range(rounds):
        _change(root, number)
        expected = run_project(_SETTINGS, root, root).findings

        def work(expected: object = expected) -> None:
            for _ in range(3):
                if _checked(root).findings != expected:
                    os._exit(3)

        for child in [_child(work) for _ in range(4)]:
            if os.waitpid(child, 0)[1]:
                yield f"round {number}: a run differs"
        if [path.name for path in (root / "cache").iterdir()] != ["x.cache"]:
            yield f"round {number}: files are left beside the cache"


def full_disks(root: Path, rounds: int) -> Iterable[str]:
    """No file may be longer than a few bytes, which the system tells as it tells of a full disk."""
    for number in range(rounds):
        _change(root, number)
        expected = run_project(_SETTINGS, root, root).findings
        before = _cache(root).path.read_bytes() if number else b""

        def work(size: int = 100 * number, expected: object = expected) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            if _checked(root).findings != expected:
                os._exit(3)

        if os.waitpid(_child(work), 0)[1]:
            yield f"round {number}: the run ends or differs"
        left = {path.name: path.read_bytes() for path in (root / "cache").iterdir()}
        if left != ({"x.cache": before} if number else {}):
            yield f"round {number}: {sorted(left)} stand in the folder of the cache, or it is another one"
        _checked(root)


def killed_workers(root: Path, rounds: int) -> Iterable[str]:
    """A worker is killed while it analyses a file."""
    workers._ENOUGH, workers._BATCH = 1, 2000
    original, parent = workers._analysed, os.getpid()
    for number in range(rounds):
        name = f"core.m{number * 11 % _MODULES}"

        def analysed(item: Material, settings: Settings, name: str = name) -> Module:
            if item.name == name and os.getpid() != parent:
                os.kill(os.getpid(), signal.SIGKILL)
            return original(item, settings)

        workers._analysed = original
        expected = run_project(_SETTINGS, root, root)
        workers._analysed = analysed
        if run_project(_SETTINGS, root, root, jobs=2) != expected:
            yield f"round {number}: another result"


_TASKS = {
    "check": killed_checks,
    "build": killed_builds,
    "share": shared_caches,
    "full": full_disks,
    "worker": killed_workers,
}


def main() -> None:
    """Do what the arguments say, and print what is wrong."""
    task, rounds, folder = sys.argv[1:4]
    root = Path(folder)
    _project(root)
    for wrong in _TASKS[task](root, int(rounds)):
        print(wrong, flush=True)


if __name__ == "__main__":
    main()
