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


def load(path):
    """Load."""
    with open(path) as file:
        data = json.load(file)
    return data["step"], data["loss"], data.get("epoch", 0)
