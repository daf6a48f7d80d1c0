"""Status module.

It keeps the status of a job.
"""

import io
import json
import logging
import sys
from urllib.request import urlopen


def send(client, status):
    """Send."""
    logging.info(json.dumps(status))
    client.post("/status", data=json.dumps(status))
    print(json.dumps(status))
    sys.stdout.write(json.dumps(status))
    json.dump(status, sys.stdout)


def receive(url, body):
    """Receive."""
    with urlopen(url) as response:
        first = json.load(response)
    return first, json.loads(body)


def shown(status):
    """Show."""
    buffer = io.StringIO()
    json.dump(status, buffer)
    return buffer.getvalue()


def read_from(stream):
    """Whoever opened the stream knows what it is."""
    return json.load(stream)
