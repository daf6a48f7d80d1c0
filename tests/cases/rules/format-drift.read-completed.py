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
    """Something else may add the key."""
    with open(path) as file:
        data = json.load(file)
    complete(data)
    return data["step"], data["epoch"]
