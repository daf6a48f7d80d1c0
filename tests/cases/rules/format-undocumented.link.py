"""Status module.

It keeps the status of a job.

The file is in the GeoJSON format, see https://geojson.org.
"""

import json


def load(path):
    """Load."""
    with open(path) as file:
        return json.load(file)
