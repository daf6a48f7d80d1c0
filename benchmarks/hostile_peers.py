"""What this tool and four others make of the hostile inputs of the tests, one bad file beside good ones at a time.

The tools are installed into an environment of their own and run in a process for each input, with a time limit. The
outcomes are written to ``benchmarks/hostile_peers.toml``, which the documentation shows beside this project's own.

Key Components:
    - main: the command

Usage:
    python -m benchmarks.hostile_peers

Hostile Peers TOML Format
-------------------------

```toml
seconds = 30  # int: Time limit of a run
[versions]
sphinx-autoapi = "3.6.1"  # str: Version of a tool
[outcomes."syntax: syntax error"]
sphinx-autoapi = "lost"  # str: One of fine, silent, warns, unsafe, lost, hangs
```
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks._hostile_driver import TOOLS
from benchmarks.environment import made, versions
from benchmarks.recorded import toml_tables
from tests.hostile.inputs import INPUTS, Input, Outcome
from tests.hostile.package import written
from tests.hostile.rights import as_user

__all__ = ["main"]

_RESULTS = Path(__file__).with_name("hostile_peers.toml")
_DRIVER = Path(__file__).with_name("_hostile_driver.py")
_PACKAGES = (*TOOLS, "sphinx", "myst-parser")
_GOOD = {
    "__init__.py": '"""The core."""\n',
    "good.py": '"""A good module."""\n\n\ndef run(path: str) -> bool:\n    """Do the work.\n\n'
    "    Args:\n        other: What is no parameter\n\n    Returns:\n        bool: True when done\n"
    '    """\n    return bool(path)\n',
}


def _outcomes(
    python: Path, folder: Path, items: list[Input], seconds: int, tools: Iterable[str]
) -> dict[str, dict[str, str]]:
    """What each tool makes of each input."""
    alone = folder / "alone"
    written(alone, good=_GOOD)
    cases = []
    for number, item in enumerate(items):
        written(folder / str(number), item, good=_GOOD)
        cases.append(
            {
                "title": item.title,
                "folder": str(folder / str(number)),
                "module": item.module,
                "is_source": item.outcome is not Outcome.SKIP,
            }
        )
    plan = folder / "plan.json"
    plan.write_text(json.dumps({"alone": str(alone), "seconds": seconds, "cases": cases}), encoding="utf-8")
    found: dict[str, dict[str, str]] = {item.title: {} for item in items}
    for tool in tools:
        command = as_user([str(python), str(_DRIVER), tool, str(plan)])
        if command is None:
            raise SystemExit("run this as a normal user: to root no file is unreadable")
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
        for title, outcome in json.loads(done.stdout).items():
            found[title][tool] = outcome
        print(f"{tool}: {dict(Counter(outcomes[tool] for outcomes in found.values()))}", flush=True)
    return found


def _toml(known: dict[str, str], outcomes: dict[str, dict[str, str]], seconds: int) -> str:
    lines = ["# written by python -m benchmarks.hostile_peers", f"seconds = {seconds}", "", "[versions]"]
    lines += [f"{name} = {json.dumps(version)}" for name, version in known.items()]
    return "\n".join([*lines, *toml_tables("outcomes", outcomes), ""])


def main() -> None:
    """Run every input through every tool and write the outcomes.

    Side Effects:
        - Installs the tools from the package index into a temporary folder
        - Writes ``benchmarks/hostile_peers.toml``
        - Prints counts
    """
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--python", type=Path, help="an interpreter that has the tools; otherwise they are installed")
    parser.add_argument("--seconds", type=int, default=30, help="time limit of a run")
    parser.add_argument("--only", default="", help="only inputs whose title holds this; nothing is written")
    parser.add_argument("--tool", action="append", choices=TOOLS, help="only this tool; what others did stays")
    given = parser.parse_args()
    items = [item for item in INPUTS if item.is_here and given.only in item.title]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        python = given.python or made(Path(name) / "venv", _PACKAGES[1:])
        outcomes = _outcomes(python, Path(name) / "work", items, given.seconds, given.tool or TOOLS)
        if given.only:
            print(json.dumps(outcomes, indent=2, ensure_ascii=False))
            return
        before = tomllib.loads(_RESULTS.read_text(encoding="utf-8"))["outcomes"] if _RESULTS.exists() else {}
        outcomes = {title: {**before.get(title, {}), **found} for title, found in outcomes.items()}
        _RESULTS.write_text(_toml(versions(python, _PACKAGES), outcomes, given.seconds), encoding="utf-8")


if __name__ == "__main__":
    main()
