"""Settings module.

It reads the settings of a tool from pyproject.toml.
"""

import json
import tomllib


def read(path):
    """Read the settings."""
    return tomllib.loads(open(path).read())


def read_other(path):
    """Read another file."""
    #! example
    return json.loads(open(path).read())
