"""Status module.

It keeps the status of a job.
"""

import json
import os
import tempfile


def _write(status, path):
    text = json.dumps(status, indent=2)
    handle, name = tempfile.mkstemp()
    with os.fdopen(handle, "w") as stream:
        #! example
        stream.write(text)
    os.replace(name, path)
