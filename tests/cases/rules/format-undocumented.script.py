"""Status module.

It keeps the status of a job.
"""

import json

#! example
LIMITS = json.load(open("limits.json"))
