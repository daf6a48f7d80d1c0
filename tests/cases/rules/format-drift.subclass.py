"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

import json
from dataclasses import asdict, dataclass


@dataclass
class Status:
    """What it is."""

    step: int
    epoch: int

    def save(self, path):
        """Save."""
        with open(path, "w") as file:
            json.dump(asdict(self), file)


@dataclass
class Richer(Status):
    """It has more."""

    loss: float = 1.0
