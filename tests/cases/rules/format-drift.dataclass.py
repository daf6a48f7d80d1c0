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
from dataclasses import asdict, dataclass
from typing import ClassVar


@dataclass
class Status:
    """What it is."""

    step: int
    epoch: int
    kind: ClassVar[str] = "x"

    def save(self, path):
        """Save."""
        with open(path, "w") as file:
            json.dump(asdict(self), file)
