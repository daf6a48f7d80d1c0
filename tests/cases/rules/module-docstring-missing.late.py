#! example
import os
"""Not a docstring."""
