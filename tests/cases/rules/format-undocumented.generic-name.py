"""Status module.

It keeps the status of a job.
"""

import json
import os
from pathlib import Path


def editor(root: Path):
    """Read the settings of an editor."""
    return json.loads((root / ".vscode" / "settings.json").read_text())


def other_ways(root: Path):
    """Read them in other ways."""
    first = json.loads(Path(root, ".vscode", "launch.json").read_text())
    second = json.loads(root.joinpath(".vscode/settings.json").read_text())
    with open(os.path.join(root, ".vscode", "settings.json")) as file:
        third = json.load(file)
    with (Path.home() / ".credentials" / "credentials.json").open() as file:
        fourth = json.load(file)
    return first, second, third, fourth


FOLDER = Path.home() / ".vscode"
SETTINGS = FOLDER / "settings.json"


def by_constants():
    """Read them by a name."""
    return json.loads(SETTINGS.read_text())


def own(root: Path):
    """Read the project's own."""
    #! example
    return json.loads((root / "settings.json").read_text())
