"""Status of a training.

:class:`Status` keeps dashboards from asking the training itself.

Status JSON Format:

{
    "current_step": 1000  // int: Current training step
}
"""
