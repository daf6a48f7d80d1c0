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
from dataclasses import dataclass


@dataclass
class Status:
    """What it is."""

    step: int
    epoch: int

    def to_dict(self):
        """Turn it into a dict."""
        return {"step": self.step, "epoch": self.epoch}


def save(status: Status, path):
    """Save."""
    with open(path, "w") as file:
        json.dump(status.to_dict(), file)
