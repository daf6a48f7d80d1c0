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


def save(step, folder):
    """Save."""
    with open(folder / "status.json", "w") as file:
        json.dump({"step": step, "epoch": 2}, file)


def save_other(path):
    """Save."""
    with open("other.json", "w") as file:
        json.dump({"some": 1, "thing": 3}, file)
