"""Status module.

It keeps the status of a job.
"""

def json_dump(value, file):
    """Not what it sounds like."""


def save(json, path):
    """Save with what is given."""
    with open(path, "w") as file:
        json.dump({}, file)
