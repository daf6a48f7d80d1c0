"""Status module.

It keeps the status of a job.

"""

import json


def save(path):
    """Save.

    status.json format:

    #! save
    {
        "step": 1,
        "loss": 0.5
    }
    """
    with open(path, "w") as file:
        json.dump({"step": 1, "epoch": 2}, file)


def save_report(path):
    """Save another one."""
    with open(path, "w") as file:
        json.dump({"lines": 1}, file)
