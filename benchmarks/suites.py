"""The test suite of a package, run under observation in an environment of its own.

Key Components:
    - Suite: a package with what its tests need
    - observed: runs the tests and reads the record

Usage:
    from benchmarks.suites import observed
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.packages import Package

__all__ = ["SECONDS", "Suite", "observed"]

SECONDS = 300  # what one test suite may take
_OBSERVER = Path(__file__).with_name("observer.py")


@dataclass(frozen=True, slots=True)
class Suite:
    """A package whose source distribution holds its tests."""

    package: Package  # the package
    requirements: tuple[str, ...]  # what its tests need besides pytest
    tests: str = "tests"  # what pytest is given, relative to the source distribution
    options: tuple[str, ...] = ()  # more options for pytest


def _environment(folder: Path) -> dict[str, str]:
    """Only what programs need to start: the tests see nothing of the caller's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SSL_CERT_FILE") if name in os.environ}
    home = folder / "home"
    home.mkdir(exist_ok=True)
    # bytecode is kept out, since writing it would be seen as an effect of whoever imports
    return {**kept, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}


def _installed(suite: Suite, root: Path, folder: Path) -> Path:
    """The interpreter of a fresh environment that holds the package and what its tests need."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run(
        [*command, str(root), "pytest", *suite.requirements], check=True, stderr=subprocess.PIPE, timeout=SECONDS
    )
    return python


def _code_folders(python: Path, package: Package, root: Path) -> list[str]:
    """Where the package may be imported from: the environment, or the source distribution beside the tests."""
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(python), "-c", script], check=True, capture_output=True, text=True)
    return [str(Path(done.stdout.strip()) / Path(package.source).name), str(root / package.source)]


def observed(suite: Suite, root: Path, folder: Path) -> dict[str, list[Any]]:
    """Run a package's tests and record what its functions do.

    Args:
        suite: The package and its tests
        root: Its unpacked source distribution
        folder: An empty folder for the environment and the record

    Returns:
        The record of ``observer.py``

    Raises:
        SystemExit: If the tests left no record
        CalledProcessError: If the environment cannot be made
        TimeoutExpired: If installing takes too long

    Side Effects:
        - Makes a virtual environment below the folder and installs from the package index
        - Runs the package's tests in a process, for ``SECONDS`` at most
        - Prints pytest's count of tests
    """
    folder.mkdir(parents=True, exist_ok=True)
    python = _installed(suite, root, folder / "environment")
    plugins, output = folder / "plugins", folder / "record.json"
    plugins.mkdir()
    (plugins / _OBSERVER.name).write_bytes(_OBSERVER.read_bytes())
    environment = _environment(folder) | {
        "PYTHONPATH": str(plugins),
        "OBSERVED_ROOTS": os.pathsep.join(_code_folders(python, suite.package, root)),
        "OBSERVED_OUTPUT": str(output),
        "OBSERVED_SECONDS": str(SECONDS * 0.9),
    }
    command = [str(python), "-m", "pytest", "-q", "-p", "observer", "-p", "no:cacheprovider", "-o", "addopts="]
    try:
        done = subprocess.run(
            [*command, *suite.options, suite.tests],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise SystemExit(f"{suite.package}: a test hangs, so there is no record") from None
    summary = [
        line.strip("= ") for line in done.stdout.split("\n") if re.search(r"\d+ (?:passed|failed|errors?)\b", line)
    ]
    print(f"{suite.package}: {' '.join(summary[-1:]) or 'no test ran'}")
    if not output.is_file():
        raise SystemExit(f"{suite.package}: the tests left no record:\n{done.stdout[-3000:]}")
    record: dict[str, list[Any]] = json.loads(output.read_text("utf-8"))
    return record
