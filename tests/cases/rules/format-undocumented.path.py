"""Status module.

It keeps the status of a job.
"""

import json
from pathlib import Path


class Store:
    """Keeps it."""

    def __init__(self, folder: Path) -> None:
        """Start."""
        self.path = folder / "status"

    def save(self, status):
        """Save."""
        #! example
        self.path.write_text(json.dumps(status) + "\n")

    def load(self):
        """Load."""
        return json.loads(self.path.read_text())
