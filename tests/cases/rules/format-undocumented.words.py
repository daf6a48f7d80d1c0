"""Status module.

It keeps the status of a job.

File Format:
    Any JSON object; the caller decides what is in it.
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        return json.load(file)
