"""Status module.

It keeps the status of a job.

status.json format:

#! example
{
    "run": {
        "step": 1  // int: Current step
    },
    "items": [
        {
            "name": "x"  // str: What it is called
        }
    ]
}
"""

import json


def save(path):
    """Save."""
    with open(path, "w") as file:
        json.dump({"run": {"step": 1, "epoch": 1}, "items": [{"name": x, "age": 3} for x in "ab"]}, file)
