"""Status module.

It keeps the status of a job.
"""

import json


def save(status, path):
    """Save."""
    with open(path, "w") as file:
        #! example
        json.dump(status, file)


def load(path):
    """Load."""
    return json.load(open(path))
