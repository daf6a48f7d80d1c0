"""The property tests with many more examples than with every change, and how many that were.

Key Components:
    - main: the command

Usage:
    python -m benchmarks.long_run tests/property/test_cache.py

Long Runs TOML Format
---------------------

```toml
python = "3.11.7"  # str: Version of the interpreter
[tests."tests/property/test_cache.py::TestChecks::runTest"]
examples = 1000  # int: Examples that were tried
failing = 0  # int: Examples that failed
steps = 20  # int: Most steps of an example, 0 where it has none
```
"""

import os
import platform
import re
import subprocess
import sys
import tomllib
from itertools import zip_longest
from pathlib import Path

__all__ = ["main"]

_ROOT = Path(__file__).parents[1]
_RESULTS = Path(__file__).with_name("long_runs.toml")
_HEAD = re.compile(r"(?m)^(tests/\S+?):?$")
_COUNTS = re.compile(r"(\d+) passing(?: examples)?, (\d+) failing")
_STEPS = re.compile(r"runs\(\d+, steps=(\d+)")


def _steps(test: str) -> int:
    """The most steps of an example of a state machine."""
    found = _STEPS.search((_ROOT / test.partition("::")[0]).read_text(encoding="utf-8")) if "::Test" in test else None
    return int(found[1]) if found is not None else 0


def _found(output: str) -> dict[str, dict[str, int]]:
    """What pytest says of each test of Hypothesis."""
    found: dict[str, dict[str, int]] = {}
    heads = list(_HEAD.finditer(output))
    for head, following in zip_longest(heads, heads[1:]):
        end = following.start() if following is not None else len(output)
        counts = _COUNTS.findall(output[head.end() : end])
        if counts:
            passing, failing = (sum(int(count[at]) for count in counts) for at in (0, 1))
            found[head[1]] = {"examples": passing + failing, "failing": failing, "steps": _steps(head[1])}
    return found


def _toml(tests: dict[str, dict[str, int]]) -> str:
    lines = ["# written by python -m benchmarks.long_run", f'python = "{platform.python_version()}"']
    for name, found in sorted(tests.items()):
        lines += ["", f'[tests."{name}"]', *(f"{key} = {value}" for key, value in found.items())]
    return "\n".join([*lines, ""])


def main() -> None:
    """Run property tests and write how many examples they tried; what other tests tried the last time stays.

    Side Effects:
        - Runs pytest, for an hour or so
        - Prints what pytest prints
        - Writes ``benchmarks/long_runs.toml``

    Raises:
        SystemExit: With pytest's exit code, where a test fails
    """
    paths = sys.argv[1:] or ["tests/property"]
    command = [sys.executable, "-m", "pytest", "-n", "0", "--hypothesis-show-statistics", *paths]
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "long"}
    done = subprocess.run(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout)
    if done.returncode != 0:
        raise SystemExit(done.returncode)
    before = tomllib.loads(_RESULTS.read_text(encoding="utf-8"))["tests"] if _RESULTS.exists() else {}
    _RESULTS.write_text(_toml({**before, **_found(done.stdout)}), encoding="utf-8")


if __name__ == "__main__":
    main()
