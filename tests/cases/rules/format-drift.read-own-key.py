"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def load(path):
    """The key is its own."""
    with open(path) as file:
        data = json.load(file)
    data["epoch"] = 5
    return data["step"], data["epoch"]
