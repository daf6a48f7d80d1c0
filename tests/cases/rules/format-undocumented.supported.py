"""Status module.

It keeps the status of a job.

Supported formats:
    JSON, and one day perhaps YAML and TOML too.
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        #! example
        return json.load(file)
