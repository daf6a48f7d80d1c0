"""Status module.

It keeps the status of a job.

status.json format:

#! example
{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def _write(data, path):
    with open(path, "w") as file:
        json.dump(data, file)


def save(path):
    """Save."""
    _write({"step": 1, "epoch": 2}, path)
