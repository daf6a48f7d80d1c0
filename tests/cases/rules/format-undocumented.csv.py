"""Status module.

It keeps the status of a job.
"""

import csv


def read(path):
    """Read."""
    with open(path, newline="") as file:
        #! example
        rows = list(csv.DictReader(file))
    return rows
