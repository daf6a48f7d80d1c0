#! example
"""Reads the status of a training.

The file has the following structure:

```json
{
    "current_step": 1000  // int: Current training step
}
```
"""
