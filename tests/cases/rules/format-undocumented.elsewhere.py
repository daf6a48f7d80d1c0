"""Status module.

It keeps the status of a job.

The format is documented in `other_package.status`.
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        return json.load(file)
