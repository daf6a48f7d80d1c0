"""Status module.

It keeps the status of a job.

status.json format:

{
    "step": 1,  // int: Current step
    #! example
    "loss": 0.5,
    "kind": "go" | "stop",
    "speed": 3.5,  // seconds
    "seconds_ms": 3,
    "recent": [
        {
            "prompt": "What?",  // str: What was asked
            #! example
            "answer": "That."
        }
    ],
    "metrics": {  // Dict: Additional metrics
        "history": [0.5],  // List[float]
        #! example
        "accuracy": [0.5]
    },
    #! example
    "empty": {},
    #! example
    "sizes": {
        "<model id>": 3
    }
}
"""

