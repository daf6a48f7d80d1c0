"""Status module.

It keeps the status of a job.
"""

from json import dump as write_data


def save(value, path):
    """Save."""
    with open(path, "w") as out:
        print("saved")
        #! example
        write_data(value, fp=out)
