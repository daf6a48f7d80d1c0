"""Status module.

It keeps the status of a job.

The file format is as follows, in status.json:

{
    "step": 1,
    "loss": 0.5
}
"""

