"""Status module.

It keeps the status of a job, and what it needs from credentials.json.
"""

import json
from pathlib import Path


def credentials(root: Path):
    """Read the project's own."""
    #! example
    return json.loads((root / "keys" / "credentials.json").read_text())
