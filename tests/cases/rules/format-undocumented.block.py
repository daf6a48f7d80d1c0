"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1  // int: Current step
}
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        return json.load(file)
