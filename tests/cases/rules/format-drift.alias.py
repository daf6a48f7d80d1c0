"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def save(path, other):
    """Another name for it."""
    data = {"step": 1, "epoch": 3}
    other.data = data
    with open(path, "w") as file:
        json.dump(data, file)
