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
    """Which of the two is the documented one is not known."""
    with open(path, "w") as file:
        json.dump({"step": step, "epoch": 2}, file)


def save_other(path):
    """Save."""
    with open(path, "w") as file:
        json.dump({"step": 1, "loss": 3}, file)
