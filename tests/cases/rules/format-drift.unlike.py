"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def save(step, path):
    """Another document: hardly a key agrees."""
    with open(path, "w") as file:
        json.dump({"one": step, "two": 2, "three": 3}, file)
