"""Status module.

It keeps the status of a job.

File format:

#! example
{
    "step": 1,  // int: Current step
    "loss": 0.5  // float: Current loss
}
"""

def returned():
    """Return it.

    Returns:
        Dict with:
        {
            "step": 1,
            "loss": 0.5
        }
    """
    return {"step": 1, "loss": 0.5}


def named():
    """Has a heading that names it.

    Checkpoint Format:
        {
            "step": 1,
            "loss": 0.5
        }
    """
