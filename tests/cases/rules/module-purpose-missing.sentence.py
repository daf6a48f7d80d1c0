"""Arithmetic on whole numbers. Numbers of any size are kept exactly."""
