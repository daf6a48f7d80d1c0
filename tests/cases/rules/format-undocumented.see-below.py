"""Status module.

It keeps the status of a job.

For what it does see below, or see the manual.
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        #! example
        return json.load(file)
