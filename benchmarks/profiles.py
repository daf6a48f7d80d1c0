"""Where the time goes: samples of a check, of a full build, and of builds after nothing and after one file has changed.

py-spy, which is installed into an environment of its own, looks at the stack a few hundred times a second. A sample
belongs to the part of the innermost frame that belongs to one, so a part is what it does and what it calls of
others that have no part; what is called while the code base is linked belongs to that. The shares of one command add up
to 100 %.

Key Components:
    - PARTS: which frames belong to which part
    - shares: how a profile is divided among them
    - main: the command

Usage:
    python -m benchmarks.profiles
"""

import argparse
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.environment import made
from benchmarks.packages import Package, unpacked_wheel
from benchmarks.peer_commands import SITES

__all__ = ["PARTS", "main", "shares"]

_CHECKED = Package("django", "5.2.8", "django")
_BUILT = Package("sqlalchemy", "2.0.44", "sqlalchemy")
_RATE = 250  # samples a second
_WHOLE = "linking: effects and exceptions of what is called"

PARTS: dict[str, tuple[str, ...]] = {
    "parsing": ("parse (ast.py",),
    "docstrings and formats": ("sphinx_contracts/docstrings/", "sphinx_contracts/formats/"),
    _WHOLE: ("link (sphinx_contracts/analyse/linking",),
    "bodies: what is called, raised and changed": ("sphinx_contracts/calls/", "sphinx_contracts/walk"),
    "data files": ("sphinx_contracts/files/",),
    "rules and findings": ("sphinx_contracts/rules/", "sphinx_contracts/check/"),
    "reports": ("sphinx_contracts/reports/", "write_files (sphinx_contracts/ext/_outputs"),
    "signatures, fields, the rest of one file": ("sphinx_contracts/analyse/", "sphinx_contracts/source"),
    "reading files, and what was kept": (
        "sphinx_contracts/inputs",
        "sphinx_contracts/materials",
        "unpacked (",
        "Cache.",
    ),
    "telling what has changed": ("sphinx_contracts/model/canonical", "sphinx_contracts/tables/origins"),
    "keeping what is shown until it is written": (
        "content_node (sphinx_contracts/ext/_nodes",
        "ContractBlocks.blocks (sphinx_contracts/ext/_nodes",
    ),
    "laying contracts out as tables": (
        "sphinx_contracts/tables/",
        "sphinx_contracts/prose/",
        "sphinx_contracts/ext/_describe",
    ),
    "writing tables": ("sphinx_contracts/ext/_html", "sphinx_contracts/ext/_visitors"),
    "pages of sources": ("sphinx_contracts/ext/_source_pages",),
    "warnings": ("sphinx_contracts/ext/_report", "sphinx/util/logging"),
    "Sphinx: search index": ("sphinx/search/", "dump_search_index"),
    "Sphinx: contents in side bars": ("sphinx/environment/adapters/toctree", "_get_local_toctree"),
    "Sphinx: environment read and kept": ("_load_existing_env",),
    "Sphinx: index and inventory": ("gen_indices", "dump_inventory"),
    "Sphinx: reading documents": ("Builder.read_doc", "Builder.read ("),
    "Sphinx: writing pages": ("Builder.write ", "_write_docname"),
    "imports": ("<frozen importlib", "_find_and_load"),
}


def shares(samples: Iterable[str]) -> dict[str, float]:
    """Divide a profile among the parts.

    Args:
        samples: Lines of py-spy's raw format: frames from the outermost to the innermost, each followed by ";", and how
            often that stack was seen

    Returns:
        Part to its share, 0 to 1, the largest first; what belongs to no part is "all else"

    Example:
        shares(["main (x.py:1);parse (ast.py:50) 3"])
    """
    found: Counter[str] = Counter()
    for line in samples:
        stack, _, count = line.rpartition(" ")
        found[_part(stack.split(";"))] += int(count)
    total = found.total() or 1
    return {part: count / total for part, count in found.most_common()}


def _part(frames: Sequence[str]) -> str:
    if any(frame.startswith(PARTS[_WHOLE]) for frame in frames):
        return _WHOLE
    for frame in reversed(frames):
        for part, marks in PARTS.items():
            if any(mark in frame for mark in marks):
                return part
    return "all else"


def _profiled(title: str, command: Sequence[str], python: Path, folder: Path) -> None:
    """Run a command and print its parts."""
    raw = folder / "profile.raw"
    options = ["record", "--rate", str(_RATE), "--format", "raw", "--output", str(raw)]
    environment = {**os.environ, "SPHINX_CONTRACTS_CACHE_DIR": str(folder / "cache"), "PYTHONPATH": ""}
    with (folder / "output.txt").open("w", encoding="utf-8") as output:
        subprocess.run(
            [str(python.with_name("py-spy")), *options, "--", str(python), *command],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    lines = raw.read_text(encoding="utf-8").splitlines()
    raw.unlink()
    seconds = sum(int(line.rpartition(" ")[2]) for line in lines) / _RATE
    print(f"{title}: {seconds:.1f} s while it is watched")
    for part, share in shares(lines).items():
        if share >= 0.01:
            print(f"    {share:6.1%}  {part}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the profiles and print them.

    Args:
        arguments: The command line, None for that of the process

    Side Effects:
        - Installs py-spy and this project, and fetches packages from the package index, into a temporary folder
        - Runs the commands
        - Prints the parts of each
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        python = made(folder / "venv", ["py-spy"])
        checked = unpacked_wheel(_CHECKED, folder / _CHECKED.name) / _CHECKED.source
        check = ["-m", "sphinx_contracts", "check", "-j", "1", str(checked)]
        _profiled(f"check of {_CHECKED}, nothing kept", check, python, folder)
        _profiled("the same, nothing changed", check, python, folder)
        own = folder / "src" / _BUILT.source
        shutil.copytree(unpacked_wheel(_BUILT, folder / _BUILT.name) / _BUILT.source, own)
        docs = folder / "docs"
        docs.mkdir()
        site = SITES["sphinx-contracts"]
        (docs / "conf.py").write_text(site.conf.replace("{}", str(own)), encoding="utf-8")
        (docs / "index.rst").write_text(site.index, encoding="utf-8")
        build = ["-m", "sphinx", "-q", "-b", "html", "-j", "1", "docs", "out"]
        _profiled(f"full build of {_BUILT}", build, python, folder)
        _profiled("the same, nothing changed", build, python, folder)
        with (own / "util/typing.py").open("a", encoding="utf-8") as file:
            file.write('\n\ndef zebra():\n    """Cross the street."""\n')
        _profiled("the same, one function added", build, python, folder)


if __name__ == "__main__":
    main()
