"""Status module.

It keeps the status of a job. The editor is asked in ``.vscode/settings.json``.
"""

import json


def settings(path):
    """Read the editor's."""
    return json.loads(open(path).read())
