"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // Current step
    #! example
    "loss": float,  // Current loss
    "name": str,  // Name of the job
    "done": bool,  // It has ended
    "kind": "go" | "stop",  // What it does
    "path": str (e.g. "a/b"),  // Where it is
    "extra": {...}  // What the profile adds
}
"""

