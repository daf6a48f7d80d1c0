"""Status module.

It keeps the status of a job.
"""

import yaml


def read(path):
    """Read."""
    with open(path) as file:
        text = file.read()
    #! example
    return yaml.safe_load(text)
