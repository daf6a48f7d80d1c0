"""Status module.

It keeps the status of a job.

"""

def summary():
    """Sum up.

    Returns:
        #! summary
        {
            "step": 1,
            "loss": 0.5
        }
    """
    return {"step": 1, "epoch": 2}
