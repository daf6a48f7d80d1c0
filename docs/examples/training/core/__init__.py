"""
Shared infrastructure of the training system.

The modules of this package know nothing of models or training jobs: they write files safely, read and check
datasets, and hold the status that a running job publishes.
"""
