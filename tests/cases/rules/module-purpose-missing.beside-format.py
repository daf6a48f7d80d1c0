"""Status of a training.

Dashboards read it after every step. The training_status.json file has the following structure:

{
    "current_step": 1000  // int: Current training step
}
"""
