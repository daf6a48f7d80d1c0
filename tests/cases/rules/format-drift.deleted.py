"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def save(path):
    """A key is taken out again."""
    data = {"step": 1, "loss": 3, "epoch": 2}
    del data["epoch"]
    with open(path, "w") as file:
        json.dump(data, file)
