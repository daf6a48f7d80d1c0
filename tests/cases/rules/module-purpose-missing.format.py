#! example
"""
Training Status JSON Format
---------------------------

The training_status.json file has the following structure:

{
    "current_step": 1000  // int: Current training step
}
"""
