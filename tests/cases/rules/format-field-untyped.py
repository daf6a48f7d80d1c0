"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,
    "loss": float,
    "kind": "go" | "stop",
    "name": "...",
    "when": str (ISO timestamp),
    "note": null,
    "model": {...},
    "models": {"<model id>": {"size": 3}},
    "path": <str>,
    #! example
    "extra": whatever the profile adds,
    "more": whatever,  // dict: What the profile adds
    ...
}
"""

