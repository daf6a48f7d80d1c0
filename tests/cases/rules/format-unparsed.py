"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,
    #! example
    "loss" 0.5
}

other.json format:

{
    "step": 1,
    "loss": 0.5,
    #! example
    "step": 2
}
"""

