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
import platform
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks._hostile_driver import TOOLS
from tests.hostile.inputs import INPUTS, Input, Outcome
from tests.hostile.rights import as_user

__all__ = ["main"]

_RESULTS = Path(__file__).with_name("hostile_peers.toml")
_DRIVER = Path(__file__).with_name("_hostile_driver.py")
_ROOT = Path(__file__).parents[1]
_PACKAGES = (*TOOLS, "sphinx", "myst-parser")
_GOOD = {
    "__init__.py": '"""The core."""\n',
    "good.py": '"""A good module."""\n\n\ndef run(path: str) -> bool:\n    """Do the work.\n\n'
    "    Args:\n        other: What is no parameter\n\n    Returns:\n        bool: True when done\n"
    '    """\n    return bool(path)\n',
}


def _installed(folder: Path) -> Path:
    """The interpreter of a fresh environment that holds the tools."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin/python"
    subprocess.run(
        [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", str(_ROOT), *_PACKAGES[1:]],
        check=True,
    )
    return python


def _versions(python: Path) -> dict[str, str]:
    script = f"import importlib.metadata as m, json; print(json.dumps({{n: m.version(n) for n in {_PACKAGES!r}}}))"
    done = subprocess.run([str(python), "-c", script], check=True, capture_output=True, text=True)
    return {"python": platform.python_version(), **json.loads(done.stdout)}


def _written(folder: Path, items: Iterable[Input]) -> None:
    """Good modules with the inputs beside them, and a Sphinx project for each tool that is an extension."""
    package = folder / "src/core"
    package.mkdir(parents=True)
    for name, text in _GOOD.items():
        (package / name).write_text(text, encoding="utf-8")
    for item in items:
        item.write(package)


def _outcomes(
    python: Path, folder: Path, items: list[Input], seconds: int, tools: Iterable[str]
) -> dict[str, dict[str, str]]:
    """What each tool makes of each input."""
    alone = folder / "alone"
    _written(alone, ())
    cases = []
    for number, item in enumerate(items):
        _written(folder / str(number), [item])
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


def _toml(versions: dict[str, str], outcomes: dict[str, dict[str, str]], seconds: int) -> str:
    lines = ["# written by python -m benchmarks.hostile_peers", f"seconds = {seconds}", "", "[versions]"]
    lines += [f"{name} = {json.dumps(version)}" for name, version in versions.items()]
    for title, found in outcomes.items():
        lines += ["", f"[outcomes.{json.dumps(title, ensure_ascii=False)}]"]
        lines += [f"{tool} = {json.dumps(outcome)}" for tool, outcome in found.items()]
    return "\n".join([*lines, ""])


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
        python = given.python or _installed(Path(name) / "venv")
        outcomes = _outcomes(python, Path(name) / "work", items, given.seconds, given.tool or TOOLS)
        if given.only:
            print(json.dumps(outcomes, indent=2, ensure_ascii=False))
            return
        before = tomllib.loads(_RESULTS.read_text(encoding="utf-8"))["outcomes"] if _RESULTS.exists() else {}
        outcomes = {title: {**before.get(title, {}), **found} for title, found in outcomes.items()}
        _RESULTS.write_text(_toml(_versions(python), outcomes, given.seconds), encoding="utf-8")


if __name__ == "__main__":
    main()
