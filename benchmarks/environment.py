"""Environments of their own for the tools that are measured.

Key Components:
    - made: a fresh environment with packages in it
    - versions: what an environment holds

Usage:
    from pathlib import Path

    from benchmarks.environment import made

    python = made(Path("venv"), ["griffe"])
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

__all__ = ["made", "versions"]

_ROOT = Path(__file__).parents[1]


def made(folder: Path, packages: Iterable[str]) -> Path:
    """Make a fresh environment with this project and packages of the index; one that cannot be installed is left out.

    Args:
        folder: A folder that does not exist yet
        packages: Names of distributions

    Returns:
        The interpreter

    Raises:
        CalledProcessError: If the environment cannot be made, or this project not be installed

    Side Effects:
        - Makes the environment and installs from the package index, in processes of their own
        - Prints what cannot be installed

    Example:
        python = made(Path("venv"), ["griffe"])
    """
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin/python"
    install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*install, str(_ROOT)], check=True)
    for name in packages:
        if subprocess.run([*install, name], stderr=subprocess.DEVNULL).returncode != 0:
            print(f"{name} cannot be installed for this Python and is left out", flush=True)
    return python


def versions(python: Path, packages: Iterable[str]) -> dict[str, str]:
    """Tell the versions of packages in an environment.

    Args:
        python: Its interpreter
        packages: Names of distributions

    Returns:
        Name to version, that of Python itself first; what is not there is left out

    Side Effects:
        - Runs the interpreter

    Example:
        found = versions(Path("venv/bin/python"), ["griffe"])
    """
    script = (
        "import importlib.metadata as m, json, platform;"
        "print(json.dumps([platform.python_version(), [(d.name, d.version) for d in m.distributions()]]))"
    )
    done = subprocess.run([str(python), "-c", script], check=True, capture_output=True, text=True)
    own, distributions = json.loads(done.stdout)
    found = {name.lower(): version for name, version in distributions}
    return {
        "python": own,
        **{name: found[name.lower()] for name in packages if name.lower() in found},
    }
