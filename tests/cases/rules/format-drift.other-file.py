"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json


def save(step, folder):
    """Save."""
    with open(folder / "report.json", "w") as file:
        json.dump({"step": step, "epoch": 2}, file)
