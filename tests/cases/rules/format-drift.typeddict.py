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
from typing import TypedDict


class Status(TypedDict):
    """What it is."""

    step: int
    epoch: int


def save(status: Status, path):
    """Save."""
    with open(path, "w") as file:
        json.dump(status, file)
