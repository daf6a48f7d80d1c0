"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def handed(path):
    """Another function may change it."""
    data = {"step": 1, "epoch": 2}
    complete(data)
    with open(path, "w") as file:
        json.dump(data, file)
