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
from pathlib import Path


def save(step, path: Path):
    """Save."""
    data = {"step": step}
    if step > 5:
        data["epoch"] = 2
    data.update(loss=3)
    path.write_text(json.dumps(data) + "\n")
