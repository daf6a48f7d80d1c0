#! example
"""
Key Components:
    - double: twice a number
"""
