"""Status module.

It keeps the status of a job.
"""

import json
from pathlib import Path


def read(path: Path):
    """Read."""
    with path.open() as file:
        for line in file:
            #! example
            yield json.loads(line.strip())
