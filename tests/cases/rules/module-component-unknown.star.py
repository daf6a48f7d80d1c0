"""Arithmetic on whole numbers.

Key Components:
    - FastAdder: adds fast
"""

from elsewhere import *
