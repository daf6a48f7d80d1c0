"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def save(path, names):
    """Keys that are no literals."""
    data = {"step": 1, "loss": 3}
    for name in names:
        data[name] = 1
    with open(path, "w") as file:
        json.dump(data, file)
