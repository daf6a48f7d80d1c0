"""Status module.

It keeps the status of a job.
"""

import json
import tomllib
from pathlib import Path


def version(root: Path):
    """Read the version."""
    with (root / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    package = json.loads(Path(root, "package.json").read_text())
    return project, package
