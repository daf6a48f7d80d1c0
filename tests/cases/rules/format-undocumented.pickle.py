"""Status module.

It keeps the status of a job.
"""

import pickle


def save(value, path):
    """Save."""
    #! example
    pickle.dump(value, open(path, "wb"))
