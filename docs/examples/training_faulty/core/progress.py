# planted in the file samples/progress.json: format-sample-mismatch at "step"
"""
Progress module.

This module names the file that tells dashboards how far a job is. A real file of that kind does not match what is
documented here.

Key Components:
    - PROGRESS_FILE: Name of the file

Usage:
    from core.progress import PROGRESS_FILE

    print(f"Watching {PROGRESS_FILE}")

Progress JSON Format
--------------------

The progress.json file has the following structure:

{
    "step": 1000,         // int: Current training step
    "total_steps": 10000  // int: Steps to train
}
"""

PROGRESS_FILE = "progress.json"
