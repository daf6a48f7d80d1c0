"""
Data profiles: how training examples are transformed before the model sees them.
"""
