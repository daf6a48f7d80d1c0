"""Status module.

It keeps the status of a job.
"""

import tomllib


def read(path):
    """Read."""
    with open(path, "rb") as file:
        #! example
        return tomllib.load(file)
