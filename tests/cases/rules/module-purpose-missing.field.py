"""Status of a training.

:Purpose: Keeps dashboards from asking the training itself.

Status JSON Format:

{
    "current_step": 1000  // int: Current training step
}
"""
