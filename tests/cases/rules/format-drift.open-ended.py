"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 1,  // float: Current loss
    "note": "x",  // str: A remark (optional)
    "models": {
        "<model id>": 1  // int: Size
    },
    ...
}
"""

import json


def save(path):
    """Save."""
    with open(path, "w") as file:
        json.dump({"step": 1, "loss": 2, "epoch": 3, "models": {"b": 1}}, file)
