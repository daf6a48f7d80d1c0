"""Status of a training.

.. note:: Dashboards read it, so that nobody has to ask the training.

Status JSON Format:

{
    "current_step": 1000  // int: Current training step
}
"""
