"""Status module.

It keeps the status of a job.

The file is a :contract:format:`core.status:status.json`.
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        return json.load(file)
